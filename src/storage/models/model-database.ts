import { Dexie, type Table } from 'dexie'
import type { StoredModel } from '#core/models/model'
import { ProblemError } from '#core/problem'
import type { KeptAt } from '#storage/models/model-disk'
import { openProblemOf, storageProblemOf } from '#storage/storage-problem'

export interface KeptFile {
  readonly at: KeptAt
  readonly bytes: number
}

/** A model that is whole. */
export interface ModelRow {
  readonly id: string
  readonly model: StoredModel
  readonly files: readonly KeptFile[]
  /** Of the whole GGUF, all parts in order; null for models of web-llm. */
  readonly sha256: string | null
}

/** A download that was begun and has not become a model yet. */
export interface DownloadRow {
  readonly model: string
  readonly title: string
  readonly url: string
  /** Address of the library, for a folder of MLC that came by its address. */
  readonly library?: string | null
}

/** A file of such a download: what is needed to go on with it, and to clean it away. */
export interface PartRow {
  readonly id: string
  readonly model: string
  readonly at: KeptAt
  readonly url: string
  /** Tag or date that the host gave with it, so that two versions are never joined; null where it gave none. */
  readonly version: string | null
  /** Bytes and digest once it is whole; null before. */
  readonly whole: { readonly bytes: number; readonly sha256: string | null } | null
}

export interface ModelTables {
  readonly models: Table<ModelRow, string>
  readonly downloads: Table<DownloadRow, string>
  readonly parts: Table<PartRow, string>
}

const NAME = 'pairloom-models'
const TABLES = ['models', 'downloads', 'parts'] as const

/**
 * One transaction over the list of models, in a database of its own: models belong to no project. `work` awaits nothing
 * but this database. Rejects with a ProblemError where storage fails.
 */
export async function withModels<T>(mode: 'r' | 'rw', work: (tables: ModelTables) => PromiseLike<T>): Promise<T> {
  const db = new Dexie(NAME, { autoOpen: false, chromeTransactionDurability: 'strict', cache: 'disabled' })
  db.version(1).stores({ models: 'id', downloads: 'model', parts: 'id, model' })
  try {
    await db.open().catch((error: unknown) => {
      throw new ProblemError(openProblemOf(error))
    })
    return await db.transaction(`${mode}!`, [...TABLES], transaction =>
      work({
        models: transaction.table<ModelRow, string>('models'),
        downloads: transaction.table<DownloadRow, string>('downloads'),
        parts: transaction.table<PartRow, string>('parts'),
      }),
    )
  } catch (error) {
    const problem = storageProblemOf(error)
    throw problem === null ? error : new ProblemError(problem)
  } finally {
    db.close()
  }
}
