import type { Sentence } from '#core/mining/family'
import type { Reading } from '#core/mining/reading'

/** What one language says about headings and the text beneath them. */
export interface SectionWords {
  /** The heading without numbers and marks; null where it says nothing about the matter, or points elsewhere. */
  heading(words: string): string | null
  /** Whether a sentence can open an answer of its own. */
  opens(sentence: Sentence): boolean
  /** Whether a sentence can go on in an answer that has begun. */
  goesOn(sentence: Sentence, before: string): boolean
  /** Whether the answer speaks of what the heading names. */
  shares(heading: string, answer: string): boolean
  /**
   * Instructions for the text under a heading; null where none would be natural. `complete` tells whether the answer is all of it.
   */
  asks(heading: string, complete: boolean, reading: Reading, answer: string): Asked | null
  /** Instructions for the numbered steps under a heading; null where the heading names no doing. */
  asksSteps(heading: string, reading: Reading): readonly [string, ...string[]] | null
  /** Whether most of some lines tell what to do. */
  areSteps(lines: readonly string[]): boolean
  /** A step as a sentence; null where it is none. */
  step(words: string): string | null
  /** Instructions for the opening of a text with this title. */
  asksOpening(title: string): readonly [string, ...string[]]
  /** Instruction and response that go from the opening to the title. */
  asksTitle(opening: string): readonly [string, ...string[]]
  saysTitle(title: string): string
  /** What stands between two sentences. */
  readonly space: string
  /** Fewest and most UTF-16 units of an answer. */
  readonly least: number
  readonly most: number
}

export interface Asked {
  readonly asks: readonly [string, ...string[]]
  readonly sure: number
  /** A heading that is a question needs no word of it in the answer. */
  readonly question: boolean
}
