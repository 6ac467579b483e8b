import type { KeyRanges, RunRow } from '#storage/database/rows'
import type { ProjectTables } from '#storage/database/project-database'
import { eachRange } from '#storage/database/key-ranges'
import { type Cube, cubeFor } from '#storage/index/cube'
import { addTo } from '#storage/index/cube'
import { eachEntry, leavesOf } from '#storage/index/scan'

/** What a run wrote for these documents, by facets. */
async function cubeOf(db: ProjectTables, row: RunRow, documents: KeyRanges): Promise<{ cube: Cube; pairs: number }> {
  const cube = cubeFor(row.tasks.length)
  let pairs = 0
  for (const range of eachRange(documents)) {
    for await (const leaves of leavesOf(db, row.sequence, range)) {
      for (const leaf of leaves) {
        eachEntry(leaf, range, code => {
          addTo(cube, code, 1)
          pairs++
        })
      }
    }
  }
  return { cube, pairs }
}

/**
 * Takes the pairs of documents out of the counters of all runs, or puts them back. With `forGood` the runs forget
 * that they wrote them.
 */
export async function countDocuments(
  db: ProjectTables,
  documents: KeyRanges,
  change: { readonly visible: 1 | -1 | 0; readonly forGood: boolean },
): Promise<void> {
  if (documents.length === 0) return
  for (const row of await db.runs.toArray()) {
    const { cube: counted, pairs } = await cubeOf(db, row, documents)
    if (pairs === 0) continue
    const cube = row.cube.map((count, slot) => count + change.visible * (counted[slot] ?? 0))
    if (!change.forGood) {
      await db.runs.put({ ...row, cube })
      continue
    }
    const left = Math.max(0, row.run.pairs - pairs)
    const pairBytes = row.run.pairs === 0 ? 0 : Math.round((row.pairBytes * left) / row.run.pairs)
    await db.runs.put({ ...row, cube, pairBytes, run: { ...row.run, pairs: left } })
  }
}
