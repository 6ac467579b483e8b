import type { DecisionWriter } from '#core/ports/project-store'
import type { Connection } from '#storage/database/connection'
import { pairsByRun } from '#storage/ledger/pairs-by-run'

/** Notes that all pairs of now are in a backup. */
export function backupNoter(connection: Connection): Pick<DecisionWriter, 'noteBackup'> {
  return {
    noteBackup: fence =>
      connection.write(fence, ['meta', 'runs'], async db => {
        await db.meta.put({ key: 'backup', pairs: Object.fromEntries(await pairsByRun(db)) })
      }),
  }
}
