import type { Language } from '#core/documents/document'

/** A task that the rules can write pairs for. */
interface Family {
  /** Also the task of its pairs. */
  readonly name: string
  readonly languages: readonly Language[]
  /** Off for a family that measures under 0.9 precision in one of its languages. */
  readonly onByDefault: boolean
  /** Share of right pairs on the labelled set, by language, as `npm run bench -- mining` measures it (rule MINE18). */
  readonly precision: { readonly en: number; readonly zh: number }
}

const BOTH: readonly Language[] = ['en', 'zh']

/** Every family, in the order that a screen shows them. */
export const FAMILIES: readonly Family[] = [
  { name: 'definition', languages: BOTH, onByDefault: true, precision: { en: 1, zh: 1 } },
  { name: 'cause', languages: BOTH, onByDefault: true, precision: { en: 0.94, zh: 1 } },
  { name: 'effect', languages: BOTH, onByDefault: true, precision: { en: 1, zh: 1 } },
  { name: 'purpose', languages: BOTH, onByDefault: true, precision: { en: 1, zh: 1 } },
  { name: 'means', languages: BOTH, onByDefault: true, precision: { en: 1, zh: 1 } },
  { name: 'section', languages: BOTH, onByDefault: true, precision: { en: 1, zh: 1 } },
  { name: 'title', languages: BOTH, onByDefault: true, precision: { en: 1, zh: 1 } },
]
