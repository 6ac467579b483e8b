import type { PairFilter, ProjectReader, StoredPair } from '#core/ports/project-store'
import type { Connection } from '#storage/database/connection'
import { holdsKey } from '#storage/database/key-ranges'
import type { ProjectTables } from '#storage/database/project-database'
import { loadHidden } from '#storage/documents/hidden-documents'
import { loadLeaves } from '#storage/index/leaves'
import { type Entry, scan } from '#storage/index/scan'
import { comparePlaces, pairKeyOf, type PairPlace, placeOf } from '#storage/pairs/pair-key'
import { decodePairs } from '#storage/pairs/pair-rows'
import { acceptor, countMatching, projectView, VIEW_TABLES } from '#storage/pairs/project-view'

/** Tables that a page of pairs is read from. */
export const PAGE_TABLES = [...VIEW_TABLES, 'pairIndex', 'pairs'] as const

/** Reads the pairs of entries, in their order. */
export async function readPairs(db: ProjectTables, entries: readonly Entry[]): Promise<StoredPair[]> {
  const rowKey = ({ run, document, start }: PairPlace): string => `${run} ${document} ${start}`
  const keys = new Map(
    entries.map(entry => [rowKey(entry), [entry.run, entry.document, entry.start] as const] as const),
  )
  const rows = await db.pairs.bulkGet([...keys.values()])
  const readers = new Map(
    rows.flatMap(row => (row === undefined ? [] : [[rowKey({ ...row, place: 0 }), decodePairs(row)]])),
  )
  return entries.flatMap(entry => {
    const pair = readers.get(rowKey(entry))?.(entry.place, entry.code)
    return pair === undefined ? [] : [{ key: pairKeyOf(entry), document: entry.document, run: entry.run, pair }]
  })
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
  const found: Entry[] = []
  for (const row of chosen) {
    const matching = hidden.counted ? countMatching(row, filter) : Infinity
    if (matching === 0) continue
    // A scan of the whole run can stop at the last match; elsewhere nobody knows how many are left.
    const most = beyond === null && filter.document === null ? Math.min(limit, matching) : limit
    found.push(...(await scan(db, row.sequence, { beyond, documents }, direction, most, acceptor(filter, row, hidden))))
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
  return readPairs(db, entries)
}

/** Reading of pairs by pages and by key. */
export function pairReader(connection: Connection): Pick<ProjectReader, 'pairs' | 'pairsBefore' | 'pair'> {
  return {
    pairs: (filter, after, limit) =>
      connection.read(PAGE_TABLES, async db =>
        readPairs(db, await visibleEntries(db, filter, placeOf(after), 'forward', limit)),
      ),
    pairsBefore: (filter, before, limit) =>
      connection.read(PAGE_TABLES, async db =>
        readPairs(db, (await visibleEntries(db, filter, placeOf(before), 'backward', limit)).reverse()),
      ),
    pair: key =>
      connection.read(PAGE_TABLES, async db => {
        const place = placeOf(key)
        return place === null ? undefined : (await pairsAt(db, [place]))[0]
      }),
  }
}
