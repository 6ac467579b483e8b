/** Languages that Pairloom writes rules, prompts and sentence ends for; everything else is `other`. */
export const LANGUAGES = ['en', 'zh', 'other'] as const
export type Language = (typeof LANGUAGES)[number]

/** The language that a value from outside names; what names none is `other`. */
export function languageOf(value: unknown): Language {
  return LANGUAGES.find(language => language === value) ?? 'other'
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** What came beside the text: the other columns of a table row. */
export type Meta = { readonly [key: string]: Json } | null

/**
 * A text as read. Offsets everywhere are UTF-16 code units of this text. The text itself lies apart, in blocks, so
 * that a list of documents never loads it.
 */
export interface Document {
  /** Position among the documents of the project, as given; also its key. Never re-used. */
  readonly order: number
  /** The file (or paste) that it came from. */
  readonly source: number
  /** Path relative to what was given. */
  readonly name: string
  /** Number of the row in a table file, counted from 1; null for a file that is one document. */
  readonly row: number | null
  /** SHA-256 of the text in UTF-8, hex. */
  readonly sha256: string
  /** Length in UTF-16 code units. */
  readonly length: number
  readonly language: Language
  /** Title that the file states about itself (HTML, PDF, DOCX); null when it states none. */
  readonly title: string | null
  /** Offset where each page starts (PDF); null for kinds without pages. */
  readonly pages: readonly number[] | null
  readonly meta: Meta
  /** Removed by the person: its pairs are hidden and its pending items wait until it is restored. */
  readonly removed: boolean
}

export type SourceKind = 'text' | 'html' | 'table' | 'pdf' | 'docx' | 'paste' | 'sample'
