import type { Meta, SourceKind } from '#core/documents/document'
import type { ReadWarning } from '#core/problem'

/** A file as given: its path relative to what the person gave, and its bytes. */
export interface GivenFile {
  readonly name: string
  readonly blob: Blob
}

export interface ReadOptions {
  /** Encoding that the person chose (a label that TextDecoder knows); found by looking at the bytes when absent. */
  readonly encoding?: string
  /** Column of a table that holds the text; guessed when absent. Ignored for other kinds. */
  readonly column?: string
  /** What to take from an HTML page: its main content, or all of its text. */
  readonly html: 'main' | 'whole'
  /** For tests: smaller limits. */
  readonly limits?: Partial<ReadLimits>
  /**
   * Gives a data file of the PDF library by its name (`GBK-EUC-H.bcmap`); own-origin files by default. Tests read them
   * from disk.
   */
  readonly pdfData?: (name: string) => Promise<Uint8Array>
}

/** All in bytes. */
export interface ReadLimits {
  /** Of any file, after unpacking. */
  readonly decoded: number
  /** Pages above it give their whole text. */
  readonly mainContent: number
  /** Of formats that are held in memory while they are read (HTML, DOCX, PDF). */
  readonly inMemory: number
  /** Cells from this size on are reported. */
  readonly largeCell: number
  /** Longest row of a table. */
  readonly row: number
  /** Texts up to this size arrive in one piece, by `document`. */
  readonly wholeText: number
}

/** All that is known of a document beside its text. */
export interface DocumentHead {
  readonly name: string
  /** Number of the row among the rows of a table, counted from 1 without the header line; null for other kinds. */
  readonly row: number | null
  readonly title: string | null
  /** Offset where each page starts, in UTF-16 code units; null for kinds without pages. */
  readonly pages: readonly number[] | null
  readonly meta: Meta
}

export interface WholeDocument extends DocumentHead {
  /** Well-formed, not blank. */
  readonly text: string
}

/** `checking` goes over the file without giving anything away; `reading` hands documents out. */
export interface ReadProgress {
  readonly phase: 'checking' | 'reading'
  /** Bytes of the file as given (packed, if it is packed) that this phase has gone through. */
  readonly bytes: number
  readonly total: number
}

/**
 * Where documents go. Calls come one after the other: a reader waits for each promise before it goes on, so a slow sink
 * slows the reader down instead of filling memory.
 *
 * Small documents come whole by `document`. A large text comes as `begin`, `text`…, then exactly one of `end` (it is
 * complete) or `discard` (it is not, forget it). `discard` is called before the problem is thrown. Documents of a table
 * that were handed over before a problem are whole; the caller decides what becomes of them.
 */
export interface DocumentSink {
  document(document: WholeDocument): void | Promise<void>
  begin(head: DocumentHead): void | Promise<void>
  /** A piece that is not empty, at most 4 Mi code units, well-formed on its own (no pair of surrogates is cut). */
  text(piece: string): void | Promise<void>
  end(): void | Promise<void>
  discard(): void | Promise<void>
  /** At most once for each 64 KiB read; throttle before drawing. */
  progress(progress: ReadProgress): void
}

export interface ReadSummary {
  readonly kind: SourceKind
  /** Name of the encoding that the file was read with; null where the format fixes it (PDF, DOCX). */
  readonly encoding: string | null
  /** Column that the text was taken from, and all columns; null for kinds without columns. */
  readonly column: string | null
  readonly columns: readonly string[] | null
  /** Documents handed to the sink. */
  readonly documents: number
  readonly warnings: readonly ReadWarning[]
}
