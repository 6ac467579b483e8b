import type { ActSummary } from '#core/ports/project-store'
import { readMeta } from '#storage/database/meta'
import type { ProjectTables } from '#storage/database/project-database'
import type { ActRow } from '#storage/database/rows'

/** The act that undo, or redo, takes next. */
export async function nextAct(db: ProjectTables, direction: 'undo' | 'redo'): Promise<ActRow | undefined> {
  const done = (await readMeta(db, 'undo'))?.done ?? 0
  return direction === 'undo' ? db.acts.where('id').belowOrEqual(done).last() : db.acts.where('id').above(done).first()
}

/** How many acts can be undone. */
export async function stepsBack(db: ProjectTables): Promise<number> {
  const done = (await readMeta(db, 'undo'))?.done ?? 0
  return db.acts.where('id').belowOrEqual(done).count()
}

export function summaryOf({ kind, pairs }: ActRow): ActSummary {
  return { kind, pairs }
}
