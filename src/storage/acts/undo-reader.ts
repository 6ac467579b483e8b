import type { ProjectReader } from '#core/ports/project-store'
import { nextAct, stepsBack, summaryOf } from '#storage/acts/next-act'
import type { Connection } from '#storage/database/connection'

export function undoReader(connection: Connection): Pick<ProjectReader, 'canUndo'> {
  return {
    canUndo: () =>
      connection.read(['meta', 'acts'], async db => {
        const [undo, redo, steps] = await Promise.all([nextAct(db, 'undo'), nextAct(db, 'redo'), stepsBack(db)])
        return {
          undo: undo === undefined ? null : summaryOf(undo),
          redo: redo === undefined ? null : summaryOf(redo),
          steps,
        }
      }),
  }
}
