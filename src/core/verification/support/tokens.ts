import type { Range } from '#core/synthesis/pair'
import { baseOf } from '#core/verification/support/irregular'

/**
 * `number`: digits with their separators · `numeral`: Chinese numerals · `han`: other Han characters in a row · `word`: letters
 * of any other script (digits after the first letter too) · `mark`: any other single character that is not white space.
 */
export type TokenKind = 'number' | 'numeral' | 'han' | 'word' | 'mark'

export interface Token extends Range {
  readonly kind: TokenKind
  /** As folded, so that digits are ASCII. */
  readonly text: string
  /** In small letters, without accents and without a possessive ending. */
  readonly word: string
}

/** A text that is read for what it says: folded, and its tokens. */
export interface Folded {
  readonly text: string
  readonly tokens: readonly Token[]
}

const TOKEN =
  /(\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d\u2060])(?:[.,]\d+)?|\d[\d\u2060]*(?:[.,'’]\d[\d\u2060]*)*)|([〇零一二两三四五六七八九十百千万亿廿卅兩萬億壹贰叁肆伍陆柒捌玖拾佰仟]+|半)|([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])|((?![\u2e80-\u9fff\uf900-\ufaff]|[\u{1b000}-\u{1b16f}\u{20000}-\u{3ffff}])\p{L}(?:(?![\u2e80-\u9fff\uf900-\ufaff]|[\u{20000}-\u{3ffff}])[\p{L}\p{M}\d])*(?:['’]\p{Ll}{1,3}(?!\p{L}))?)|(\S)/gu

const FOLDED =
  /[\uff0e\uff0f\uff0b\uff0d\uff05\uff04\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u066a-\u066c\u2212]|(?!\d)\p{Nd}/gu

/**
 * Digits of every script become ASCII digits, full width letters and the marks of numbers their usual forms. The length
 * never changes: a digit of two units is followed by a word joiner, so places in the folded text are places in the text.
 */
export function foldMarks(text: string): string {
  return text.replace(FOLDED, character => {
    const code = character.codePointAt(0) ?? 0
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
    if (code === 0x2212) return '-'
    if (code === 0x066a) return '%'
    if (code === 0x066b) return '.'
    if (code === 0x066c) return ','
    return digitOf(code) + (character.length === 2 ? '\u2060' : '')
  })
}

const DIGIT = /^\p{Nd}$/u

/** Decimal digits stand in runs of ten from zero to nine; some runs follow one another. */
function digitOf(code: number): string {
  let before = 0
  while (before < 60 && DIGIT.test(String.fromCodePoint(code - before - 1))) before += 1
  return String(before % 10)
}

/** At most `limit` tokens of a folded text, with their places. Linear in its length. */
export function tokensOf(folded: string, limit: number): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  for (const match of folded.matchAll(TOKEN)) {
    if (tokens.length >= limit) break
    const [text, number, numeral, han, word] = match
    const start = match.index
    const end = start + text.length
    if (word !== undefined) tokens.push({ kind: 'word', text, word: foldWord(word), start, end })
    else {
      const kind =
        number !== undefined ? 'number' : numeral !== undefined ? 'numeral' : han !== undefined ? 'han' : 'mark'
      tokens.push({ kind, text, word: text, start, end })
    }
  }
  return tokens
}

const PLAIN = /^[a-z\d]+$/u
const POSSESSIVE = /['’]s?$/u

/** Small letters, no accents, no possessive; a contraction keeps its end ("don't"). */
export function foldWord(word: string): string {
  const small = word.toLowerCase()
  if (PLAIN.test(small)) return small
  return small
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(POSSESSIVE, '')
    .replace('’', "'")
}

/** A word without its usual endings, a verb in its first form, to compare what two sentences speak of. */
export function stem(word: string): string {
  let bare = baseOf(word)
  if (bare.length < 4) return bare
  if (bare.endsWith('ies') && bare.length > 4) bare = `${bare.slice(0, -3)}y`
  else if (bare.endsWith('ing') && bare.length > 5) bare = bare.slice(0, -3)
  else if (bare.endsWith('ed') && bare.length > 4) bare = bare.slice(0, -2)
  else if (bare.endsWith('s') && !bare.endsWith('ss')) bare = bare.slice(0, -1)
  if (bare.length > 3 && bare.endsWith('e')) bare = bare.slice(0, -1)
  return bare
}
