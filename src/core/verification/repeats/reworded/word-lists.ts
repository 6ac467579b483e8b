/**
 * What the words of a language do where pairs are compared (rules DUP7 to DUP12). Words and phrases stand between commas; they
 * are read as any text is, so one form of a word stands for all that the stemmer brings together.
 */
export interface WordLists {
  /** Say nothing. */
  readonly blank: string
  /** Join others: they count for the order of words, and are left out where two texts are held against each other without it. */
  readonly light: string
  /** What an instruction asks for, with the word that the phrase brings along after a `+`; then the phrases. */
  readonly kinds: readonly (readonly [kind: string, phrases: string])[]
  /** Kinds that count only as the first word of an instruction. */
  readonly atStart: string
  /** A line each: the word that stands for all of a group, and what means the same. */
  readonly groups: string
  /** Words that turn what is said into its opposite: two questions have the same ones. */
  readonly negating: string
  /** Words that make another question of one where they are added to it: directions, order, degrees, opposites. */
  readonly telling: string
}
