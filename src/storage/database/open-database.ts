import type { Dexie } from 'dexie'
import { ProblemError, type StorageProblem } from '#core/problem'
import { fenceRows } from '#storage/database/fence'
import { nativeVersion } from '#storage/database/native-version'
import { inTransaction, projectDatabase } from '#storage/database/project-database'
import { readMeta } from '#storage/database/meta'
import { openProblemOf } from '#storage/storage-problem'
import { LAYOUT_VERSION } from '#storage/migrations/migrations'

export interface DatabaseEvents {
  /** Another tab wants to change or delete the database; it is closed already. */
  readonly onOutdated: () => void
  /** The browser closed the connection: data cleared, or (WebKit) its storage process restarted. */
  readonly onClosed: (db: Dexie) => void
  /** Opening waits for another tab that holds an older layout. */
  readonly onBlocked: () => void
  /** Sees each database before it opens. */
  readonly prepare: (db: Dexie) => void
}

export function databaseNameOf(project: string): string {
  return `pairloom-${project}`
}

const fail = (problem: StorageProblem) => new ProblemError(problem)

/**
 * Opens the database of a project that exists (rules STORE1, STORE2, STORE3). Never creates one.
 *
 * @throws ProblemError `storage-cleared` when there is none or it is empty, `newer-database`
 */
export async function openDatabase(project: string, events: DatabaseEvents): Promise<Dexie> {
  const name = databaseNameOf(project)
  const version = await nativeVersion(name)
  if (version === 0) throw fail({ kind: 'storage-cleared' })
  if (version > LAYOUT_VERSION * 10) throw fail({ kind: 'newer-database', version: version / 10 })

  const db = projectDatabase(name)
  events.prepare(db)
  let ours = false
  const close = (): void => {
    ours = true
    db.close()
  }
  db.on('populate', () => {
    // It went away since the look above; failing here keeps the browser from leaving an empty one behind.
    throw fail({ kind: 'storage-cleared' })
  })
  db.on('blocked', () => {
    events.onBlocked()
    return false
  })
  db.on('versionchange', () => {
    close()
    events.onOutdated()
    // Stops Dexie's own listener, which would open it again later.
    return false
  })
  // Fires on every close, also our own, and before the handle is closed: closing here would never end.
  db.on('close', () => {
    if (!ours) events.onClosed(db)
  })
  try {
    await db.open()
    const [sentinel, least] = await inTransaction(db, 'r', ['meta'], tables =>
      Promise.all([readMeta(tables, 'sentinel'), readMeta(tables, 'minAppVersion')]),
    )
    if (sentinel === undefined) throw fail({ kind: 'storage-cleared' })
    if (least !== undefined && least.version > LAYOUT_VERSION) {
      throw fail({ kind: 'newer-database', version: least.version })
    }
    return db
  } catch (error) {
    close()
    throw error
  }
}

/** Makes the database of a new project, empty but for its sentinel, and closes it. Throws `quota-full`, `storage-unavailable`. */
export async function createDatabase(project: string): Promise<void> {
  const db = projectDatabase(databaseNameOf(project))
  db.on('populate', transaction => {
    void transaction
      .table('meta')
      .bulkAdd([
        { key: 'sentinel', project },
        { key: 'minAppVersion', version: LAYOUT_VERSION },
        ...fenceRows(0),
        { key: 'counters', source: 1, document: 0, run: 1, act: 1 },
        { key: 'hidden', removed: [], gone: [] },
      ])
  })
  try {
    await db.open()
  } catch (error) {
    throw new ProblemError(openProblemOf(error))
  } finally {
    db.close()
  }
}
