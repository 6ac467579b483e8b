import { chineseNumber, readingsOf } from '#core/verification/support/numerals'
import type { DateParts } from '#core/verification/support/quantity'
import type { Token } from '#core/verification/support/tokens'

const MONTHS: ReadonlyMap<string, number> = new Map(
  'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec'
    .split(' ')
    .flatMap((names, i) => names.split('|').map((name): [string, number] => [name, i + 1])),
)

/** Months whose names are ordinary words: a day or a year stands beside them, or a word of time before. */
const AMBIGUOUS: ReadonlySet<string> = new Set(['may', 'march', 'mar', 'sep', 'jan', 'dec', 'august'])
const TIME_WORDS: ReadonlySet<string> = new Set(
  'in since until till from by of late early mid during last next every before after between following previous'.split(
    ' ',
  ),
)

export interface DateFound {
  readonly date: DateParts
  /** Index of the token behind it. */
  readonly next: number
}

/** A date that begins at token `i`: with a month's name, in digits, or in Chinese (rule SUPPORT3). */
export function dateAt(tokens: readonly Token[], i: number): DateFound | null {
  const token = tokens[i]
  if (token === undefined) return null
  if (token.kind === 'word') return monthFirst(tokens, i, token)
  if (token.kind === 'number') return dayFirst(tokens, i, token) ?? inDigits(tokens, i, token) ?? inChinese(tokens, i)
  if (token.kind === 'han') return inOldMonth(tokens, i)
  return token.kind === 'numeral' ? inChinese(tokens, i) : null
}

/** A month whose name is all that a line has: a heading, which "May" is as well. */
export function monthAlone(token: Token, text: string): DateParts | null {
  const name = month(token)
  if (name === null || !/(?:^|\n)[\s#*]*$/u.test(text.slice(Math.max(0, token.start - 8), token.start))) return null
  return /^[\s:*]*(?:\n|$)/u.test(text.slice(token.end, token.end + 8)) ? { year: null, month: name, day: null } : null
}

/** Whether a folded word is the name of a month. */
export function isMonth(word: string): boolean {
  return MONTHS.has(word)
}

function month(token: Token | undefined): number | null {
  if (token?.kind !== 'word') return null
  const found = MONTHS.get(token.word)
  return found !== undefined && /^\p{Lu}/u.test(token.text) ? found : null
}

function whole(token: Token | undefined, from: number, to: number): number | null {
  if (token?.kind !== 'number' || token.text.length > 4 || !/^\d+$/u.test(token.text)) return null
  const value = Number(token.text)
  return value >= from && value <= to ? value : null
}

const SUFFIX = /^(?:st|nd|rd|th)$/u

function skipSuffix(tokens: readonly Token[], i: number): number {
  const token = tokens[i]
  return token !== undefined && SUFFIX.test(token.text) && tokens[i - 1]?.end === token.start ? i + 1 : i
}

/** A year behind a day or a month, perhaps after a comma. */
function yearAt(tokens: readonly Token[], i: number): { year: number; next: number } | null {
  const at = tokens[i]?.text === ',' || tokens[i]?.text === '.' ? i + 1 : i
  const year = whole(tokens[at], 100, 2999)
  return year === null || (tokens[at]?.text.length ?? 0) < 3 ? null : { year, next: at + 1 }
}

/** March 4, 1821 · March 4 · March 1821 · in March */
function monthFirst(tokens: readonly Token[], i: number, token: Token): DateFound | null {
  const name = month(token)
  if (name === null) return null
  const at = tokens[i + 1]?.text === '.' && token.word.length <= 4 ? i + 2 : i + 1
  const day = whole(tokens[at], 1, 31)
  if (day !== null && (tokens[at]?.text.length ?? 0) <= 2) {
    const behind = skipSuffix(tokens, at + 1)
    const year = yearAt(tokens, behind)
    return { date: { year: year?.year ?? null, month: name, day }, next: year?.next ?? behind }
  }
  const year = yearAt(tokens, at)
  if (year !== null) return { date: { year: year.year, month: name, day: null }, next: year.next }
  if (AMBIGUOUS.has(token.word) && !TIME_WORDS.has(tokens[i - 1]?.word ?? '') && !isBesideMonth(tokens, i)) return null
  return { date: { year: null, month: name, day: null }, next: i + 1 }
}

/** "Between October and May", "May to July" */
function isBesideMonth(tokens: readonly Token[], i: number): boolean {
  const isSure = (token: Token | undefined): boolean => month(token) !== null && !AMBIGUOUS.has(token?.word ?? '')
  const joins = (token: Token | undefined): boolean => JOINS.has(token?.word ?? '')
  return (joins(tokens[i - 1]) && isSure(tokens[i - 2])) || (joins(tokens[i + 1]) && isSure(tokens[i + 2]))
}

const JOINS: ReadonlySet<string> = new Set('and or to through till until - – — ,'.split(' '))

/** 4 March 1821 · 4th of March · 4 Mar. 1821 */
function dayFirst(tokens: readonly Token[], i: number, token: Token): DateFound | null {
  const day = whole(token, 1, 31)
  if (day === null) return null
  let at = skipSuffix(tokens, i + 1)
  if (tokens[at]?.word === 'of') at += 1
  const name = month(tokens[at])
  if (name === null) return null
  at += 1
  if (tokens[at]?.text === '.' && (tokens[at - 1]?.word.length ?? 0) <= 4 && whole(tokens[at + 1], 100, 2999) !== null)
    at += 1
  const year = yearAt(tokens, at)
  return { date: { year: year?.year ?? null, month: name, day }, next: year?.next ?? at }
}

/** 1821-03-04 · 1821/3/4 · 1821.03.04 · 04/03/1821 · 4.3.1821 (where the two could be either, the month is not told). */
function inDigits(tokens: readonly Token[], i: number, token: Token): DateFound | null {
  const dotted = token.text.includes('.') ? /^(\d{1,4})\.(\d{1,2})\.(\d{1,4})$/u.exec(token.text) : null
  if (dotted !== null) return fromDigits(dotted[1] ?? '', dotted[2] ?? '', dotted[3] ?? '', i + 1)
  const mark = tokens[i + 1]?.text
  if ((mark !== '-' && mark !== '/') || tokens[i + 3]?.text !== mark) return null
  const [second, third] = [tokens[i + 2], tokens[i + 4]]
  if (second === undefined || third === undefined || third.start - token.start > 10) return null
  return fromDigits(token.text, second.text, third.text, i + 5)
}

function fromDigits(a: string, b: string, c: string, next: number): DateFound | null {
  if (!/^\d{1,4}$/u.test(a) || !/^\d{1,2}$/u.test(b) || !/^\d{1,4}$/u.test(c)) return null
  const [x, y, z] = [Number(a), Number(b), Number(c)]
  if (a.length === 4 && y >= 1 && y <= 12 && z >= 1 && z <= 31) return { date: { year: x, month: y, day: z }, next }
  if (c.length !== 4 || x < 1 || y < 1 || x > 31 || y > 31) return null
  if (x > 12 && y <= 12) return { date: { year: z, month: y, day: x }, next }
  if (y > 12 && x <= 12) return { date: { year: z, month: x, day: y }, next }
  return x <= 12 && y <= 12 ? { date: { year: z, month: x === y ? x : null, day: x === y ? x : null }, next } : null
}

/** 1821年3月4日 · 1821年3月 · 3月4日 · 三月 · 一八二一年三月四号. A year alone is a number of its own kind. */
function inChinese(tokens: readonly Token[], i: number): DateFound | null {
  const unit = tokens[i + 1]?.text
  if (unit !== '年' && unit !== '月') return null
  let at = i
  let year: number | null = null
  if (unit === '年' && (tokens[at + 1]?.start ?? 0) - (tokens[at]?.end ?? 0) <= 1) {
    year = chineseValue(tokens[at])
    if (year === null || year < 100) return null
    at += 2
  }
  const name = chineseValue(tokens[at])
  if (name === null || name < 1 || name > 12 || tokens[at + 1]?.text !== '月') return null
  at += 2
  if (tokens[at]?.text === '份') return { date: { year, month: name, day: null }, next: at + 1 }
  // 十月初六
  const isEarly = tokens[at]?.text === '初' && (chineseValue(tokens[at + 1]) ?? 11) <= 10
  if (isEarly) return { date: { year, month: name, day: chineseValue(tokens[at + 1]) }, next: at + 2 }
  const day = chineseValue(tokens[at])
  const mark = tokens[at + 1]?.text
  if (day !== null && day >= 1 && day <= 31 && (mark === '日' || mark === '号'))
    return { date: { year, month: name, day }, next: at + 2 }
  return { date: { year, month: name, day: null }, next: at }
}

const OLD_MONTHS: ReadonlyMap<string, number> = new Map([
  ['正', 1],
  ['冬', 11],
  ['腊', 12],
])

/** Whether a character may open the name of an old month: 正月, 腊月. */
export function opensMonth(character: string): boolean {
  return OLD_MONTHS.has(character)
}

/** 腊月初八 */
function inOldMonth(tokens: readonly Token[], i: number): DateFound | null {
  const month = OLD_MONTHS.get(tokens[i]?.text ?? '')
  if (month === undefined || tokens[i + 1]?.text !== '月') return null
  const early = tokens[i + 2]?.text === '初' ? i + 3 : i + 2
  const day = tokens[early]?.kind === 'numeral' ? chineseValue(tokens[early]) : null
  return day === null || day < 1 || day > 30 ? null : { date: { year: null, month, day }, next: early + 1 }
}

/** A whole number in digits or in Chinese numerals, or null. */
export function chineseValue(token: Token | undefined): number | null {
  if (token?.kind === 'number') return readingsOf(token.text)[0] ?? null
  return token?.kind === 'numeral' && token.text !== '半' ? chineseNumber(token.text) : null
}
