import type { Transaction } from 'dexie'

/** One step of the layout. Frozen once released; a later change is a new step with a number of its own. */
export interface Migration {
  readonly version: number
  /** Tables with their keys and indexes, in Dexie's notation; null drops a table. */
  readonly stores: { readonly [table: string]: string | null }
  /** Rewrites rows; runs inside the upgrade's transaction, so a failure leaves everything as it was. */
  readonly upgrade?: (transaction: Transaction) => Promise<void>
}
