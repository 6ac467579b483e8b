import { chineseValue } from '#core/verification/support/dates'
import { ORDINAL_WORDS, SMALL_WORDS } from '#core/verification/support/numerals'
import { isMeasureWord } from '#core/verification/support/units'
import type { Token } from '#core/verification/support/tokens'

/** A time of day: every reading in minutes since midnight, and the index of the token behind it. */
export interface ClockFound {
  readonly minutes: readonly number[]
  readonly next: number
  /** A length of time: 1:14:09. */
  readonly lasts?: true
  /** Told by a word alone, which may as well be a part of the day: noon. */
  readonly named?: true
}

const HALF_DAY = 720

/** 14:10 · 2:10 pm · 2.10 pm · 2 pm · two o'clock · 14点30分 · 下午三点半 · 9点开门. Where the half of the day is not told it may be either. */
export function clockAt(tokens: readonly Token[], i: number): ClockFound | null {
  const first = tokens[i]
  const mark = tokens[i + 1]
  if (first === undefined || mark === undefined) return null
  if (first.kind === 'word') return inWords(tokens, i)
  const dotted = first.text.includes('.') ? /^(\d{1,2})\.([0-5]\d)$/u.exec(first.text) : null
  if (dotted !== null) {
    const time = englishTime(tokens, i + 1, Number(dotted[1]), Number(dotted[2]), false)
    return time.next > i + 1 ? time : null
  }
  const hour = chineseValue(first)
  if (hour === null || hour > 24 || !Number.isInteger(hour)) return null
  const behind = tokens[i + 2]
  if ((mark.text === ':' || mark.text === '：') && behind?.kind === 'number' && /^[0-5]\d$/u.test(behind.text)) {
    if (mark.start !== first.end || behind.start !== mark.end) return null
    const seconds = secondsAt(tokens, i + 3)
    if (seconds !== null && /^\d$/u.test(first.text))
      return { minutes: [hour * 60 + Number(behind.text) + seconds / 60], next: i + 5, lasts: true }
    return englishTime(tokens, i + 3, hour, Number(behind.text), /^[1-9]$|^1[0-2]$/u.test(first.text))
  }
  if (first.kind === 'number' && mark.kind === 'word') {
    if (isOClock(tokens, i + 1)) return englishTime(tokens, i + 4, hour, 0, true)
    const half = halfOfDay(tokens, i + 1, hour)
    return half.next > i + 1 ? { minutes: [half.hour * 60], next: half.next } : null
  }
  return inChinese(tokens, i, hour)
}

/** The seconds of a time in races, behind its minutes. */
function secondsAt(tokens: readonly Token[], i: number): number | null {
  const [mark, seconds] = [tokens[i], tokens[i + 1]]
  if (mark?.text !== ':' || seconds?.kind !== 'number' || !/^[0-5]\d$/u.test(seconds.text)) return null
  return mark.start === tokens[i - 1]?.end && seconds.start === mark.end ? Number(seconds.text) : null
}

/** "half past nine", "two o'clock" */
function inWords(tokens: readonly Token[], i: number): ClockFound | null {
  const first = tokens[i]
  if (first?.word === 'half' && tokens[i + 1]?.word === 'past') {
    const third = tokens[i + 2]
    const hour = SMALL_WORDS.get(third?.word ?? '') ?? chineseValue(third)
    return hour === null || hour > 12 ? null : englishTime(tokens, i + 3, hour, 30, true)
  }
  const past = pastHour(tokens, i)
  if (past !== null) return past
  const named = NAMED.get(first?.word ?? '')
  if (named !== undefined) return { minutes: [named * 60, (named * 60) % (2 * HALF_DAY)], next: i + 1, named: true }
  const hour = SMALL_WORDS.get(first?.word ?? '')
  if (hour === undefined || hour > 12 || ORDINAL_WORDS.has(first?.word ?? '')) return null
  // "Nine fifteen"
  const minutes = MINUTES.get(tokens[i + (tokens[i + 1]?.text === '-' ? 2 : 1)]?.word ?? '')
  if (minutes !== undefined && hour > 0)
    return englishTime(tokens, i + (tokens[i + 1]?.text === '-' ? 3 : 2), hour, minutes, true)
  if (isOClock(tokens, i + 1)) return englishTime(tokens, i + 4, hour, 0, true)
  const half = halfOfDay(tokens, i + 1, hour)
  return half.next > i + 1 ? { minutes: [half.hour * 60], next: half.next } : null
}

const MINUTES: ReadonlyMap<string, number> = new Map([
  ['fifteen', 15],
  ['thirty', 30],
])

const NAMED: ReadonlyMap<string, number> = new Map([
  ['noon', 12],
  ['midnight', 24],
])

/** Whether a word is the name of a time of day. */
export function namesTime(word: string): boolean {
  return NAMED.has(word)
}

/** "Five past one", "a quarter to nine"; "five to nine" may be a stretch. */
function pastHour(tokens: readonly Token[], i: number): ClockFound | null {
  const isQuarter = tokens[i]?.word === 'a' && tokens[i + 1]?.word === 'quarter'
  const minutes = isQuarter ? 15 : SMALL_WORDS.get(tokens[i]?.word ?? '')
  const at = isQuarter ? i + 2 : i + 1
  const isTo = tokens[at]?.word === 'to' && (isQuarter || NAMED.has(tokens[at + 1]?.word ?? ''))
  if (minutes === undefined || minutes > 59 || (tokens[at]?.word !== 'past' && !isTo)) return null
  const named = NAMED.get(tokens[at + 1]?.word ?? '')
  const hour = SMALL_WORDS.get(tokens[at + 1]?.word ?? '') ?? named ?? chineseValue(tokens[at + 1])
  if (hour === null || hour < 1 || (hour > 12 && named === undefined)) return null
  const told = englishTime(tokens, at + 2, isTo ? hour - 1 : hour % 24, isTo ? 60 - minutes : minutes, true)
  return named === undefined ? told : { minutes: told.minutes.slice(0, 1), next: told.next }
}

function isOClock(tokens: readonly Token[], i: number): boolean {
  return tokens[i]?.word === 'o' && /^['’]$/u.test(tokens[i + 1]?.text ?? '') && tokens[i + 2]?.word === 'clock'
}

function englishTime(tokens: readonly Token[], i: number, hour: number, minutes: number, either: boolean): ClockFound {
  const half = halfOfDay(tokens, i, hour)
  const told = half.hour * 60 + minutes
  return { minutes: half.next > i || !either ? [told] : [told, (told + HALF_DAY) % (2 * HALF_DAY)], next: half.next }
}

/** What may stand behind a time of day; 三点建议 is three points. */
const BEHIND = /^[半整钟开闭关到至起前后以之上下止出发离放结就才便再准睡吃醒集回左多，,、。；;）)~～—–-]$/u
const LEADS = /^[从到至自在于午上晚早日天]$/u
/** 21时间 */
const NO_CLOCK = /^[间候代而常长差速期段数]$/u
/** Before points that are counted. */
const COUNTS = /^[有这那下几共]$/u
const PARTS = /^(?:上午|下午|早上|晚上|中午|凌晨|清晨|傍晚|夜里)$/u
const LATE = /^(?:下午|晚上|傍晚|夜里)$/u

function inChinese(tokens: readonly Token[], i: number, hour: number): ClockFound | null {
  const mark = tokens[i + 1]?.text
  if (mark !== '点' && mark !== '时') return null
  const behind = tokens[i + 2]
  const part = (tokens[i - 2]?.text ?? '') + (tokens[i - 1]?.text ?? '')
  const read = (minutes: number, next: number): ClockFound => {
    const told = hour * 60 + minutes
    const later = (told + HALF_DAY) % (2 * HALF_DAY)
    if (LATE.test(part)) return { minutes: [hour < 12 ? later : told], next }
    return { minutes: hour > 12 || PARTS.test(part) ? [told] : [told, later], next }
  }
  const minutes = chineseValue(behind)
  if (minutes !== null && tokens[i + 3]?.text === '分') return read(minutes, i + 4)
  if (minutes !== null && tokens[i + 3]?.text === '刻') return read(minutes * 15, i + 4)
  if (mark === '点' && isMinutes(behind, tokens[i + 3])) return read(minutes ?? 0, i + 3)
  // A length of time has 小时; 时 behind a date or before 前, 许 is the time of day.
  if (mark === '时') {
    const told = PARTS.test(part) || /^[前许整起至]$/u.test(behind?.text ?? '')
    // 每日21时加开, and no 九时
    const isHour = (hour > 12 || /^[日天至到]$/u.test(tokens[i - 1]?.text ?? '')) && tokens[i]?.kind === 'number'
    return told || (isHour && !NO_CLOCK.test(behind?.text ?? '')) ? read(0, i + 2) : null
  }
  if (behind?.text === '半') return read(30, i + 3)
  if (behind?.text === '钟' || behind?.text === '整') return read(0, i + 3)
  if (PARTS.test(part)) return read(0, i + 2)
  const before = tokens[i - 1]?.text ?? ''
  if (LEADS.test(before)) return read(0, i + 2)
  // 好一点, 有两点：
  if (tokens[i]?.text === '一' || COUNTS.test(before)) return null
  return behind === undefined || BEHIND.test(behind.text) ? read(0, i + 2) : null
}

/** 九点二十: minutes without their name; 三点十条 are points. */
function isMinutes(token: Token | undefined, behind: Token | undefined): boolean {
  if (token?.kind !== 'numeral' || !/^[二三四五]?十[一二三四五六七八九]?$/u.test(token.text)) return false
  return !isMeasureWord(behind?.text)
}

function halfOfDay(tokens: readonly Token[], i: number, hour: number): { hour: number; next: number } {
  const word = tokens[i]?.word ?? ''
  const part = partOfDay(tokens, i)
  if ((word === 'noon' || word === 'midnight') && hour === 12) return { hour: NAMED.get(word) ?? hour, next: i + 1 }
  if (part !== null && hour <= 12) return { hour: part.late ? (hour % 12) + 12 : hour % 12, next: part.next }
  const dotted = (word === 'a' || word === 'p') && tokens[i + 1]?.text === '.' && tokens[i + 2]?.word === 'm'
  if (word !== 'am' && word !== 'pm' && !dotted) return { hour, next: i }
  const next = dotted ? (tokens[i + 3]?.text === '.' ? i + 4 : i + 3) : i + 1
  return { hour: word.startsWith('p') ? (hour % 12) + 12 : hour % 12, next }
}

/** "In the morning", "in the evening" behind an hour. */
function partOfDay(tokens: readonly Token[], i: number): { late: boolean; next: number } | null {
  if (tokens[i]?.word !== 'in' || tokens[i + 1]?.word !== 'the') return null
  const word = tokens[i + 2]?.word ?? ''
  if (!/^(?:morning|afternoon|evening)$/u.test(word)) return null
  return { late: word !== 'morning', next: i + 3 }
}
