import type { PassageInput } from '#core/ports/synthesizer'

const LETTERS = /\p{L}/gu
const LATIN_LETTERS = /\p{Script=Latin}/gu

/**
 * Whether an instruction synthesizer may be asked about a passage: it was tuned on English alone (rule TAGGED7). Names,
 * tables and code between English passages are told to be of no language; of those only other scripts are refused.
 */
export function isForEnglish({ text, language }: Pick<PassageInput, 'text' | 'language'>): boolean {
  if (language !== 'other') return language === 'en'
  return 2 * countOf(text, LATIN_LETTERS) >= countOf(text, LETTERS)
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
