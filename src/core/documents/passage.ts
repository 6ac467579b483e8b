import type { Language } from '#core/documents/document'

/** A half-open range `[start, end)` of a document, in UTF-16 code units. Passages of one cut tile the document. */
export interface Passage {
  readonly start: number
  readonly end: number
  /** Headings above the first character of the passage, outermost first. */
  readonly headings: readonly string[]
  readonly language: Language
}

/** Sizes in estimated tokens (see `core/text/token-estimate.ts`). */
export interface ChunkSettings {
  readonly target: number
  readonly maximum: number
}

export const DEFAULT_CHUNK_SETTINGS: ChunkSettings = { target: 600, maximum: 1000 }
