import { isFunctionWord, isLittle } from '#core/verification/support/little-words'
import { stem, type Token } from '#core/verification/support/tokens'

/** Words that may stand before a noun. */
export const ARTICLE =
  /^(?:the|a|an|its|his|her|their|our|my|your|this|that|these|those|some|any|each|every|all|both|one|two|three)$/u
export const PREPOSITION =
  /^(?:of|in|on|at|to|for|from|by|with|into|onto|under|over|about|after|before|between|through|during|against|near|behind|above|below|around|along|across|outside|inside|beside|without|as|than|until|since|within|off)$/u
/** Words that open another clause. */
export const PARTING =
  /^(?:and|or|but|while|whereas|when|where|which|who|whom|whose|that|because|although|though|if|so|until)$/u

/** Words that count, for numbers to judge, and words that point back. */
const NO_THING =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|dozens?|half|twice|first|second|third|last|next|(?:it|him|her|my|your|one)self|(?:them|our|your)selves)$/u

/** Whether a token is a word that says something by itself. */
export function isContent(token: Token | undefined): token is Token {
  return token?.kind === 'word' && !isLittle(token.word) && !isFunctionWord(token.word) && !NO_THING.test(token.word)
}

/** What two texts are compared by: the stem of a word, the digits of a number, the text of anything else. */
export function keyOf(token: Token): string {
  if (token.kind === 'word') return stem(token.word)
  return token.kind === 'number' ? token.text.replace(/[\s,]/gu, '') : token.text
}

/** Whether a clause ends before a token, or there is none. */
export function partsClause(token: Token | undefined): boolean {
  return token === undefined || (token.kind === 'mark' && /[,;:.!?()—–]/u.test(token.text)) || PARTING.test(token.word)
}
