import type { Language } from '#core/documents/document'

/** ASCII punctuation as SQuAD's script has it, and that of all other scripts. */
const PUNCTUATION = /[\p{P}$+<=>^`|~]/gu
const ARTICLES = /\b(?:a|an|the)\b/gu

/** A character of a script without spaces, or a run of anything else. */
const CHINESE_TOKEN =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])\S)+/gu

/**
 * The tokens of an answer as SQuAD's evaluation compares them: lower case, then punctuation out, then the articles, then
 * white space cut at. Chinese is compared by characters; what it holds of other scripts, by words (rules SCORE1, SCORE2).
 */
export function answerTokens(text: string, language: Language): readonly string[] {
  const plain = text.normalize('NFKC').toLowerCase().replace(PUNCTUATION, '')
  if (language === 'zh') return plain.match(CHINESE_TOKEN) ?? []
  return plain.replace(ARTICLES, ' ').split(/\s+/u).filter(Boolean)
}

/** How many tokens two lists have in common, each as often as the list that has it less often. */
export function commonTokens(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>()
  for (const token of a) left.set(token, (left.get(token) ?? 0) + 1)
  let common = 0
  for (const token of b) {
    const count = left.get(token) ?? 0
    if (count === 0) continue
    left.set(token, count - 1)
    common++
  }
  return common
}

/**
 * Token F1 of two answers in [0, 1], as in the evaluation of SQuAD (Rajpurkar et al. 2016): the harmonic mean of the
 * shares of tokens that each has of the other. It does not matter which is which. Where one says nothing after
 * normalisation, 1 if both do, else 0. Linear in the length of both (rules SCORE1 to SCORE3).
 */
export function tokenF1(a: string, b: string, language: Language): number {
  const [left, right] = [answerTokens(a, language), answerTokens(b, language)]
  if (left.length === 0 || right.length === 0) return left.length === right.length ? 1 : 0
  return (2 * commonTokens(left, right)) / (left.length + right.length)
}
