import type { ItemOutcome } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import type { ItemRecord, Run } from '#core/run/run'
import type { Pair } from '#core/synthesis/pair'
import { holdsKey } from '#storage/database/key-ranges'
import type { ProjectTables } from '#storage/database/project-database'
import type { ItemRow, PairRow } from '#storage/database/rows'
import { loadHidden } from '#storage/documents/hidden-documents'
import { loadLeaves } from '#storage/index/leaves'
import { countRejected, ITEM_ROW, itemRow, itemTextBytes } from '#storage/ledger/item-rows'
import { changeRun } from '#storage/ledger/run-change'
import { appendPairs, encodePairs, pairRowBytes } from '#storage/pairs/pair-rows'

export const COMMIT_TABLES = ['meta', 'sources', 'documents', 'runs', 'items', 'pairs', 'pairIndex'] as const

/** An outcome with everything worked out that can be before the transaction. */
export interface PreparedOutcome extends ItemOutcome {
  readonly encoded: Pick<PairRow, 'shared' | 'pairs'>
}

export function prepareOutcome(outcome: ItemOutcome): PreparedOutcome {
  return { ...outcome, encoded: encodePairs(outcome.pairs) }
}

/** Which of the documents are there; by keys alone, since rows of documents may be large. */
async function present(db: ProjectTables, documents: readonly number[]): Promise<ReadonlySet<number>> {
  const found = await Promise.all(documents.map(order => db.documents.where('order').equals(order).primaryKeys()))
  return new Set(found.flat())
}

/** Rows of positions. Those of one commit mostly follow each other: then they are asked for as one range. */
async function itemsAt(
  db: ProjectTables,
  run: number,
  positions: readonly number[],
): Promise<ReadonlyMap<number, ItemRow>> {
  const first = positions.reduce((least, position) => Math.min(least, position), Infinity)
  const last = positions.reduce((most, position) => Math.max(most, position), -1)
  const span = last - first + 1
  const rows =
    span <= positions.length * 2
      ? await db.items.where('[run+position]').between([run, first], [run, last], true, true).limit(span).toArray()
      : await db.items.bulkGet(positions.map(position => [run, position] as const))
  return new Map(rows.flatMap(row => (row === undefined ? [] : [[row.position, row] as const])))
}

function attemptsOf(before: ItemRow | undefined): number {
  return before === undefined ? 0 : before.attempts
}

/** Rows of pairs that this commit writes, found again when two items share a passage. */
async function pairRow(
  db: ProjectTables,
  written: Map<string, PairRow>,
  key: Pick<PairRow, 'run' | 'document' | 'start'>,
  encoded: PreparedOutcome['encoded'],
  pairs: readonly Pair[],
  place: number,
): Promise<PairRow> {
  if (place === 0) return { ...key, ...encoded }
  const before = written.get(`${key.document} ${key.start}`) ?? (await db.pairs.get([key.run, key.document, key.start]))
  return before === undefined ? { ...key, ...encoded } : appendPairs(before, pairs)
}

/**
 * Writes what became of items, with their pairs, and what is leased next (rules LEDGER1 to LEDGER5). All reads start at
 * once; then come the writes.
 */
export async function commitOutcomes(
  db: ProjectTables,
  sequence: number,
  outcomes: readonly PreparedOutcome[],
  leased: readonly number[],
  activeMs: number,
): Promise<Run> {
  const positions = [...new Set([...outcomes.map(({ item }) => item.position), ...leased])]
  const withPairs = outcomes.filter(({ pairs }) => pairs.length > 0)
  const [row, hidden, before, there, leaves] = await Promise.all([
    db.runs.get(sequence),
    loadHidden(db),
    itemsAt(db, sequence, positions),
    present(db, [...new Set(outcomes.map(({ document }) => document))]),
    loadLeaves(db, sequence, withPairs),
  ])
  if (row === undefined) throw new ProblemError({ kind: 'run-missing', run: String(sequence) })
  const change = changeRun(row, hidden)
  const items = new Map<number, ItemRow>()
  const pairRows = new Map<string, PairRow>()
  const run = { ...row.run, activeMs: row.run.activeMs + activeMs }
  const sizes = { pairBytes: 0, ledgerBytes: 0, ledgerRows: 0 }
  const settle = (item: ItemRecord): void => {
    items.set(item.position, itemRow(sequence, item))
    sizes.ledgerBytes += itemTextBytes(item)
    if (before.get(item.position) !== undefined) return
    sizes.ledgerBytes += ITEM_ROW
    sizes.ledgerRows++
  }

  for (const { item, document, start, pairs, encoded } of outcomes) {
    const known = before.get(item.position)
    if (items.has(item.position) || (known !== undefined && known.state !== 'leased')) continue
    const attempts = Math.max(item.attempts, attemptsOf(known))
    if (!there.has(document) || holdsKey(hidden.gone, document)) {
      const { position } = item
      // Nothing of its words stays.
      settle({ position, attempts, state: 'skipped', pairs: 0, reason: 'document-deleted', raw: null })
      continue
    }
    settle({ ...item, attempts })
    if (item.state === 'done') {
      run.done++
      if (pairs.length === 0) run.empty++
    }
    if (item.state === 'failed') run.failed++
    run.pairs += pairs.length
    const rejected = countRejected(run.rejected, item)
    if (rejected !== undefined) run.rejected = rejected
    if (pairs.length === 0) continue
    const codes = pairs.map(pair => change.codeFor(pair))
    const place = leaves.insert({ document, start }, codes)
    for (const code of codes) change.count(document, code, 1)
    const written = await pairRow(db, pairRows, { run: sequence, document, start }, encoded, pairs, place)
    pairRows.set(`${document} ${start}`, written)
    sizes.pairBytes += pairRowBytes(encoded) + pairs.length * 16
  }
  for (const position of leased) {
    const known = before.get(position)
    if (items.has(position) || (known !== undefined && known.state !== 'leased')) continue
    settle({ position, state: 'leased', attempts: attemptsOf(known) + 1, pairs: 0, reason: null, raw: null })
  }
  await Promise.all([
    db.items.bulkPut([...items.values()]),
    pairRows.size > 0 ? db.pairs.bulkPut([...pairRows.values()]) : null,
    leaves.flush(),
    db.runs.put(change.row(run, sizes)),
  ])
  return run
}
