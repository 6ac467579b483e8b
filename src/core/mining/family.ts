import type { PlainText } from '#core/mining/plain-text'
import type { Range } from '#core/synthesis/pair'

/** The families whose pairs come from one sentence or two neighbours. */
export type SentenceFamily = 'definition' | 'cause' | 'effect' | 'purpose' | 'means'

/** A sentence of a prose paragraph. */
export interface Sentence {
  readonly text: string
  /** Its range in the words of the paragraph. */
  readonly range: Range
  readonly plain: PlainText
  /** Position among the sentences of the passage. */
  readonly order: number
  /** Position in its paragraph. */
  readonly index: number
}

/** A sentence that can serve as an answer: whole, clean, with nothing in front that ties it to the one before. */
export interface Statement {
  readonly sentence: Sentence
  /** With capital and end mark. */
  readonly text: string
  /** Without the end mark. */
  readonly body: string
  /** The body in small letters. */
  readonly lower: string
  /** The words that tied it to the sentence before, lower-cased; empty when there were none. */
  readonly connective: string
  /** Whether it may open by pointing to the sentence before. */
  readonly tied: boolean
  /** The part of the sentence that `text` is, in the words of the paragraph. */
  readonly range: Range
}

/** A pair that a rule found; wording and evidence are settled when it is chosen. */
export interface Find {
  readonly task: string
  /** Instructions that ask for the same thing. */
  readonly asks: readonly [string, ...string[]]
  readonly answer: string
  /** Ranges of the passage that the answer came from. */
  readonly evidence: readonly Range[]
  /** Sentences that no other find of a sentence family may use. */
  readonly sentences: readonly number[]
  /** How sure the rule is, from 0 to 1; surer finds are taken first. */
  readonly sure: number
  readonly needsPassage: boolean
  readonly form: 'open' | 'steps'
}

/** What a rule says about one statement; the answer is the statement itself unless it names others. */
export interface Match {
  readonly asks: readonly [string, ...string[]]
  readonly sure: number
  readonly needsPassage: boolean
  /** Statements that make the answer, in order, where that is not the one that the rule was given. */
  readonly answer?: readonly Statement[]
  /** Statements that the question was made from, beside those of the answer. */
  readonly question?: readonly Statement[]
}
