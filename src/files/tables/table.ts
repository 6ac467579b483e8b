import type { Json } from '#core/documents/document'

/** A record of a table; `values` is a string where rows have no columns. */
export interface TableRow {
  /** Counted from 1, without a header line; rows without a text count too. */
  readonly row: number
  /** Line that the record starts on, counted from 1. */
  readonly line: number
  readonly values: string | ReadonlyMap<string, Json>
}

/** A table that was checked and can now be read. */
export interface Table {
  readonly encoding: string
  /** All records, once. */
  rows(): AsyncIterable<TableRow>
}
