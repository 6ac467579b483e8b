import type { Decision, Pair } from '#core/synthesis/pair'
import type { ProjectTables } from '#storage/database/project-database'
import { loadHidden } from '#storage/documents/hidden-documents'
import { decisionIn, withDecision } from '#storage/index/codes'
import { loadLeaves } from '#storage/index/leaves'
import { changeRun } from '#storage/ledger/run-change'
import type { PairPlace } from '#storage/pairs/pair-key'
import { replacePair } from '#storage/pairs/pair-rows'

export const EDIT_TABLES = ['meta', 'sources', 'documents', 'runs', 'pairIndex', 'pairs'] as const

type Target = Pick<PairPlace, 'document' | 'start' | 'place'>

/** Changes index entries of one run, and its counters with them. */
export interface RunEditor {
  /** Gives each target the decision that `decisionFor` names; calls `changed` with what each had before. */
  decide<T extends Target>(
    targets: readonly T[],
    decisionFor: (target: T) => Decision | null,
    changed: (target: T, before: Decision | null) => void,
  ): Promise<void>
  /** Puts another pair in its place. */
  replace(target: Target, pair: Pair): Promise<void>
  /** Writes the counters. */
  finish(): Promise<void>
}

/** null when the run is no longer there. */
export async function editRun(db: ProjectTables, sequence: number): Promise<RunEditor | null> {
  const [row, hidden] = await Promise.all([db.runs.get(sequence), loadHidden(db)])
  if (row === undefined) return null
  const change = changeRun(row, hidden)
  return {
    decide: async (targets, decisionFor, changed) => {
      const leaves = await loadLeaves(db, sequence, targets)
      for (const target of targets) {
        const { document, place } = target
        const code = leaves.code(target, place)
        const decision = decisionFor(target)
        if (code === undefined || decisionIn(code) === decision) continue
        const next = withDecision(code, decision)
        leaves.setCode(target, place, next)
        change.count(document, code, -1)
        change.count(document, next, 1)
        changed(target, decisionIn(code))
      }
      await leaves.flush()
    },
    replace: async ({ document, start, place }, pair) => {
      const [leaves, pairs] = await Promise.all([
        loadLeaves(db, sequence, [{ document, start }]),
        db.pairs.get([sequence, document, start]),
      ])
      const code = leaves.code({ document, start }, place)
      if (code === undefined || pairs === undefined) return
      const next = change.codeFor(pair)
      leaves.setCode({ document, start }, place, next)
      change.count(document, code, -1)
      change.count(document, next, 1)
      await db.pairs.put(replacePair(pairs, place, pair))
      await leaves.flush()
    },
    finish: async () => {
      await db.runs.put(change.row(row.run))
    },
  }
}
