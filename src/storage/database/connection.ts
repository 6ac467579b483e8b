import { Dexie } from 'dexie'
import type { Fence } from '#core/ports/project-store'
import { ProblemError, type StorageProblem } from '#core/problem'
import { openDatabase } from '#storage/database/open-database'
import { checkFence } from '#storage/database/fence'
import { inTransaction, type ProjectTables, type TableName } from '#storage/database/project-database'
import { isConnectionLost, openProblemOf, storageProblemOf } from '#storage/storage-problem'

type Work<T> = (db: ProjectTables) => Promise<T>

/** A project's database, opened again by itself only where the browser dropped the connection and the data is there. */
export interface Connection {
  readonly project: string
  /** One transaction; `work` awaits nothing but this database. Rejects with a ProblemError where storage fails. */
  read<T>(tables: readonly TableName[], work: Work<T>): Promise<T>
  /** The same for writing under a fence: `lost-lock` and nothing written when a newer fence was taken. */
  write<T>(fence: Fence, tables: readonly TableName[], work: Work<T>): Promise<T>
  /** Writing without a fence: taking one, and filling a database that no one else knows yet. */
  writeUnfenced<T>(tables: readonly TableName[], work: Work<T>): Promise<T>
  close(): void
}

const ATTEMPTS = 3
/** How long a browser takes to delete a site's data. */
const LOOK_AGAIN_MS = 200

/**
 * @param prepare sees each database before it opens; tests put faults in with it
 * @throws ProblemError as `openDatabase`
 */
export async function connect(
  project: string,
  onTrouble: (problem: StorageProblem) => void,
  prepare: (db: Dexie) => void = () => undefined,
): Promise<Connection> {
  let trouble: StorageProblem | null = null
  let current: Dexie | null = null
  let opening: Promise<Dexie> | null = null
  let started = false

  const stop = (problem: StorageProblem, tell: boolean): void => {
    if (trouble !== null) return
    trouble = problem
    const db = current
    current = null
    db?.close()
    if (tell) onTrouble(problem)
  }
  const open = async (): Promise<Dexie> => {
    try {
      const db = await openDatabase(project, {
        prepare,
        onBlocked: () => onTrouble({ kind: 'blocked-by-other-tab' }),
        onOutdated: () => stop({ kind: 'updated-elsewhere' }, true),
        onClosed: closed => {
          if (closed !== current) return
          current = null
          opening = null
          void Dexie.ignoreTransaction(lookAgain)
        },
      })
      current = db
      return db
    } catch (error) {
      opening = null
      const problem = error instanceof ProblemError ? error.problem : openProblemOf(error)
      if (started && problem.kind === 'storage-cleared') stop(problem, true)
      throw new ProblemError(problem)
    }
  }
  /**
   * After the browser closed the connection: the data may be gone (then that is said), or only the connection was
   * dropped. While the browser is still deleting, opening fails for another reason; so it is tried again later.
   */
  const lookAgain = async (): Promise<void> => {
    for (let attempt = 1; attempt <= ATTEMPTS && trouble === null; attempt++) {
      try {
        await handle()
        return
      } catch {
        await new Promise(resolve => setTimeout(resolve, attempt * LOOK_AGAIN_MS))
      }
    }
  }
  const handle = (): Promise<Dexie> => {
    if (trouble !== null) return Promise.reject(new ProblemError(trouble))
    opening ??= open()
    return opening
  }
  const drop = (db: Dexie): void => {
    if (db !== current) return
    current = null
    opening = null
    db.close()
  }
  const run = async <T>(mode: 'r' | 'rw', tables: readonly TableName[], work: Work<T>): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      const db = await handle()
      let reason: DOMException | null = null
      try {
        return await inTransaction(db, mode, tables, work, aborted => {
          reason = aborted
        })
      } catch (error) {
        if (trouble !== null) throw new ProblemError(trouble)
        if ((isConnectionLost(error) || isConnectionLost(reason)) && attempt < ATTEMPTS) {
          drop(db)
          continue
        }
        const problem = storageProblemOf(reason) ?? storageProblemOf(error)
        throw problem === null ? error : new ProblemError(problem)
      }
    }
  }

  await handle()
  started = true
  return {
    project,
    read: (tables, work) => run('r', tables, work),
    write: (fence, tables, work) => {
      const all = new Set<TableName>(['meta', ...tables])
      return run('rw', [...all], async db => {
        // The fence is read beside the work and not before it, which saves a turn; failing undoes what the work did.
        const [holds, worked] = await Promise.allSettled([checkFence(db, fence), work(db)])
        if (holds.status === 'rejected') throw holds.reason
        if (worked.status === 'rejected') throw worked.reason
        return worked.value
      })
    },
    writeUnfenced: (tables, work) => run('rw', tables, work),
    close: () => stop({ kind: 'storage-unavailable', detail: 'closed' }, false),
  }
}
