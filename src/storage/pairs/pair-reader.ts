import type { PairFilter, ProjectReader, StoredPair } from '#core/ports/project-store'
import type { Connection } from '#storage/database/connection'
import { holdsKey } from '#storage/database/key-ranges'
import type { ProjectTables } from '#storage/database/project-database'
import { loadHidden } from '#storage/documents/hidden-documents'
import { loadLeaves } from '#storage/index/leaves'
import { type Entry, scan } from '#storage/index/scan'
import { comparePlaces, type PairPlace, placeOf } from '#storage/pairs/pair-key'
import { acceptor, countMatching, projectView, VIEW_TABLES } from '#storage/pairs/project-view'
import { confirmChecks, readPairs } from '#storage/pairs/read-pairs'

/** Tables that a page of pairs is read from. */
export const PAGE_TABLES = [...VIEW_TABLES, 'pairIndex', 'pairs'] as const

/** Whether a filter takes at least half of the pairs that it looks at, as far as the counters of the runs tell. */
async function isDense(db: ProjectTables, filter: PairFilter): Promise<boolean> {
  const { states, tasks, languages, checks } = filter
  if (checks.length > 0) return false
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
    const accepts = acceptor(filter, row, hidden)
    const wanted = found.length + most
    for (let from = beyond; ; ) {
      const taken = await scan(db, row.sequence, { beyond: from, documents }, direction, most, accepts)
      found = found.concat(await confirmChecks(db, taken, filter.checks))
      from = taken.at(-1) ?? null
      if (taken.length < most || from === null || found.length >= wanted) break
    }
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
