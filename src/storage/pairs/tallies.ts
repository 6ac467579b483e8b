import type { ProjectReader, Tally } from '#core/ports/project-store'
import type { Connection } from '#storage/database/connection'
import type { ProjectTables } from '#storage/database/project-database'
import type { RunRow } from '#storage/database/rows'
import { type HiddenDocuments, isHidden } from '#storage/documents/hidden-documents'
import { addTo, type Cube, cubeFor, sumTallies, talliesOf } from '#storage/index/cube'
import { eachEntry, leavesOf, type ScanRange } from '#storage/index/scan'
import { PAGE_TABLES, visibleEntries } from '#storage/pairs/pair-reader'
import { projectView, VIEW_TABLES } from '#storage/pairs/project-view'

/** Documents this close to each other are counted in one go. */
const NEAR = 16

/** Counts a run's visible pairs from the index. */
export async function countRun(db: ProjectTables, row: RunRow, hidden: HiddenDocuments): Promise<Cube> {
  const cube = cubeFor(row.tasks.length)
  const all: ScanRange['documents'] = [0, Infinity]
  for await (const leaves of leavesOf(db, row.sequence)) {
    for (const leaf of leaves) {
      eachEntry(leaf, all, (code, document) => {
        if (!isHidden(hidden, document)) addTo(cube, code, 1)
      })
    }
  }
  return cube
}

async function projectTallies(db: ProjectTables): Promise<readonly Tally[]> {
  const { chosen, hidden } = await projectView(db)
  const lists: Tally[][] = []
  for (const row of chosen) {
    lists.push(talliesOf(hidden.counted ? row.cube : await countRun(db, row, hidden), row.tasks))
  }
  return sumTallies(lists)
}

/** Counts of the pairs for which one of the checks did not pass. */
async function talliesByChecks(
  db: ProjectTables,
  document: number | null,
  checks: readonly string[],
): Promise<readonly Tally[]> {
  const filter = { states: [], tasks: [], languages: [], checks, document, text: '' }
  const [rows, entries] = await Promise.all([db.runs.toArray(), visibleEntries(db, filter, null, 'forward', Infinity)])
  const cubes = new Map(rows.map(row => [row.sequence, { row, cube: cubeFor(row.tasks.length) }]))
  for (const { run, code } of entries) {
    const counted = cubes.get(run)
    if (counted !== undefined) addTo(counted.cube, code, 1)
  }
  return sumTallies([...cubes.values()].map(({ row, cube }) => talliesOf(cube, row.tasks)))
}

function clusters(documents: readonly number[]): (readonly [first: number, last: number])[] {
  const ranges: (readonly [first: number, last: number])[] = []
  for (const document of [...documents].sort((a, b) => a - b)) {
    const range = ranges.at(-1)
    if (range !== undefined && document - range[1] <= NEAR) ranges[ranges.length - 1] = [range[0], document]
    else ranges.push([document, document])
  }
  return ranges
}

async function talliesByDocument(
  db: ProjectTables,
  documents: readonly number[],
): Promise<ReadonlyMap<number, readonly Tally[]>> {
  const { chosen, hidden } = await projectView(db)
  const wanted = new Set(documents.filter(document => !isHidden(hidden, document)))
  const lists = new Map<number, Tally[][]>()
  for (const row of chosen) {
    const cubes = new Map<number, Cube>()
    for (const range of clusters([...wanted])) {
      for await (const leaves of leavesOf(db, row.sequence, range)) {
        for (const leaf of leaves) {
          eachEntry(leaf, range, (code, document) => {
            if (!wanted.has(document)) return
            const cube = cubes.get(document) ?? cubeFor(row.tasks.length)
            cubes.set(document, cube)
            addTo(cube, code, 1)
          })
        }
      }
    }
    for (const [document, cube] of cubes) {
      lists.set(document, [...(lists.get(document) ?? []), talliesOf(cube, row.tasks)])
    }
  }
  return new Map([...lists].map(([document, found]) => [document, sumTallies(found)]))
}

/** Counts of visible pairs: of the project from kept counters, of documents and of checks from the index. */
export function tallyReader(connection: Connection): Pick<ProjectReader, 'tallies' | 'documentTallies'> {
  const tables = [...VIEW_TABLES, 'pairIndex'] as const
  return {
    tallies: (document, checks = []) => {
      if (checks.length > 0) return connection.read(PAGE_TABLES, db => talliesByChecks(db, document, checks))
      return connection.read(tables, async db =>
        document === null ? projectTallies(db) : ((await talliesByDocument(db, [document])).get(document) ?? []),
      )
    },
    documentTallies: documents => connection.read(tables, db => talliesByDocument(db, documents)),
  }
}
