import type { Range } from '#core/synthesis/pair'
import { baseOf } from '#core/verification/support/irregular'
import { isLittle, saysSomething } from '#core/verification/support/little-words'
import { remembered } from '#core/verification/support/remembered'

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
  /** Of a word its stem, else the text: what two texts are compared by. */
  readonly stem: string
  /**
   * What it adds to the meaning of its sentence: the stem of a word, or a Han character with the next one. Numbers add
   * nothing, so that a wrong one does not lead elsewhere.
   */
  readonly term: string | null
  /** Whether it is a word that says something by itself. */
  readonly says: boolean
}

/** A text that is read for what it says: folded, and its tokens. */
export interface Folded {
  readonly text: string
  readonly tokens: readonly Token[]
}

const NUMBER = /\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d\u2060])(?:[.,]\d+)?|\d[\d\u2060]*(?:[.,'’]\d[\d\u2060]*)*/y
const CONTRACTED = /['’]\p{Ll}{1,3}(?!\p{L})/uy
const NUMERALS = '〇零一二两三四五六七八九十百千万亿廿卅兩萬億壹贰叁肆伍陆柒捌玖拾佰仟'

/** What a unit of UTF-16 is to a token; SURROGATE is looked at with the one behind it. */
const WHITE = 0
const DIGIT = 1
const NUMERAL = 2
const HALF = 3
const HAN = 4
const LETTER = 5
const ACCENT = 6
const SURROGATE = 7
const OTHER = 8

/** Scripts that write no spaces: what is neither Han nor kana there is a mark. */
const UNSPACED = /[\u2e80-\u9fff\uf900-\ufaff\u{1b000}-\u{1b16f}\u{20000}-\u{3ffff}]/u
const CHARACTER = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]$/u

function classOf(code: number): number {
  const character = String.fromCodePoint(code)
  if (/\s/u.test(character)) return WHITE
  if (code >= 0x30 && code <= 0x39) return DIGIT
  if (code >= 0xd800 && code <= 0xdfff) return SURROGATE
  if (character === '半') return HALF
  if (NUMERALS.includes(character)) return NUMERAL
  if (CHARACTER.test(character)) return HAN
  if (UNSPACED.test(character)) return OTHER
  if (/\p{L}/u.test(character)) return LETTER
  return /\p{M}/u.test(character) ? ACCENT : OTHER
}

/** The class of each unit, found once: a text has few different ones. 255 is not known yet. */
const CLASSES = new Uint8Array(0x10000).fill(255)

/** The class of the character at a place; for pairs of surrogates that of the character that both write. */
function classAt(text: string, i: number): number {
  const code = text.charCodeAt(i)
  let known = CLASSES[code] ?? OTHER
  if (known === 255) {
    known = classOf(code)
    CLASSES[code] = known
  }
  if (known !== SURROGATE) return known
  const whole = text.codePointAt(i) ?? 0
  return whole > 0xffff ? classOf(whole) : OTHER
}

/** Strings of one unit, each made once: in Chinese nearly every token is one. */
const CHARACTERS = new Array<string | undefined>(0x10000)

function characterOf(code: number): string {
  return (CHARACTERS[code] ??= String.fromCharCode(code))
}

const widthAt = (text: string, i: number): number => ((text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1)

const FOLDED =
  /[\uff0e\uff0f\uff0b\uff0d\uff05\uff04\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u066a-\u066c\u2212]|(?!\d)\p{Nd}/gu

/**
 * Digits of every script become ASCII digits, full width letters and the marks of numbers their usual forms. The length
 * never changes: a digit of two units is followed by a word joiner, so places in the folded text are places in the text.
 */
export function foldMarks(text: string): string {
  if (!holdsFolded(text)) return text
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

/** For each unit: 1 where it is never folded, 2 where it is or may be a half of what is; 0 is not known yet. */
const FOLDS = new Uint8Array(0x10000)

function holdsFolded(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (FOLDS[code] === 0) {
      const isHalf = code >= 0xd800 && code <= 0xdfff
      FOLDS[code] = isHalf || String.fromCharCode(code).search(FOLDED) === 0 ? 2 : 1
    }
    if (FOLDS[code] === 2) return true
  }
  return false
}

const ANY_DIGIT = /^\p{Nd}$/u

/** Decimal digits stand in runs of ten from zero to nine; some runs follow one another. */
function digitOf(code: number): string {
  let before = 0
  while (before < 60 && ANY_DIGIT.test(String.fromCodePoint(code - before - 1))) before += 1
  return String(before % 10)
}

/** At most `limit` tokens of a folded text, with their places. Linear in its length. */
export function tokensOf(folded: string, limit: number): Token[] {
  const tokens: Token[] = []
  let start = 0
  while (start < folded.length && tokens.length < limit) {
    const kind = classAt(folded, start)
    if (kind === WHITE) {
      start += 1
      continue
    }
    const end = tokenEnd(folded, start, kind)
    if (kind === LETTER) {
      const { text, word, stem, term, says } = wordAt(folded, start, end)
      tokens.push({ kind: 'word', text, word, stem, term, says, start, end })
    } else {
      const text = end === start + 1 ? characterOf(folded.charCodeAt(start)) : folded.slice(start, end)
      const term = kind === HAN ? withNext(folded, end, text) : null
      tokens.push({ kind: KINDS[kind] ?? 'mark', text, word: text, stem: text, term, says: false, start, end })
    }
    start = end
  }
  return tokens
}

/** A Han character with the one right behind it; null where there is none. */
function withNext(folded: string, at: number, text: string): string | null {
  if (at >= folded.length || classAt(folded, at) !== HAN) return null
  const [first, second] = [text.charCodeAt(0), folded.charCodeAt(at)]
  return isUsual(first) && isUsual(second) ? twoOf(first, second) : text + folded.slice(at, at + widthAt(folded, at))
}

/** Han characters in use and kana: two of them are a whole number of 31 bits. */
const BASE = 0x2e80
const SPAN = 0x8000

function isUsual(code: number): boolean {
  return code >= BASE && code < BASE + SPAN
}

/** Two characters in a row, kept for the next time that they are asked for; others take their place. */
const TWO_BITS = 15
const TWO_KEYS = new Int32Array(1 << TWO_BITS).fill(-1)
const TWOS = new Array<string>(1 << TWO_BITS).fill('')

function twoOf(first: number, second: number): string {
  const key = (first - BASE) * SPAN + second - BASE
  const slot = Math.imul(key, 0x9e3779b1) >>> (32 - TWO_BITS)
  if (TWO_KEYS[slot] !== key) {
    TWO_KEYS[slot] = key
    TWOS[slot] = String.fromCharCode(first, second)
  }
  return TWOS[slot] ?? ''
}

const KINDS: Readonly<Partial<Record<number, TokenKind>>> = {
  [DIGIT]: 'number',
  [NUMERAL]: 'numeral',
  [HALF]: 'numeral',
  [HAN]: 'han',
}

const LIANG = '两'.charCodeAt(0)

function tokenEnd(text: string, start: number, kind: number): number {
  if (kind === DIGIT) return matchEnd(NUMBER, text, start)
  let end = start + widthAt(text, start)
  if (kind === NUMERAL) {
    while (end < text.length && classAt(text, end) === NUMERAL) end += 1
    // 两 at the end is a measure: 五两.
    if (end > start + 1 && text.charCodeAt(end - 1) === LIANG) end -= 1
  }
  if (kind !== LETTER) return end
  while (end < text.length) {
    const next = classAt(text, end)
    if (next !== LETTER && next !== ACCENT && next !== DIGIT) break
    end += widthAt(text, end)
  }
  const mark = text.charCodeAt(end)
  return mark === 0x27 || mark === 0x2019 ? matchEnd(CONTRACTED, text, end) : end
}

/** Where a match that begins at a place ends; the place itself where there is none. */
function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
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

/** What is the same wherever a word stands. */
type Word = Pick<Token, 'text' | 'word' | 'stem' | 'term' | 'says'>

function wordOf(text: string): Word {
  const word = foldWord(text)
  const bare = stem(word)
  return { text, word, stem: bare, term: isLittle(word) ? null : bare, says: saysSomething(word) }
}

/** Words that were read before, so that a word is no new string each time that it stands somewhere; others take their place. */
const WORD_BITS = 15
const WORDS = new Array<Word | undefined>(1 << WORD_BITS).fill(undefined)
/** Longer words are few, and may hold on to the whole text that they were cut from. */
const LONGEST_WORD = 12

function wordAt(folded: string, start: number, end: number): Word {
  if (end - start > LONGEST_WORD) return wordOf(folded.slice(start, end))
  let hash = 0
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ folded.charCodeAt(i), 0x9e3779b1)
  const slot = (hash ^ (hash >>> 15)) & (WORDS.length - 1)
  const known = WORDS[slot]
  if (known !== undefined && standsAt(known.text, folded, start, end)) return known
  const made = wordOf(folded.slice(start, end))
  WORDS[slot] = made
  return made
}

function standsAt(word: string, folded: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let i = 0; i < word.length; i += 1) if (word.charCodeAt(i) !== folded.charCodeAt(start + i)) return false
  return true
}

/** A word without its usual endings, a verb in its first form, to compare what two sentences speak of. */
export const stem = remembered(stemOf)

function stemOf(word: string): string {
  let bare = baseOf(word)
  if (bare.length < 4) return bare
  if (bare.endsWith('ies') && bare.length > 4) bare = `${bare.slice(0, -3)}y`
  else if (bare.endsWith('ing') && bare.length > 5) bare = bare.slice(0, -3)
  else if (bare.endsWith('ed') && bare.length > 4) bare = bare.slice(0, -2)
  else if (bare.endsWith('s') && !bare.endsWith('ss')) bare = bare.slice(0, -1)
  if (bare.length > 3 && bare.endsWith('e')) bare = bare.slice(0, -1)
  return bare
}

/** Tokens as they stand, with one space where there was anything between them. */
export function wordsOf(tokens: readonly Token[]): string {
  return tokens.map((token, i) => (i > 0 && tokens[i - 1]?.end !== token.start ? ' ' : '') + token.text).join('')
}
