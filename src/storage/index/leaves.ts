import type { ProjectTables } from '#storage/database/project-database'
import type { LeafRow } from '#storage/database/rows'

/** Pairs a leaf: about 3 KB, so that one result rewrites little and a filter over 100 000 pairs reads a few hundred rows. */
const MOST = 512
/** Passages looked up one by one; from more on the keys of all leaves are read instead. */
const FEW = 3

/** Numbers a passage in a leaf: document, start, number of pairs. */
export const WIDTH = 3

interface Passage {
  readonly document: number
  readonly start: number
}

type Numbers = Uint32Array<ArrayBuffer>

interface Leaf {
  readonly document: number
  readonly start: number
  passages: Numbers
  codes: Numbers
  changed: boolean
}

/** Number of the first passage of a leaf at or after a place. */
function firstPassage(passages: Numbers, { document, start }: Passage): number {
  let low = 0
  let high = passages.length / WIDTH
  while (low < high) {
    const middle = (low + high) >>> 1
    const found = passages[middle * WIDTH] ?? 0
    const before = found < document || (found === document && (passages[middle * WIDTH + 1] ?? 0) < start)
    if (before) low = middle + 1
    else high = middle
  }
  return low
}

function isAt(passages: Numbers, number: number, { document, start }: Passage): boolean {
  return passages[number * WIDTH] === document && passages[number * WIDTH + 1] === start
}

function pairsOf(passages: Numbers, number: number): number {
  return passages[number * WIDTH + 2] ?? 0
}

/** Pairs of the passages before. */
function pairsBefore(passages: Numbers, number: number): number {
  let sum = 0
  for (let i = 0; i < number; i++) sum += pairsOf(passages, i)
  return sum
}

function inserted(numbers: Numbers, at: number, added: readonly number[]): Numbers {
  const longer = new Uint32Array(numbers.length + added.length)
  longer.set(numbers.subarray(0, at))
  longer.set(added, at)
  longer.set(numbers.subarray(at), at + added.length)
  return longer
}

/** Rows of a leaf; several when it grew too large. All pairs of a passage stay together. */
function rowsOf(run: number, { document, start, passages, codes }: Leaf): LeafRow[] {
  if (codes.length <= MOST) return [{ run, document, start, passages, codes }]
  const most = Math.ceil(codes.length / Math.ceil(codes.length / (MOST * 0.6)))
  const rows: LeafRow[] = []
  let from = 0
  let fromCode = 0
  let code = 0
  for (let i = 0; i * WIDTH < passages.length; i++) {
    code += pairsOf(passages, i)
    const last = (i + 1) * WIDTH >= passages.length
    if (code - fromCode < most && !last) continue
    const part = passages.slice(from * WIDTH, (i + 1) * WIDTH)
    const low = from === 0 ? { document, start } : { document: part[0] ?? 0, start: part[1] ?? 0 }
    rows.push({ run, ...low, passages: part, codes: codes.slice(fromCode, code) })
    from = i + 1
    fromCode = code
  }
  return rows
}

/** Leaves of one run in the hands of one write transaction. */
export interface LeafSet {
  /** Adds pairs to a passage, behind those that it has. Gives the place of the first. */
  insert(passage: Passage, codes: readonly number[]): number
  /** Code of a pair, or undefined when it is not there. */
  code(passage: Passage, place: number): number | undefined
  setCode(passage: Passage, place: number, code: number): void
  /** Writes what changed. */
  flush(): Promise<void>
}

function leafSet(db: ProjectTables, run: number, rows: readonly LeafRow[]): LeafSet {
  const leaves: Leaf[] = rows
    .map(({ run: _run, ...row }) => ({ ...row, changed: false }))
    .sort((a, b) => a.document - b.document || a.start - b.start)

  const leafAt = ({ document, start }: Passage): Leaf | undefined => {
    let low = 0
    let high = leaves.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const leaf = leaves[middle]
      const before =
        leaf !== undefined && (leaf.document < document || (leaf.document === document && leaf.start <= start))
      if (before) low = middle + 1
      else high = middle
    }
    return leaves[low - 1]
  }
  const firstLeaf = (): Leaf => {
    const leaf = { document: 0, start: 0, passages: new Uint32Array(0), codes: new Uint32Array(0), changed: true }
    leaves.unshift(leaf)
    return leaf
  }
  const find = (passage: Passage, place: number): readonly [Leaf, number] | undefined => {
    const leaf = leafAt(passage)
    if (leaf === undefined) return undefined
    const { passages } = leaf
    const number = firstPassage(passages, passage)
    const found = isAt(passages, number, passage) && place < pairsOf(passages, number)
    return found ? [leaf, pairsBefore(passages, number) + place] : undefined
  }
  return {
    insert: (passage, codes) => {
      const leaf = leafAt(passage) ?? firstLeaf()
      const number = firstPassage(leaf.passages, passage)
      const place = isAt(leaf.passages, number, passage) ? pairsOf(leaf.passages, number) : 0
      leaf.codes = inserted(leaf.codes, pairsBefore(leaf.passages, number) + place, codes)
      if (place === 0) {
        leaf.passages = inserted(leaf.passages, number * WIDTH, [passage.document, passage.start, codes.length])
      } else leaf.passages[number * WIDTH + 2] = place + codes.length
      leaf.changed = true
      return place
    },
    code: (passage, place) => {
      const found = find(passage, place)
      return found === undefined ? undefined : found[0].codes[found[1]]
    },
    setCode: (passage, place, code) => {
      const found = find(passage, place)
      if (found === undefined) return
      found[0].codes[found[1]] = code
      found[0].changed = true
    },
    flush: async () => {
      const changed = leaves.filter(leaf => leaf.changed).flatMap(leaf => rowsOf(run, leaf))
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
  // A large commit touches nearly every leaf: they come quicker as one range than one by one.
  const rows =
    wanted.size * 2 > keys.length
      ? await db.pairIndex
          .where('[run+document+start]')
          .between([run, FIRST_KEY, FIRST_KEY], [run, LAST_KEY, LAST_KEY], true, true)
          .limit(keys.length)
          .toArray()
      : await db.pairIndex.bulkGet([...wanted])
  return leafSet(
    db,
    run,
    rows.filter(row => row !== undefined),
  )
}
