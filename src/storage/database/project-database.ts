import { Dexie, type Table, type Transaction } from 'dexie'
import type { BlindSample } from '#core/evaluation/blind-sample'
import type { StoredRecipe } from '#core/ports/project-store'
import type {
  ActPartRow,
  ActRow,
  CutRow,
  DocumentRow,
  ItemRow,
  LeafRow,
  MetaRow,
  PairRow,
  PlanRow,
  RunRow,
  SourceRow,
  TextRow,
} from '#storage/database/rows'
import { MIGRATIONS } from '#storage/migrations/migrations'

type TripleKey = readonly [run: number, document: number, start: number]

/** The tables, as a transaction hands them out. */
export interface ProjectTables {
  readonly meta: Table<MetaRow, string>
  readonly sources: Table<SourceRow, number>
  readonly documents: Table<DocumentRow, number>
  readonly texts: Table<TextRow, readonly [document: number, block: number]>
  readonly cuts: Table<CutRow, number>
  readonly runs: Table<RunRow, number>
  readonly plans: Table<PlanRow, readonly [run: number, block: number]>
  readonly items: Table<ItemRow, readonly [run: number, position: number]>
  readonly pairs: Table<PairRow, TripleKey>
  readonly pairIndex: Table<LeafRow, TripleKey>
  readonly acts: Table<ActRow, number>
  readonly actParts: Table<ActPartRow, readonly [act: number, part: number]>
  readonly recipes: Table<StoredRecipe, string>
  readonly samples: Table<BlindSample, string>
}

export type TableName = keyof ProjectTables

/** A connection to the database of a project, not open yet. Never opens by itself; every write is strict. */
export function projectDatabase(name: string): Dexie {
  const db = new Dexie(name, { autoOpen: false, chromeTransactionDurability: 'strict', cache: 'disabled' })
  for (const { version, stores, upgrade } of MIGRATIONS) {
    const step = db.version(version).stores({ ...stores })
    if (upgrade !== undefined) step.upgrade(upgrade)
  }
  // Nothing here observes queries: tracking each write and telling other tabs about it would only cost time.
  db.unuse({ stack: 'dbcore', name: 'Observability' })
  db.unuse({ stack: 'dbcore', name: 'Cache' })
  return db
}

/**
 * The tables bound to a transaction. Dexie's own way to find the running transaction follows promises, and can lose it
 * in an async generator: a query would then run beside the transaction without a word.
 */
class BoundTables implements ProjectTables {
  readonly #transaction: Transaction

  constructor(transaction: Transaction) {
    this.#transaction = transaction
  }

  get meta(): ProjectTables['meta'] {
    return this.#transaction.table('meta')
  }

  get sources(): ProjectTables['sources'] {
    return this.#transaction.table('sources')
  }

  get documents(): ProjectTables['documents'] {
    return this.#transaction.table('documents')
  }

  get texts(): ProjectTables['texts'] {
    return this.#transaction.table('texts')
  }

  get cuts(): ProjectTables['cuts'] {
    return this.#transaction.table('cuts')
  }

  get runs(): ProjectTables['runs'] {
    return this.#transaction.table('runs')
  }

  get plans(): ProjectTables['plans'] {
    return this.#transaction.table('plans')
  }

  get items(): ProjectTables['items'] {
    return this.#transaction.table('items')
  }

  get pairs(): ProjectTables['pairs'] {
    return this.#transaction.table('pairs')
  }

  get pairIndex(): ProjectTables['pairIndex'] {
    return this.#transaction.table('pairIndex')
  }

  get acts(): ProjectTables['acts'] {
    return this.#transaction.table('acts')
  }

  get actParts(): ProjectTables['actParts'] {
    return this.#transaction.table('actParts')
  }

  get recipes(): ProjectTables['recipes'] {
    return this.#transaction.table('recipes')
  }

  get samples(): ProjectTables['samples'] {
    return this.#transaction.table('samples')
  }
}

/**
 * Runs `work` in one transaction; resolves when the transaction is complete.
 *
 * @param onAborted gets the browser's own reason where it aborted the transaction: what the requests report may only
 *   be that it was aborted
 */
export async function inTransaction<T>(
  db: Dexie,
  mode: 'r' | 'rw',
  tables: readonly TableName[],
  work: (tables: ProjectTables) => Promise<T>,
  onAborted: (reason: DOMException) => void = () => undefined,
): Promise<T> {
  let native: IDBTransaction | null = null
  try {
    // `!`: a transaction of its own, also where Dexie believes that it still stands inside an earlier one that failed.
    return await db.transaction(`${mode}!`, tables, transaction => {
      native = transaction.idbtrans
      return work(new BoundTables(transaction))
    })
  } catch (error) {
    const reason = reasonOf(native)
    if (reason !== null) onAborted(reason)
    throw error
  }
}

function reasonOf(transaction: IDBTransaction | null): DOMException | null {
  return transaction === null ? null : transaction.error
}
