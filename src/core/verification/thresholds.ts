/** Where checks draw their lines. Each value is a choice that a person can change and judge all pairs anew by. */
export interface Thresholds {
  /**
   * Share of a sentence's weight that the passage must hold for it to count as supported. A choice of this project: from 0.25,
   * below which no place is named, to 0.3 it held back sixteen right pairs and, alone, no wrong one.
   */
  readonly aligned: number
  /** Jaccard similarity of shingles from which on two pairs repeat each other. 0.8 as NeMo Curator's fuzzy deduplication. */
  readonly repetition: number
  /** Pairs of one task that a passage may give; more are a doubt. */
  readonly perTask: number
  /**
   * Pairs that a passage may give for each 100 estimated tokens of it. A choice of this project: all recipes asked in turn
   * come to 3.5.
   */
  readonly perHundredTokens: number
  /** Pairs that a passage may give however short it is. The seven families of rules come to two each. */
  readonly leastPerPassage: number
  /** Probability of YES from which on a judge's word counts as grounded. */
  readonly grounded: number
  /** Token F1 of a second answer from which on it agrees with the first (round trip). */
  readonly agreement: number
}

export const DEFAULT_THRESHOLDS: Thresholds = {
  aligned: 0.25,
  repetition: 0.8,
  perTask: 12,
  perHundredTokens: 4,
  leastPerPassage: 14,
  grounded: 0.5,
  agreement: 0.5,
}
