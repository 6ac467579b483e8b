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

/** Words that count: what they say is for numbers to judge. */
const COUNTS =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|dozens?|half|twice|first|second|third|last|next)$/u

/** Whether a token is a word that says something by itself. */
export function isContent(token: Token | undefined): token is Token {
  return token?.kind === 'word' && !isLittle(token.word) && !isFunctionWord(token.word) && !COUNTS.test(token.word)
}

/** What two texts are compared by: the stem of a word, the digits of a number, the text of anything else. */
export function keyOf(token: Token): string {
  if (token.kind === 'word') return stem(token.word)
  return token.kind === 'number' ? token.text.replace(/[\s,]/gu, '') : token.text
}
