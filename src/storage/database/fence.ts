import type { Fence } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import type { ProjectTables } from '#storage/database/project-database'
import { readMeta } from '#storage/database/meta'
import type { MetaRow } from '#storage/database/rows'

/*
 * A fence is a generation and a number of used spares. Normally a new fence is a new generation. When the quota is full
 * nothing can be written, but rows can be deleted: then a spare is deleted instead, so that a tab can still take the pen
 * and free space (rule STORE8). Spares go from the first to the last; a write checks the generation and that the next
 * spare is still there.
 */
const SPARES = 16
const RADIX = 32

function spare(number: number): MetaRow {
  return { key: `spare-fence-${number}` }
}

/** The rows of a generation. */
export function fenceRows(generation: number): MetaRow[] {
  const rows: MetaRow[] = [{ key: 'fence', generation }]
  for (let number = 1; number <= SPARES; number++) rows.push(spare(number))
  return rows
}

/** Throws `lost-lock` when a newer fence was taken. */
export async function checkFence(tables: Pick<ProjectTables, 'meta'>, fence: Fence): Promise<void> {
  const next = spare((fence % RADIX) + 1)
  const [stored, unused] = await tables.meta.bulkGet(['fence', next.key])
  const holds = stored?.key === 'fence' && stored.generation === Math.floor(fence / RADIX) && unused !== undefined
  if (!holds) throw new ProblemError({ kind: 'lost-lock' })
}

/** The next fence by a new generation; needs room for a few small rows. */
export async function nextGeneration(tables: Pick<ProjectTables, 'meta'>): Promise<Fence> {
  const generation = ((await readMeta(tables, 'fence'))?.generation ?? 0) + 1
  await tables.meta.bulkPut(fenceRows(generation))
  return generation * RADIX
}

/** The next fence by deleting a spare; needs no room. Throws `quota-full` when all are used. */
export async function nextSpare(tables: Pick<ProjectTables, 'meta'>): Promise<Fence> {
  const generation = (await readMeta(tables, 'fence'))?.generation ?? 0
  // The last spare stays: a write looks for the one after those that are used.
  for (let number = 1; number < SPARES; number++) {
    const { key } = spare(number)
    if ((await tables.meta.get(key)) === undefined) continue
    await tables.meta.delete(key)
    return generation * RADIX + number
  }
  throw new ProblemError({ kind: 'quota-full' })
}
