import type { PairFilter, ProjectReader, StoredPair } from '#core/ports/project-store'
import type { Connection } from '#storage/database/connection'
import { holdsKey } from '#storage/database/key-ranges'
import type { ProjectTables } from '#storage/database/project-database'
import type { PairRow } from '#storage/database/rows'
import { loadHidden } from '#storage/documents/hidden-documents'
import { loadLeaves } from '#storage/index/leaves'
import { type Entry, scan } from '#storage/index/scan'
import { comparePlaces, pairKeyOf, type PairPlace, placeOf } from '#storage/pairs/pair-key'
import { decodePairs } from '#storage/pairs/pair-rows'
import { acceptor, countMatching, projectView, VIEW_TABLES } from '#storage/pairs/project-view'

/** Tables that a page of pairs is read from. */
export const PAGE_TABLES = [...VIEW_TABLES, 'pairIndex', 'pairs'] as const

type RowKey = readonly [run: number, document: number, start: number]

/** Rows of one run at these keys; where they lie next to each other they are read in one go. */
async function rowsAt(db: ProjectTables, keys: readonly RowKey[], dense: boolean): Promise<readonly PairRow[]> {
  const [first, last] = [keys.reduce(lower), keys.reduce(higher)]
  if (!dense || keys.length < 8) return (await db.pairs.bulkGet([...keys])).filter(row => row !== undefined)
  const rows = await db.pairs
    .where('[run+document+start]')
    .between([...first], [...last], true, true)
    .limit(keys.length * 2)
    .toArray()
  const here = new Set(rows.map(row => nameOf([row.run, row.document, row.start])))
  const missing = keys.filter(key => !here.has(nameOf(key)))
  return missing.length === 0 ? rows : [...rows, ...(await rowsAt(db, missing, false))]
}

const lower = (a: RowKey, b: RowKey): RowKey => ((a[1] - b[1] || a[2] - b[2]) <= 0 ? a : b)
const higher = (a: RowKey, b: RowKey): RowKey => (lower(a, b) === a ? b : a)
const nameOf = ([run, document, start]: RowKey): string => `${run} ${document} ${start}`

/**
 * Reads the pairs of entries, in their order.
 *
 * @param dense whether the entries leave few pairs between them out
 * @param mayMatch looks at the JSON of a pair; one that it refuses is left out
 */
export async function readPairs(
  db: ProjectTables,
  entries: readonly Entry[],
  dense: boolean,
  mayMatch: (json: string) => boolean = () => true,
): Promise<StoredPair[]> {
  // Neighbours come from one row; looking that up once for all of them halves the time of a search.
  const groups: { readonly key: RowKey; readonly entries: Entry[] }[] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    const [run, document, start] = last?.key ?? []
    if (last !== undefined && entry.start === start && entry.document === document && entry.run === run) {
      last.entries.push(entry)
    } else groups.push({ key: [entry.run, entry.document, entry.start], entries: [entry] })
  }
  const keys = new Map<number, RowKey[]>()
  for (const { key } of groups) {
    const ofRun = keys.get(key[0])
    if (ofRun === undefined) keys.set(key[0], [key])
    else ofRun.push(key)
  }
  const rows = await Promise.all([...keys.values()].map(ofRun => rowsAt(db, ofRun, dense)))
  const byName = new Map(rows.flat().map(row => [nameOf([row.run, row.document, row.start]), row]))
  return groups.flatMap(({ key, entries: ofRow }) => {
    const row = byName.get(nameOf(key))
    if (row === undefined) return []
    const read = decodePairs(row, mayMatch)
    return ofRow.flatMap(entry => {
      const pair = read(entry.place, entry.code)
      return pair === undefined ? [] : [{ key: pairKeyOf(entry), document: entry.document, run: entry.run, pair }]
    })
  })
}

/** Whether a filter takes at least half of the pairs that it looks at, as far as the counters of the runs tell. */
async function isDense(db: ProjectTables, filter: PairFilter): Promise<boolean> {
  const { states, tasks, languages } = filter
  if (states.length + tasks.length + languages.length === 0) return true
  const all = { states: [], tasks: [], languages: [] }
  let [taken, there] = [0, 0]
  for (const row of await db.runs.toArray()) {
    if (!row.run.chosen) continue
    taken += countMatching(row, filter)
    there += countMatching(row, all)
  }
  return taken * 2 >= there
}

export interface PairsAfter {
  readonly entries: readonly Entry[]
  readonly pairs: StoredPair[]
}

/** Visible entries after a place, with their pairs but those whose JSON is refused. */
export async function pairsAfter(
  db: ProjectTables,
  filter: PairFilter,
  beyond: PairPlace | null,
  limit: number,
  mayMatch?: (json: string) => boolean,
): Promise<PairsAfter> {
  const [dense, entries] = await Promise.all([
    isDense(db, filter),
    visibleEntries(db, filter, beyond, 'forward', limit),
  ])
  return { entries, pairs: await readPairs(db, entries, dense, mayMatch) }
}

/** Visible entries on one side of a place, nearest first, over all chosen runs. */
export async function visibleEntries(
  db: ProjectTables,
  filter: PairFilter,
  beyond: PairPlace | null,
  direction: 'forward' | 'backward',
  limit: number,
): Promise<Entry[]> {
  const { chosen, hidden } = await projectView(db)
  const documents = filter.document === null ? ([0, Infinity] as const) : ([filter.document, filter.document] as const)
  let found: Entry[] = []
  for (const row of chosen) {
    const matching = hidden.counted ? countMatching(row, filter) : Infinity
    if (matching === 0) continue
    // A scan of the whole run can stop at the last match; elsewhere nobody knows how many are left.
    const most = beyond === null && filter.document === null ? Math.min(limit, matching) : limit
    const ofRun = await scan(db, row.sequence, { beyond, documents }, direction, most, acceptor(filter, row, hidden))
    found = found.concat(ofRun)
  }
  if (chosen.length > 1) found.sort((a, b) => comparePlaces(a, b) * (direction === 'forward' ? 1 : -1))
  return found.slice(0, limit)
}

/** The pairs at these places; places where there is none are absent. */
export async function pairsAt(db: ProjectTables, places: readonly PairPlace[]): Promise<StoredPair[]> {
  const entries: Entry[] = []
  for (const place of places) {
    const [run, hidden, leaves] = await Promise.all([
      db.runs.get(place.run),
      loadHidden(db),
      loadLeaves(db, place.run, [place]),
    ])
    const code = leaves.code(place, place.place)
    if (run !== undefined && code !== undefined && !holdsKey(hidden.gone, place.document)) {
      entries.push({ ...place, code })
    }
  }
  return readPairs(db, entries, false)
}

/** Reading of pairs by pages and by key. */
export function pairReader(connection: Connection): Pick<ProjectReader, 'pairs' | 'pairsBefore' | 'pair'> {
  return {
    pairs: (filter, after, limit) =>
      connection.read(PAGE_TABLES, async db => (await pairsAfter(db, filter, placeOf(after), limit)).pairs),
    pairsBefore: (filter, before, limit) =>
      connection.read(PAGE_TABLES, async db => {
        const [dense, entries] = await Promise.all([
          isDense(db, filter),
          visibleEntries(db, filter, placeOf(before), 'backward', limit),
        ])
        return readPairs(db, entries.reverse(), dense)
      }),
    pair: key =>
      connection.read(PAGE_TABLES, async db => {
        const place = placeOf(key)
        return place === null ? undefined : (await pairsAt(db, [place]))[0]
      }),
  }
}
