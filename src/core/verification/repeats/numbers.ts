import { unitSet } from '#core/text/characters'

const DIGITS = String.raw`(?:(?<![\p{L}\p{N}])[-−])?\p{Nd}+(?:[.,:/]\p{Nd}+)*[%‰]?`
const HAN = '〇零一二三四五六七八九十百千万亿两'
const UNITS = '年月日号时点分秒条章节款项岁元角万亿倍米克吨度层楼次名位世代届'
/** Words for numbers, without `one`, which is a pronoun as often as not. */
const WORDS = `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion
  third fourth fifth sixth seventh eighth ninth tenth`.split(/\s+/u)

/** Numbers in digits, in Chinese numerals that count something, in English words, Roman ones, and single letters that number. */
const NUMBER = new RegExp(
  [
    DIGITS,
    String.raw`第[${HAN}]+`,
    String.raw`[${HAN}]{2,}`,
    String.raw`[${HAN}](?=[${UNITS}])`,
    String.raw`\b(?:${[...WORDS, ...WORDS.map(word => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)].join('|')})\b`,
    String.raw`\b[IVXLCDM]{2,}\b`,
    String.raw`\b[B-HJ-Z]\b`,
  ].join('|'),
  'uy',
)

const isWordUnit = unitSet('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_')
const isOfDigits = unitSet('0123456789-')
/** Letters with which a number may begin, where a word does. */
const opensWord = unitSet(`BCDEFGHIJKLMNOPQRSTUVWXYZ${WORDS.map(word => word.charAt(0)).join('')}`)
const opensChinese = unitSet(`第${HAN}`)

/** Whether a number may begin at a place: nearly all places tell by one character that none does. */
function mayBegin(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 0x80) return isOfDigits(unit) || (opensWord(unit) && !isWordUnit(text.charCodeAt(at - 1)))
  return unit < 0x4e00 || unit > 0x9fff || opensChinese(unit)
}

const SEPARATOR = /[,，](?=\p{Nd}{3}(?!\p{Nd}))/gu

/**
 * A 32-bit hash of the numbers of a text in their order: two texts that differ in one are different, however alike they
 * are otherwise (rule DUP3). Width, thousands separators and the spelling of the minus sign make no difference.
 */
export function numbersHash(text: string): number {
  let hash = 2166136261
  const plain = text.normalize('NFKC')
  for (let at = 0; at < plain.length; at++) {
    if (!mayBegin(plain, at)) continue
    NUMBER.lastIndex = at
    const found = NUMBER.exec(plain)?.[0]
    if (found === undefined) {
      if ((plain.codePointAt(at) ?? 0) > 0xffff) at++
      continue
    }
    at += found.length - 1
    const number = found.replace(SEPARATOR, '').replace('−', '-').toLowerCase()
    for (let i = 0; i < number.length; i++) hash = Math.imul(hash ^ number.charCodeAt(i), 16777619)
    hash = Math.imul(hash ^ 0x20, 16777619)
  }
  return hash >>> 0
}
