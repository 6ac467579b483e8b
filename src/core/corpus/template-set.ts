import type { Part } from '#core/corpus/part'

/** How the options of a choice are listed. */
export interface Markers {
  /** A bullet is the same for all options and names none. */
  readonly kind: 'letter' | 'number' | 'bullet'
  /** What stands before the option at a place, from 0, with the space behind it. */
  readonly of: (place: number) => string
  /** How an answer calls that option; '' for bullets. */
  readonly name: (place: number) => string
  /** Options that have a marker; those beyond make another style be taken. */
  readonly most: number
  readonly between: string
}

/** Phrases of one language. Every list has at least one entry, and every combination of entries is grammatical. */
export interface TemplateSet {
  /** A passage to be read; `{text}`. */
  readonly reading: readonly Part[]
  /** Between passage and pairs; may be nothing. */
  readonly toPairs: readonly Part[]
  /** A pair of each shape. */
  readonly open: readonly Part[]
  readonly choice: readonly Part[]
  readonly steps: readonly Part[]
  readonly choiceSteps: readonly Part[]
  /** Above the options of a choice; may be nothing. */
  readonly optionsTitle: readonly string[]
  readonly markers: readonly Markers[]
  /** Steps and answer in one, for layouts that have no phrase for each. */
  readonly stepsThenAnswer: readonly Part[]
  /** Numbered: all questions first, then all answers. */
  readonly numberedStart: readonly Part[]
  readonly numberedQuestion: readonly Part[]
  readonly numberedAnswers: readonly Part[]
  readonly numberedAnswer: readonly Part[]
  /** Dialog and next turn: two speakers. */
  readonly dialogStart: readonly Part[]
  readonly speakers: readonly (readonly [asker: string, teller: string])[]
  readonly turn: readonly Part[]
  readonly nextTurn: readonly Part[]
  /** Inline few-shot: all pairs but the last as worked examples, the last as the test. */
  readonly examplesStart: readonly Part[]
  readonly example: readonly Part[]
  readonly exampleWithSteps: readonly Part[]
  readonly test: readonly Part[]
  readonly testWithSteps: readonly Part[]
  /** Inverted: pairs first, then the passage. */
  readonly pairsFirst: readonly Part[]
  readonly thenPassage: readonly Part[]
  /** Between pairs, and between the texts of a chain. */
  readonly betweenPairs: readonly string[]
  readonly betweenTexts: readonly string[]
  /** Words of an instruction that point at options which stand beside it: such a choice is never shown without them. */
  readonly pointsAtOptions: RegExp
}
