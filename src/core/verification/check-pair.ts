import type { DetectLanguage } from '#core/ports/language'
import type { Language } from '#core/documents/document'
import type { Check, Draft } from '#core/synthesis/pair'
import type { PassageCount } from '#core/verification/passage-counts'
import type { Repetition } from '#core/verification/repeats/find-repetition'
import type { Thresholds } from '#core/verification/thresholds'

/** What a check may look at beside the pair itself. */
export interface CheckContext {
  readonly passageText: string
  readonly passageLanguage: Language
  /** Titles and headings above the passage, which stand for it as well; left out where they are not known. */
  readonly passageHeadings?: readonly string[]
  readonly detect: DetectLanguage
  /** Id of the pair, which is never a duplicate of itself. */
  readonly id: string
  /** The pair that this one repeats, as the judge found it. */
  readonly repeats?: Repetition | null
  /** Pairs of the passage so far, this one included; left out where it stands for itself. */
  readonly count?: PassageCount
  /** The defaults where left out. */
  readonly thresholds?: Thresholds
  /** What this same code said of the same pair before; settled checks are taken from it. */
  readonly before?: readonly Check[]
}

/** One check: a name and a judgement without side effects. A new check is one file and one line in `checks.ts`. */
export interface PairCheck {
  readonly name: string
  /** Which pairs it has something to say of; all of them where it is left out. */
  readonly applies?: (draft: Draft) => boolean
  /** Whether thresholds and other pairs have no say in it: the same code then says the same again (rule JUDGE8). */
  readonly settled?: true
  readonly judge: (draft: Draft, context: CheckContext) => Omit<Check, 'name'>
}
