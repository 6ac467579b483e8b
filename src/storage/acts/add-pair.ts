import type { JudgeWriter, PairKey } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import type { Pair } from '#core/synthesis/pair'
import { ACT_TABLES, recordAct } from '#storage/acts/act-log'
import { EDIT_TABLES } from '#storage/acts/run-editor'
import type { Connection } from '#storage/database/connection'
import { holdsKey } from '#storage/database/key-ranges'
import type { ProjectTables } from '#storage/database/project-database'
import { loadHidden } from '#storage/documents/hidden-documents'
import { decisionNumber } from '#storage/index/codes'
import { loadLeaves } from '#storage/index/leaves'
import { changeRun } from '#storage/ledger/run-change'
import { pairKeyOf } from '#storage/pairs/pair-key'
import { appendPairs, encodePairs, pairRowBytes } from '#storage/pairs/pair-rows'

interface Passage {
  readonly document: number
  readonly start: number
}

function withPlace(added: readonly number[], { document, start }: Passage): readonly number[] {
  for (let i = 0; i < added.length; i += 2) if (added[i] === document && added[i + 1] === start) return added
  return [...added, document, start]
}

async function addPair(db: ProjectTables, sequence: number, passage: Passage, pair: Pair): Promise<PairKey> {
  const { document, start } = passage
  const [row, hidden, known, before, leaves] = await Promise.all([
    db.runs.get(sequence),
    loadHidden(db),
    db.documents.where('order').equals(document).count(),
    db.pairs.get([sequence, document, start]),
    loadLeaves(db, sequence, [passage]),
  ])
  if (row === undefined) throw new ProblemError({ kind: 'run-missing', run: String(sequence) })
  if (known === 0 || holdsKey(hidden.gone, document)) {
    throw new ProblemError({ kind: 'unexpected', detail: 'no such document' })
  }
  const change = changeRun(row, hidden)
  const code = change.codeFor(pair)
  const place = leaves.insert(passage, [code])
  change.count(document, code, 1)
  const encoded = encodePairs([pair])
  const written = before === undefined ? { run: sequence, document, start, ...encoded } : appendPairs(before, [pair])
  const next = change.row(
    { ...row.run, pairs: row.run.pairs + 1 },
    { pairBytes: pairRowBytes(written) - (before === undefined ? 0 : pairRowBytes(before)) + 16 },
  )
  await Promise.all([
    db.pairs.put(written),
    leaves.flush(),
    db.runs.put({ ...next, added: withPlace(row.added ?? [], passage) }),
    // Undone it is dropped, done again it is kept: a pair never goes, since keys are never used again.
    recordAct(db, 'add', 1, [
      { run: sequence, decision: 'keep', entries: Uint32Array.of(document, start, place, decisionNumber('drop')) },
    ]),
  ])
  return pairKeyOf({ document, start, run: sequence, place })
}

/** Adding a pair of the person's own; one step of undo (rule ACT7). */
export function pairAdder(connection: Connection): Pick<JudgeWriter, 'addPair'> {
  return {
    addPair: (fence, run, place, pair) =>
      connection.write(fence, [...EDIT_TABLES, ...ACT_TABLES], db => addPair(db, run, place, pair)),
  }
}
