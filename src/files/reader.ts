import type { SourceKind } from '#core/documents/document'
import type { ByteSource } from '#files/bytes/byte-source'
import type { Table } from '#files/tables/table'
import type { DocumentSink, ReadLimits, ReadOptions } from '#files/reading'
import type { WarningLog } from '#files/warnings'

/** One file on its way through a reader. */
export interface Reading {
  readonly signal: AbortSignal
  readonly name: string
  readonly bytes: ByteSource
  readonly options: ReadOptions
  readonly limits: ReadLimits
  readonly sink: DocumentSink
  readonly warnings: WarningLog
}

/** What a reader found out about the file beside its documents. */
export interface ReadResult {
  readonly encoding: string | null
  readonly column: string | null
  readonly columns: readonly string[] | null
}

/** Hands the documents of one file to `reading.sink`; throws ProblemError before the first one where it can. */
export type ReadDocuments = (reading: Reading) => Promise<ReadResult>

/**
 * Opens a table. `partial` says that the file is only the start of a longer one, so that its end means nothing. Throws
 * as `openText` does, and `damaged-file`.
 */
export type OpenTable = (reading: Reading, partial: boolean) => Promise<Table>

/** A line of the registry: what a format is called and how its reader is loaded, on first use. */
export interface Format {
  readonly kind: SourceKind
  /** Lower case, without the dot. */
  readonly extensions: readonly string[]
  load(): Promise<ReadDocuments>
  /** For tables: how its rows are read, for a preview. */
  table?(): Promise<OpenTable>
}
