import type { ProjectTables } from '#storage/database/project-database'
import type { LeafRow } from '#storage/database/rows'
import { FIRST_KEY, LAST_KEY, WIDTH } from '#storage/index/leaves'
import { comparePlaces, type PairPlace } from '#storage/pairs/pair-key'

/** A pair found in the index. */
export interface Entry extends PairPlace {
  readonly code: number
}

export interface ScanRange {
  /** Place that is not given itself: where a forward scan starts after, or a backward one before. */
  readonly beyond: PairPlace | null
  /** Keys of the first and the last document. */
  readonly documents: readonly [first: number, last: number]
}

/** Leaves read at a time: few at first, since a page is often full at once; then more. */
const FIRST_CHUNK = 4
const LARGEST_CHUNK = 256

type LeafKey = readonly [run: number, document: number, start: number]

function between(db: ProjectTables, low: LeafKey, high: LeafKey, withLow: boolean, withHigh: boolean) {
  return db.pairIndex.where('[run+document+start]').between([...low], [...high], withLow, withHigh)
}

async function* leavesForward(db: ProjectTables, run: number, range: ScanRange): AsyncGenerator<LeafRow[]> {
  const [first, last] = range.documents
  const { beyond } = range
  const from: LeafKey =
    beyond !== null && beyond.document >= first ? [run, beyond.document, beyond.start] : [run, first, 0]
  const top: LeafKey = [run, last, LAST_KEY]
  // The leaf that holds the start begins at or before it.
  const [holding, next] = await Promise.all([
    between(db, [run, FIRST_KEY, FIRST_KEY], from, true, true).last(),
    between(db, from, top, false, true).limit(FIRST_CHUNK).toArray(),
  ])
  yield holding === undefined ? next : [holding, ...next]
  let chunk = FIRST_CHUNK
  let end = next.at(-1)
  let full = next.length === chunk
  while (full && end !== undefined) {
    chunk = Math.min(chunk * 4, LARGEST_CHUNK)
    const rows = await between(db, [run, end.document, end.start], top, false, true).limit(chunk).toArray()
    yield rows
    end = rows.at(-1)
    full = rows.length === chunk
  }
}

async function* leavesBackward(db: ProjectTables, run: number, range: ScanRange): AsyncGenerator<LeafRow[]> {
  const [first, last] = range.documents
  const { beyond } = range
  let high: LeafKey =
    beyond !== null && beyond.document <= last ? [run, beyond.document, beyond.start] : [run, last, LAST_KEY]
  let withHigh = true
  for (let chunk = FIRST_CHUNK; ; chunk = Math.min(chunk * 4, LARGEST_CHUNK)) {
    const rows = await between(db, [run, FIRST_KEY, FIRST_KEY], high, true, withHigh).reverse().limit(chunk).toArray()
    yield rows
    const end = rows.at(-1)
    if (rows.length < chunk || end === undefined || end.document < first) return
    high = [run, end.document, end.start]
    withHigh = false
  }
}

/** All leaves of a run that may hold pairs of these documents, in order, a few at a time. */
export function leavesOf(
  db: ProjectTables,
  run: number,
  documents: ScanRange['documents'] = [FIRST_KEY, LAST_KEY],
): AsyncGenerator<LeafRow[]> {
  return leavesForward(db, run, { beyond: null, documents })
}

/** Calls `visit` with each pair of the leaf whose document lies in the range. */
export function eachEntry(
  { passages, codes }: Pick<LeafRow, 'passages' | 'codes'>,
  [first, last]: ScanRange['documents'],
  visit: (code: number, document: number, start: number, place: number) => void,
): void {
  let at = 0
  for (let i = 0; i < passages.length; i += WIDTH) {
    const document = passages[i] ?? 0
    const count = passages[i + 2] ?? 0
    if (document >= first && document <= last) {
      const start = passages[i + 1] ?? 0
      for (let place = 0; place < count; place++) visit(codes[at + place] ?? 0, document, start, place)
    }
    at += count
  }
}

/** What a scan takes. Both tests must pass; the first is asked for every pair, so it should be quick. */
export interface Accepts {
  readonly code: (code: number) => boolean
  readonly document: (document: number) => boolean
}

/** Entries of a leaf that are taken, in order. A leaf without any is left after one look at its codes. */
function entriesOf(
  { run, passages, codes }: LeafRow,
  { beyond, documents }: ScanRange,
  sign: 1 | -1,
  accepts: Accepts,
): Entry[] {
  const taken: Entry[] = []
  if (!codes.some(accepts.code)) return taken
  let at = 0
  for (let i = 0; i < passages.length; i += WIDTH) {
    const document = passages[i] ?? 0
    const start = passages[i + 1] ?? 0
    const count = passages[i + 2] ?? 0
    for (let place = 0; place < count; place++) {
      const code = codes[at + place] ?? 0
      if (!accepts.code(code) || document < documents[0] || document > documents[1]) continue
      const entry = { document, start, run, place, code }
      const inRange = beyond === null || comparePlaces(entry, beyond) * sign > 0
      if (inRange && accepts.document(document)) taken.push(entry)
    }
    at += count
  }
  return taken
}

/**
 * The first `limit` entries of a run in the range that are taken: in key order, or from the end backwards (then the list
 * runs backwards too).
 */
export async function scan(
  db: ProjectTables,
  run: number,
  range: ScanRange,
  direction: 'forward' | 'backward',
  limit: number,
  accepts: Accepts,
): Promise<Entry[]> {
  const found: Entry[] = []
  const sign = direction === 'forward' ? 1 : -1
  const leaves = direction === 'forward' ? leavesForward(db, run, range) : leavesBackward(db, run, range)
  for await (const rows of leaves) {
    for (const row of rows) {
      const taken = entriesOf(row, range, sign, accepts)
      found.push(...(sign === 1 ? taken : taken.reverse()))
      if (found.length >= limit) return found.slice(0, limit)
    }
  }
  return found
}
