import type { ProjectTables } from '#storage/database/project-database'
import type { LeafRow } from '#storage/database/rows'
import { CODE, DOCUMENT, PLACE, START, WIDTH } from '#storage/index/entries'

/** Entries a leaf: 8 KB, so that one result rewrites little and a filter over 100 000 pairs reads a few hundred rows. */
const MOST = 512
/** Passages looked up one by one; from more on the keys of all leaves are read instead. */
const FEW = 3

interface Passage {
  readonly document: number
  readonly start: number
}

interface Leaf {
  readonly document: number
  readonly start: number
  entries: LeafRow['entries']
  changed: boolean
}

/** Index of the first entry at or after the passage, in entries. */
function firstEntry(entries: Uint32Array, document: number, start: number): number {
  let low = 0
  let high = entries.length / WIDTH
  while (low < high) {
    const middle = (low + high) >>> 1
    const at = middle * WIDTH
    const found = entries[at + DOCUMENT] ?? 0
    if (found < document || (found === document && (entries[at + START] ?? 0) < start)) low = middle + 1
    else high = middle
  }
  return low
}

/** Cuts the entries of a leaf that grew too large, between passages. */
function split(entries: Uint32Array): { readonly from: number; readonly to: number }[] {
  const total = entries.length / WIDTH
  if (total <= MOST) return [{ from: 0, to: total }]
  const parts = Math.ceil(total / (MOST * 0.6))
  const cuts = [0]
  for (let part = 1; part < parts; part++) {
    const middle = Math.floor((total * part) / parts) * WIDTH
    // All entries of a passage stay together.
    const at = firstEntry(entries, entries[middle + DOCUMENT] ?? 0, entries[middle + START] ?? 0)
    if (at > (cuts.at(-1) ?? 0)) cuts.push(at)
  }
  return cuts.map((from, i) => ({ from, to: cuts[i + 1] ?? total }))
}

/** Leaves of one run in the hands of one write transaction. */
export interface LeafSet {
  /** Adds the pairs of a passage behind those that it has. Gives the place of the first. */
  insert(document: number, start: number, codes: readonly number[]): number
  /** Code of a pair, or undefined when it is not there. */
  code(document: number, start: number, place: number): number | undefined
  setCode(document: number, start: number, place: number, code: number): void
  /** Writes what changed. */
  flush(): Promise<void>
}

function leafSet(db: ProjectTables, run: number, rows: readonly LeafRow[]): LeafSet {
  const leaves: Leaf[] = rows
    .map(({ document, start, entries }) => ({ document, start, entries, changed: false }))
    .sort((a, b) => a.document - b.document || a.start - b.start)

  const leafAt = (document: number, start: number): Leaf | undefined => {
    let low = 0
    let high = leaves.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const leaf = leaves[middle]
      if (leaf !== undefined && (leaf.document < document || (leaf.document === document && leaf.start <= start))) {
        low = middle + 1
      } else high = middle
    }
    return leaves[low - 1]
  }
  const firstLeaf = (): Leaf => {
    const leaf: Leaf = { document: 0, start: 0, entries: new Uint32Array(0), changed: true }
    leaves.unshift(leaf)
    return leaf
  }
  const find = (document: number, start: number, place: number): readonly [Leaf, number] | undefined => {
    const leaf = leafAt(document, start)
    if (leaf === undefined) return undefined
    // Places of a passage have no gaps: its entries are added at its end and leave all at once.
    const at = (firstEntry(leaf.entries, document, start) + place) * WIDTH
    const { entries } = leaf
    const found = entries[at + DOCUMENT] === document && entries[at + START] === start && entries[at + PLACE] === place
    return found ? [leaf, at + CODE] : undefined
  }
  return {
    insert: (document, start, codes) => {
      const leaf = leafAt(document, start) ?? firstLeaf()
      const from = firstEntry(leaf.entries, document, start)
      const to = firstEntry(leaf.entries, document, start + 1)
      const added = codes.flatMap((code, i) => [document, start, to - from + i, code])
      const entries = new Uint32Array(leaf.entries.length + added.length)
      entries.set(leaf.entries.subarray(0, to * WIDTH))
      entries.set(added, to * WIDTH)
      entries.set(leaf.entries.subarray(to * WIDTH), to * WIDTH + added.length)
      leaf.entries = entries
      leaf.changed = true
      return to - from
    },
    code: (document, start, place) => {
      const found = find(document, start, place)
      return found === undefined ? undefined : found[0].entries[found[1]]
    },
    setCode: (document, start, place, code) => {
      const found = find(document, start, place)
      if (found === undefined) return
      found[0].entries[found[1]] = code
      found[0].changed = true
    },
    flush: async () => {
      const changed = leaves
        .filter(leaf => leaf.changed)
        .flatMap(({ document, start, entries }) =>
          split(entries).map(({ from, to }): LeafRow => {
            const at = from * WIDTH
            const low =
              from === 0 ? { document, start } : { document: entries[at] ?? 0, start: entries[at + START] ?? 0 }
            return { run, ...low, entries: entries.slice(at, to * WIDTH) }
          }),
        )
      if (changed.length > 0) await db.pairIndex.bulkPut(changed)
    },
  }
}

/** Bounds of a run's leaves by key. */
export const FIRST_KEY = 0
export const LAST_KEY = Infinity

function leafBefore(db: ProjectTables, run: number, { document, start }: Passage): Promise<LeafRow | undefined> {
  return db.pairIndex
    .where('[run+document+start]')
    .between([run, FIRST_KEY, FIRST_KEY], [run, document, start], true, true)
    .last()
}

/** Loads the leaves that hold, or would hold, the given passages; passages in any order. */
export async function loadLeaves(db: ProjectTables, run: number, passages: readonly Passage[]): Promise<LeafSet> {
  if (passages.length <= FEW) {
    const rows = await Promise.all(passages.map(passage => leafBefore(db, run, passage)))
    const different = new Map(rows.flatMap(row => (row === undefined ? [] : [[`${row.document} ${row.start}`, row]])))
    return leafSet(db, run, [...different.values()])
  }
  const keys = await db.pairIndex
    .where('[run+document+start]')
    .between([run, FIRST_KEY, FIRST_KEY], [run, LAST_KEY, LAST_KEY], true, true)
    .primaryKeys()
  const sorted = [...passages].sort((a, b) => a.document - b.document || a.start - b.start)
  const wanted = new Set<(typeof keys)[number]>()
  let at = 0
  for (const { document, start } of sorted) {
    for (; at < keys.length; at++) {
      const key = keys[at]
      if (key === undefined || key[1] > document || (key[1] === document && key[2] > start)) break
    }
    const key = keys[at - 1]
    if (key !== undefined) wanted.add(key)
  }
  const rows = await db.pairIndex.bulkGet([...wanted])
  return leafSet(
    db,
    run,
    rows.filter(row => row !== undefined),
  )
}
