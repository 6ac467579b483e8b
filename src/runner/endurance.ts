import { type Problem, ProblemError, problemOf } from '#core/problem'
import { helpsToRestart } from '#runner/engine-fault'

/** Faults of the engine in a row, without anything done between them, that end the work. */
const FAULTS_IN_A_ROW = 3

/** Faults that lie in what was asked: the next request may well be answered. */
const OF_THE_REQUEST: ReadonlySet<string> = new Set(['context-overflow', 'engine-refused'])

export type Endure = <T>(
  signal: AbortSignal,
  work: () => Promise<T>,
  refused: (kind: Problem['kind']) => T,
) => Promise<T>

/**
 * Works through faults of the engine (rules RUN9, GATE15). A fault that a restart may cure starts the engine anew and the
 * same work is tried again; the third in a row throws `run-keeps-failing`. A fault that lies in what was asked becomes what
 * `refused` makes of it. Everything else is thrown as it is.
 */
export function createEndurance(restart: ((signal: AbortSignal) => Promise<void>) | null): Endure {
  let inARow = 0
  return async (signal, work, refused) => {
    for (let started = true; ; ) {
      try {
        if (!started) {
          await restart?.(signal)
          started = true
        }
        const outcome = await work()
        inARow = 0
        return outcome
      } catch (thrown) {
        const problem = problemOf(thrown)
        // An engine that does not start says nothing of what it was asked, whatever it fails with.
        if (started && OF_THE_REQUEST.has(problem.kind)) return refused(problem.kind)
        if (restart === null || !helpsToRestart(problem) || signal.aborted) throw thrown
        if (++inARow >= FAULTS_IN_A_ROW) {
          throw new ProblemError({ kind: 'run-keeps-failing', times: inARow, last: problem })
        }
        started = false
      }
    }
  }
}
