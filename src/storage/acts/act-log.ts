import type { ActSummary } from '#core/ports/project-store'
import { readMeta, takeNumbers } from '#storage/database/meta'
import type { ProjectTables } from '#storage/database/project-database'
import type { ActPartRow } from '#storage/database/rows'
import { textBytes } from '#storage/documents/text-blocks'

export const ACT_TABLES = ['meta', 'acts', 'actParts'] as const

/** Numbers a pair in a part of an act: document, start, place, decision before. */
export const ENTRY = 4

/** Steps of undo that are kept. */
const STEPS = 50

type WithoutAct<P> = P extends ActPartRow ? Omit<P, 'act' | 'part'> : never
export type ActPart = WithoutAct<ActPartRow>

function partBytes(part: ActPart): number {
  return 80 + ('entries' in part ? part.entries.byteLength : textBytes(part.before) + textBytes(part.after))
}

export function partsOf(db: ProjectTables, act: number): Promise<ActPartRow[]> {
  return db.actParts.where('[act+part]').between([act, 0], [act, Infinity], true, true).toArray()
}

async function forget(db: ProjectTables, ids: readonly number[]): Promise<void> {
  for (const id of ids) {
    await db.acts.delete(id)
    await db.actParts.where('[act+part]').between([id, 0], [id, Infinity], true, true).delete()
  }
}

/** Writes a new act as the newest step: what was undone can no longer be done again, and old steps go. */
export async function recordAct(
  db: ProjectTables,
  kind: ActSummary['kind'],
  pairs: number,
  parts: readonly ActPart[],
): Promise<void> {
  const done = (await readMeta(db, 'undo'))?.done ?? 0
  const ids = await db.acts.orderBy('id').primaryKeys()
  const kept = ids.filter(id => id <= done)
  await forget(db, [...ids.filter(id => id > done), ...kept.slice(0, Math.max(0, kept.length + 1 - STEPS))])
  const id = await takeNumbers(db, 'act', 1)
  const bytes = parts.reduce((sum, part) => sum + partBytes(part), 80)
  await db.acts.add({ id, kind, pairs, bytes })
  await db.actParts.bulkAdd(parts.map((part, i) => ({ ...part, act: id, part: i })))
  await db.meta.put({ key: 'undo', done: id })
}

/** Notes that the act is undone, or done again. */
export async function noteTurned(db: ProjectTables, act: number, direction: 'undo' | 'redo'): Promise<void> {
  await db.meta.put({ key: 'undo', done: direction === 'undo' ? act - 1 : act })
}
