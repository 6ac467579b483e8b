import { ProblemError, problemOf } from '#core/problem'
import type { ItemOutcome } from '#core/ports/project-store'
import type { PlanItem } from '#core/run/run'
import { helpsToRestart } from '#runner/engine-fault'

/** Faults of the engine in a row, without a passage written between them, that pause the run. */
const FAULTS_IN_A_ROW = 3

/** Faults that lie in the passage: the next one may well be written. */
const OF_THE_PASSAGE: ReadonlySet<string> = new Set(['context-overflow', 'engine-refused'])

/**
 * Writes items through faults of the engine (rule RUN9). A fault that a restart may cure starts the engine anew and tries
 * the same item again; the third in a row throws `run-keeps-failing`, and the item stays in the ledger. A fault that lies
 * in the passage becomes a failed item with its reason. Everything else is thrown as it is.
 */
export function createPersistence(
  restart: ((signal: AbortSignal) => Promise<void>) | null,
): (signal: AbortSignal, item: PlanItem, write: () => Promise<ItemOutcome>) => Promise<ItemOutcome> {
  let inARow = 0
  return async (signal, item, write) => {
    for (let started = true; ; ) {
      try {
        if (!started) {
          await restart?.(signal)
          started = true
        }
        const outcome = await write()
        inARow = 0
        return outcome
      } catch (thrown) {
        const problem = problemOf(thrown)
        // An engine that does not start says nothing of the passage, whatever it fails with.
        if (started && OF_THE_PASSAGE.has(problem.kind)) return failed(item, problem.kind)
        if (restart === null || !helpsToRestart(problem) || signal.aborted) throw thrown
        if (++inARow >= FAULTS_IN_A_ROW) {
          throw new ProblemError({ kind: 'run-keeps-failing', times: inARow, last: problem })
        }
        started = false
      }
    }
  }
}

function failed({ position, document, start }: PlanItem, reason: string): ItemOutcome {
  const item = { position, state: 'failed', attempts: 1, pairs: 0, reason, raw: null } as const
  return { item, document, start, pairs: [] }
}
