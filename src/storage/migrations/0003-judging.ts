import type { Table, Transaction } from 'dexie'
import type { Pair } from '#core/synthesis/pair'
import type { LeafRow, PairRow } from '#storage/database/rows'
import { storedJson } from '#storage/database/stored-json'
import { withChecks } from '#storage/index/codes'
import type { Migration } from '#storage/migrations/migration'

type Key = readonly [run: number, document: number, start: number]

/** Numbers a passage in a leaf, as this layout has them: document, start, number of pairs. */
const WIDTH = 3

/** Leaves read at a time; their pairs are a few megabytes. */
const LEAVES = 8

/** Codes of a leaf with the checks of its pairs in them. */
function filled(leaf: LeafRow, rows: ReadonlyMap<string, PairRow>): LeafRow {
  const codes = leaf.codes.slice()
  let at = 0
  for (let i = 0; i < leaf.passages.length; i += WIDTH) {
    const [document = 0, start = 0, count = 0] = leaf.passages.subarray(i, i + WIDTH)
    const texts = rows.get(`${document} ${start}`)?.pairs ?? []
    for (let place = 0; place < count; place++) {
      const text = texts[place]
      if (text !== undefined) codes[at + place] = withChecks(codes[at + place] ?? 0, storedJson<Pair>(text).checks)
    }
    at += count
  }
  return { ...leaf, codes }
}

/** Rows of the passages of a leaf. They lie next to each other: nothing of the run is between them. */
async function rowsOf(pairs: Table<PairRow, Key>, { run, passages }: LeafRow): Promise<ReadonlyMap<string, PairRow>> {
  if (passages.length === 0) return new Map()
  const [document = 0, start = 0, , ...rest] = passages
  const [lastDocument = document, lastStart = start] = rest.slice(-WIDTH)
  const rows = await pairs
    .where('[run+document+start]')
    .between([run, document, start], [run, lastDocument, lastStart], true, true)
    .limit(passages.length)
    .toArray()
  return new Map(rows.map(row => [`${row.document} ${row.start}`, row]))
}

async function fillChecks(transaction: Transaction): Promise<void> {
  // The tables are asked of the transaction itself each time: Dexie's own way to find it follows promises.
  const leaves = transaction.table<LeafRow, Key>('pairIndex')
  const pairs = transaction.table<PairRow, Key>('pairs')
  for (let after: Key = [-1, 0, 0]; ; ) {
    const page = await leaves.where('[run+document+start]').above(after).limit(LEAVES).toArray()
    const rows = await Promise.all(page.map(leaf => rowsOf(pairs, leaf)))
    await leaves.bulkPut(page.map((leaf, i) => filled(leaf, rows[i] ?? new Map<string, PairRow>())))
    const last = page.at(-1)
    if (last === undefined) return
    after = [last.run, last.document, last.start]
  }
}

/**
 * Blind samples, and in the codes of the pair index the checks that did not pass: task numbers keep bits 8–19, and bits
 * 20–31, which were zero, are filled from the pairs themselves, a few leaves at a time.
 */
export const judging: Migration = { version: 3, stores: { samples: 'id' }, upgrade: fillChecks }
