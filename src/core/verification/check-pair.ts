import type { DetectLanguage } from '#core/ports/language'
import type { Language } from '#core/documents/document'
import type { Check, Draft } from '#core/synthesis/pair'
import type { DuplicateIndex } from '#core/verification/duplicate-index'

/** What a check may look at beside the pair itself. */
export interface CheckContext {
  readonly passageText: string
  readonly passageLanguage: Language
  /** Titles and headings above the passage, which stand for it as well; left out where they are not known. */
  readonly passageHeadings?: readonly string[]
  readonly detect: DetectLanguage
  readonly duplicates: DuplicateIndex
  /** Id of the pair, which is never a duplicate of itself. */
  readonly id: string
}

/** One check: a name and a judgement without side effects. A new check is one file and one line in `checks.ts`. */
export interface PairCheck {
  readonly name: string
  readonly judge: (draft: Draft, context: CheckContext) => Omit<Check, 'name'>
}
