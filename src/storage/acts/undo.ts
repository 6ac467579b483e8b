import type { ActSummary, DecisionWriter, Fence } from '#core/ports/project-store'
import type { Pair } from '#core/synthesis/pair'
import { ACT_TABLES, noteTurned, partsOf } from '#storage/acts/act-log'
import { nextAct, summaryOf } from '#storage/acts/next-act'
import { EDIT_TABLES, editRun } from '#storage/acts/run-editor'
import type { Connection } from '#storage/database/connection'
import type { ProjectTables } from '#storage/database/project-database'
import type { ActPartRow } from '#storage/database/rows'
import { storedJson } from '#storage/database/stored-json'
import { decisionOf } from '#storage/index/codes'
import { ENTRY } from '#storage/acts/act-log'
import { placeOf } from '#storage/pairs/pair-key'

type Direction = 'undo' | 'redo'

/** Applies one part of an act, backwards or forwards; pairs that were deleted meanwhile are passed over. */
async function turnPart(db: ProjectTables, part: ActPartRow, direction: Direction): Promise<void> {
  if ('key' in part) {
    const place = placeOf(part.key)
    const editor = place === null ? null : await editRun(db, place.run)
    if (place === null || editor === null) return
    await editor.replace(place, storedJson<Pair>(direction === 'undo' ? part.before : part.after))
    await editor.finish()
    return
  }
  const editor = await editRun(db, part.run)
  if (editor === null) return
  const { entries, decision } = part
  const targets = Array.from({ length: entries.length / ENTRY }, (_, i) => ({
    document: entries[i * ENTRY] ?? 0,
    start: entries[i * ENTRY + 1] ?? 0,
    place: entries[i * ENTRY + 2] ?? 0,
    before: decisionOf(entries[i * ENTRY + 3] ?? 0),
  }))
  await editor.decide(
    targets,
    target => (direction === 'undo' ? target.before : decision),
    () => undefined,
  )
  await editor.finish()
}

/** Undo and redo, a whole act in one transaction. */
export function undoWriter(connection: Connection): Pick<DecisionWriter, 'undo' | 'redo'> {
  const turn = (fence: Fence, direction: Direction): Promise<ActSummary | null> =>
    connection.write(fence, [...EDIT_TABLES, ...ACT_TABLES], async db => {
      const act = await nextAct(db, direction)
      if (act === undefined) return null
      for (const part of await partsOf(db, act.id)) await turnPart(db, part, direction)
      await noteTurned(db, act.id, direction)
      return summaryOf(act)
    })
  return { undo: fence => turn(fence, 'undo'), redo: fence => turn(fence, 'redo') }
}
