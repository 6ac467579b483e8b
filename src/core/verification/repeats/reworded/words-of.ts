import { unitSet } from '#core/text/characters'
import { contentWord } from '#core/text/content-word'
import { chineseNumber, SMALL_WORDS } from '#core/verification/support/numerals'
import { remembered } from '#core/verification/support/remembered'

/** A word as pairs are compared by it, and as it stands in the text. */
export interface TextWord {
  readonly word: string
  readonly raw: string
  /** Written in capitals where other words are not: `IT` is no pronoun. */
  readonly capitals: boolean
}

/**
 * Numbers with sign and separators; runs of Chinese numerals; single characters of scripts without spaces; words with what is
 * shortened behind them; symbols that say something. The rest is not compared. Looked for place by place.
 */
const WORD =
  /((?:(?<![\p{L}\p{N}])[-−])?\p{Nd}+(?:[.,:/]\p{Nd}+)*)|([〇零一二三四五六七八九十百千万亿两]+)|([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{Nd}])[\p{L}\p{M}\p{N}])+(?:['’]\p{L}{1,2}(?!\p{L}))?|[%‰&]|(?![`|~^])\p{S}/uy

/** "…, provided an adult comes along": no form of to provide. */
const PROVIDED = /, provid(?:ed|ing) (?!that\b|by\b|with\b|for\b)/gu

const SCALE = /^[十百千万亿]+$/u
const SEPARATOR = /,(?=\p{Nd}{3}(?!\p{Nd}))/gu
const APOSTROPHE = /['’]/u
const SHORTENED = /^(.+?)(n['’]t|['’]\p{L}{1,2})$/u
/** Shortened words that are not their long form without its ending. */
const LONG = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
])
const CAPITALS = /^\p{Lu}{2,}$/u
/** Behind it a capital says nothing. */
const SENTENCE_START = /(?:^|[.!?:;"“(\n])\s*$/u
const DOUBLED = /(?<=[a-z]{3})([a-z])\1$/u
/** Breed, feed, need: not a past form. */
const ENDS_EED = /eed$/u
/** Without their ending they would be other words. */
const WHOLE: ReadonlySet<string> = new Set(
  'hardly barely scarcely nearly mostly lately mainly largely shortly'.split(' '),
)

/** What is no word and begins none, and letters that stand in words of ASCII alone: no pattern need look at them. */
const isSilent = unitSet(' \n\t.,;:!?()[]{}"“”/\\*_#@。、，；：！？（）《》「」『』')
const isAscii = unitSet('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')
const isNumeral = unitSet('〇零一二三四五六七八九十百千万亿两')

/** Where a run of ASCII letters ends, if a word ends there; the start itself where the pattern has to tell. */
function asciiEnd(text: string, start: number): number {
  let end = start
  while (isAscii(text.charCodeAt(end))) end += 1
  const behind = text.charCodeAt(end)
  return behind === 0x27 || behind >= 0x80 ? start : end
}

/** Han characters of the common block, which are words by themselves unless they are numerals. */
function isPlainHan(unit: number): boolean {
  return unit >= 0x4e00 && unit < 0x9fa6 && !isNumeral(unit)
}

/** The words of a text in their order; numbers in digits, whatever they were written in. Linear in its length. */
export function wordsOf(text: string): readonly TextWord[] {
  const words: TextWord[] = []
  const plain = text.normalize('NFKC').replace(PROVIDED, ', if ')
  /** Where a word for twenty, thirty … ended last: one to nine may follow. */
  let tens = -1
  /** Where a number in digits ended last. */
  let end = -1
  const add = (word: string, raw: string, capitals = false): void => {
    words.push({ word, raw, capitals })
  }
  const addWord = (raw: string, index: number): void => {
    const { long, ending, number, stem, isCapitals } = formOf(raw)
    if (long !== null) {
      add(stem, raw.slice(0, long.length))
      if (ending.startsWith('n')) add('not', ending)
      return
    }
    const last = words.at(-1)
    if (number !== null && number > 0 && number < 10 && tens === words.length && last !== undefined)
      words[words.length - 1] = { ...last, word: String(Number(last.word) + number) }
    else if (number !== null && number !== 1) {
      add(String(number), raw)
      if (number >= 20) tens = words.length
    } else
      add(stem, raw, isCapitals || (raw === 'A' && !SENTENCE_START.test(plain.slice(Math.max(0, index - 8), index))))
  }
  const addNumerals = (raw: string, index: number): void => {
    const number = chineseNumber(raw)
    const before = words.at(-1)
    const whole = end === index ? scaled(before?.word, raw, plain[index + raw.length]) : null
    // 260万 is 二百六十万.
    if (whole !== null && before !== undefined)
      words[words.length - 1] = { ...before, word: whole, raw: before.raw + raw }
    else if (number === null) for (const one of raw) add(String(chineseNumber(one)), one)
    else add(String(number), raw)
  }
  for (let i = 0; i < plain.length; ) {
    const unit = plain.charCodeAt(i)
    const ascii = asciiEnd(plain, i)
    if (ascii > i) addWord(plain.slice(i, ascii), i)
    if (ascii > i) i = ascii
    else if (isSilent(unit)) i += 1
    else if (isPlainHan(unit)) {
      const character = plain.charAt(i)
      add(character, character)
      i += 1
    } else {
      WORD.lastIndex = i
      const match = WORD.exec(plain)
      if (match === null) i += (plain.codePointAt(i) ?? 0) > 0xffff ? 2 : 1
      else {
        const [raw, digits, numerals, character] = match
        if (digits !== undefined) {
          add(digits.replace(SEPARATOR, '').replace('−', '-'), raw)
          end = i + raw.length
        } else if (character !== undefined) add(character, raw)
        else if (numerals !== undefined) addNumerals(raw, i)
        else addWord(raw, i)
        i += raw.length
      }
    }
  }
  return words
}

/** A word by itself, wherever it stands. */
interface Form {
  /** What it is short for, as far as it stands there (`do` of `don't`), and what stands behind that. */
  readonly long: string | null
  readonly ending: string
  /** What it counts. */
  readonly number: number | null
  readonly stem: string
  readonly isCapitals: boolean
}

const formOf = remembered((raw): Form => {
  const lower = raw.toLowerCase()
  const [, long, ending] = APOSTROPHE.test(raw) ? (SHORTENED.exec(lower) ?? []) : []
  const isShort = long !== undefined && ending !== undefined
  return {
    long: isShort ? long : null,
    ending: ending ?? '',
    number: SMALL_WORDS.get(lower) ?? null,
    stem: stemOf(isShort ? (LONG.get(long) ?? long) : lower),
    isCapitals: CAPITALS.test(raw),
  }
})

/** Digits with 万 or 亿 behind them as one number; null where they are none. 千 before 克 is part of a unit. */
function scaled(digits: string | undefined, numerals: string, behind: string | undefined): string | null {
  const scale = SCALE.test(numerals) ? chineseNumber(`一${numerals}`) : null
  const value = Number(digits)
  if (scale === null || !Number.isFinite(value) || (numerals === '千' && /^[克米瓦卡]$/u.test(behind ?? '')))
    return null
  return String(Math.round(value * scale * 1000) / 1000)
}

/**
 * The stem, or the word itself where it says nothing or would become a word that does not (`note`, `willing`). `permit` and
 * `permitted` have one stem.
 */
const stemOf = remembered(word => {
  const stem = WHOLE.has(word) || ENDS_EED.test(word) ? word : contentWord(word)
  return contentWord(stem) === '' ? word : stem.replace(DOUBLED, '$1')
})
