import { Dexie, type Table } from 'dexie'
import { ProblemError } from '#core/problem'
import { storageProblemOf } from '#storage/storage-problem'

export interface RegistryRow {
  readonly id: string
  readonly name: string
  readonly createdAt: number
  readonly lastOpened: number
  /** Only `ready` projects are shown; the others are being made from a backup, or deleted. */
  readonly state: 'ready' | 'restoring' | 'deleting'
}

const NAME = 'pairloom-projects'

/** The list of projects: a tiny database of its own, so that a project whose data was cleared is still known. */
export async function withRegistry<T>(work: (rows: Table<RegistryRow, string>) => PromiseLike<T>): Promise<T> {
  const db = new Dexie(NAME, { autoOpen: false, chromeTransactionDurability: 'strict', cache: 'disabled' })
  db.version(1).stores({ projects: 'id' })
  try {
    await db.open()
    return await db.transaction('rw!', ['projects'], transaction =>
      work(transaction.table<RegistryRow, string>('projects')),
    )
  } catch (error) {
    const problem = storageProblemOf(error)
    throw problem === null ? error : new ProblemError(problem)
  } finally {
    db.close()
  }
}
