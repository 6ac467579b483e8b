import type { Cancel } from '#core/ports/cancel'
import type { DecisionWriter, DocumentWriter, Fence, RunLedger } from '#core/ports/project-store'
import type { Connection } from '#storage/database/connection'
import { joinRanges, rangesOf, withoutRanges } from '#storage/database/key-ranges'
import { readMeta } from '#storage/database/meta'
import type { ProjectTables } from '#storage/database/project-database'
import type { KeyRanges } from '#storage/database/rows'
import { countDocuments } from '#storage/removal/recount'
import { ifRoom, reclaimDocuments, reclaimRun } from '#storage/removal/reclaim'

async function documentsOf(db: ProjectTables, source: number): Promise<KeyRanges> {
  return rangesOf((await db.documents.where('source').equals(source).primaryKeys()).sort((a, b) => a - b))
}

/** Makes a source and its documents disappear for readers; nothing is freed yet. */
async function forgetSource(db: ProjectTables, source: number, documents: KeyRanges): Promise<void> {
  const [row, hidden] = await Promise.all([db.sources.get(source), readMeta(db, 'hidden')])
  if (row === undefined) return
  // Without the row of hidden documents the counters are not believed anyway; a later writer counts anew.
  if (hidden !== undefined) {
    await countDocuments(db, documents, { visible: row.removed ? 0 : -1, forGood: true })
    await db.meta.put({
      key: 'hidden',
      removed: withoutRanges(hidden.removed, documents),
      gone: joinRanges(hidden.gone, documents),
    })
  }
  await db.sources.delete(source)
}

async function deleteSource(cancel: Cancel, connection: Connection, fence: Fence, source: number): Promise<void> {
  const tables = ['meta', 'sources', 'documents', 'runs', 'pairIndex'] as const
  const documents = await connection.read(['documents'], db => documentsOf(db, source))
  const noted = await ifRoom(connection.write(fence, tables, db => forgetSource(db, source, documents)))
  if (!noted) {
    // No room to note anything. Deleting is possible: readers then work out what is hidden (rule STORE9).
    await connection.write(fence, ['meta', 'sources'], async db => {
      await db.sources.delete(source)
      await db.meta.delete('hidden')
    })
  }
  await reclaimDocuments(cancel, connection, fence, documents)
}

async function setSourceRemoved(db: ProjectTables, source: number, removed: boolean): Promise<void> {
  const row = await db.sources.get(source)
  if (row === undefined || row.removed === removed) return
  const [documents, hidden] = await Promise.all([documentsOf(db, source), readMeta(db, 'hidden')])
  await db.sources.put({ ...row, removed })
  if (hidden === undefined) return
  await countDocuments(db, documents, { visible: removed ? -1 : 1, forGood: false })
  const change = removed ? joinRanges : withoutRanges
  await db.meta.put({ ...hidden, removed: change(hidden.removed, documents) })
}

/** Hiding, restoring and deleting. A deletion is done for readers at once; space comes back slice by slice. */
export function removalWriter(
  connection: Connection,
): Pick<DocumentWriter, 'deleteSource'> & Pick<RunLedger, 'deleteRun'> & Pick<DecisionWriter, 'setSourceRemoved'> {
  return {
    deleteSource: (cancel, fence, source) => deleteSource(cancel, connection, fence, source),
    deleteRun: async (cancel, fence, run) => {
      await connection.write(fence, ['runs'], db => db.runs.delete(run))
      await reclaimRun(cancel, connection, fence, run)
    },
    setSourceRemoved: (fence, source, removed) =>
      connection.write(fence, ['meta', 'sources', 'documents', 'runs', 'pairIndex'], db =>
        setSourceRemoved(db, source, removed),
      ),
  }
}
