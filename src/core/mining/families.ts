import type { Language } from '#core/documents/document'

/** A task that the rules can write pairs for. */
export interface Family {
  /** Also the task of its pairs. */
  readonly name: string
  readonly languages: readonly Language[]
  /** Off for a family that measures under 0.9 precision in one of its languages. */
  readonly onByDefault: boolean
}

/** Every family, in the order that a screen shows them. */
export const FAMILIES: readonly Family[] = [
  { name: 'definition', languages: ['en', 'zh'], onByDefault: true },
  { name: 'cause', languages: ['en', 'zh'], onByDefault: true },
  { name: 'effect', languages: ['en', 'zh'], onByDefault: true },
  { name: 'purpose', languages: ['en', 'zh'], onByDefault: true },
  { name: 'means', languages: ['en', 'zh'], onByDefault: true },
  { name: 'section', languages: ['en', 'zh'], onByDefault: true },
  { name: 'title', languages: ['en', 'zh'], onByDefault: true },
]
