import { clockAt, namesTime } from '#core/verification/support/clocks'
import { dateAt, isMonth, monthAlone, opensMonth } from '#core/verification/support/dates'
import { inRows } from '#core/verification/support/number-rows'
import { currencyBefore, DECADE, perAt, unitAt } from '#core/verification/support/measure-phrases'
import {
  beginsNumber,
  followsArticle,
  numberAt,
  type NumberPhrase,
  partBehind,
} from '#core/verification/support/number-phrases'
import { isFunctionWord } from '#core/verification/support/little-words'
import { PART_MARKS } from '#core/verification/support/numerals'
import type { Quantity } from '#core/verification/support/quantity'
import { roundingAt } from '#core/verification/support/rounding'
import type { Folded, Token } from '#core/verification/support/tokens'
import { CLOCK, COUNTED, isMeasureWord, SHARE, type Unit, unitNamed } from '#core/verification/support/units'

const MINUTE = unitNamed('minute')

/** At most `limit` numbers, dates and measures of a text, in order (rules SUPPORT2, SUPPORT3). Linear in its length. */
export function quantitiesOf(folded: Folded, limit: number): Quantity[] {
  const { tokens } = folded
  const found: Quantity[] = []
  let i = 0
  while (i < tokens.length && found.length < limit) {
    const read = quantityAt(folded, i, found.at(-1)?.end ?? -1)
    if (read === null) {
      i += 1
      continue
    }
    found.push(read.quantity)
    i = Math.max(read.next, i + 1)
  }
  return inRows(found, folded.text)
}

/** Whether a number or a date can begin with a token: nearly none does. */
function mayBegin({ kind, text, word }: Token, next: Token | undefined): boolean {
  if (kind === 'han') return SUNDAY.has(text) || (opensMonth(text) && next?.text === '月')
  if (kind === 'mark') return PART_MARKS.has(text)
  if (word === 'a' || word === 'an') return followsArticle(next?.word)
  return kind !== 'word' || beginsNumber(word) || isMonth(word) || namesTime(word)
}

/** Makes what a number is of what is told of it, up to the token `next`. */
type Make = (next: number, what: Told, scale?: number, per?: string | null) => Read
type Told = Partial<Omit<Quantity, 'end' | 'text' | 'rounding' | 'scale' | 'per' | 'parts'>>

interface Read {
  readonly quantity: Quantity
  readonly next: number
}

const LONGEST_SHOWN = 60

/** `last` is where the number before ends. */
function quantityAt(folded: Folded, i: number, last: number): Read | null {
  const { tokens, text } = folded
  const first = tokens[i]
  if (first === undefined || !mayBegin(first, tokens[i + 1])) return null
  const make: Make = (next, what, scale = 1, per = null) => {
    const end = tokens[next - 1]?.end ?? first.end
    const start = what.start ?? first.start
    return {
      quantity: {
        start,
        end,
        text: text.slice(start, Math.min(end, start + LONGEST_SHOWN)).replaceAll('\u2060', ''),
        values: what.values ?? [],
        kind: what.kind ?? 'plain',
        date: what.date ?? null,
        unit: what.unit ?? null,
        nouns: what.nouns ?? [],
        counter: what.counter ?? null,
        rounding: roundingAt(tokens, i, next),
        small: what.small ?? false,
        loose: what.loose ?? false,
        scale,
        per,
        parts: [],
      },
      next,
    }
  }
  if (first.kind === 'han' && SUNDAY.has(first.text))
    return isSunday(tokens, i) ? make(i + 1, { values: [7], kind: 'ordinal', nouns: ['星期'], small: true }) : null
  const alone = monthAlone(first, text)
  if (alone !== null) return make(i + 1, { kind: 'date', date: alone })
  const date = dateAt(tokens, i)
  if (date !== null)
    return make(date.next, { kind: 'date', date: date.date, values: date.date.year === null ? [] : [date.date.year] })
  const clock = clockAt(tokens, i)
  if (clock !== null)
    return make(clock.next, {
      values: clock.minutes,
      unit: clock.lasts === true ? MINUTE : CLOCK,
      loose: clock.named === true,
    })
  const number = numberAt(tokens, i)
  if (number === null) return null
  if (isWeekday(tokens, i, last))
    return make(i + 1, { values: number.values, kind: 'ordinal', nouns: ['星期'], small: true })
  return measured(folded, i, number, isNegative(tokens, i, last), make)
}

/** 周三, 星期三; not the three of 一周三次, 每周三次. */
function isWeekday(tokens: readonly Token[], i: number, last: number): boolean {
  const [before, token, behind] = [tokens[i - 1], tokens[i], tokens[i + 1]]
  if (token === undefined || before === undefined || !WEEKS.has(before.text)) return false
  if (before.end !== token.start || last === token.start || !/^[一二三四五六]$/u.test(token.text)) return false
  if (before.text !== '周') return /^[星礼]$/u.test(tokens[i - 2]?.text ?? '')
  return !isMeasureWord(behind?.text) && !/^[天年小个]$/u.test(behind?.text ?? '')
}

/** 周日, 星期天, the seventh; not 周日常. */
function isSunday(tokens: readonly Token[], i: number): boolean {
  const [earlier, before, token, behind] = [tokens[i - 2], tokens[i - 1], tokens[i], tokens[i + 1]]
  if (before === undefined || before.end !== token?.start) return false
  if (before.text === '周') return token.text === '日' && !/^[常均照]$/u.test(behind?.text ?? '')
  return (before.text === '期' && earlier?.text === '星') || (before.text === '拜' && earlier?.text === '礼')
}

const SUNDAY: ReadonlySet<string> = new Set('日天')
const WEEKS: ReadonlySet<string> = new Set('周期拜')

function measured(folded: Folded, i: number, number: NumberPhrase, negative: boolean, read: Make): Read {
  const { tokens } = folded
  const { values, kind, loose, next, scale } = number
  const make: Make = (behind, what) => read(behind, what, scale, perAt(tokens, i, behind))
  const years = yearAt(tokens, i, number)
  if (years !== null) return make(years.next, { values: years.values, kind: 'year' })
  if (kind === 'decade') return make(next, { values: values.flatMap(value => [value, value % 100]), unit: DECADE })
  const signed = negative ? values.map(value => -value) : values
  const start = negative && tokens[i - 1]?.text === '-' ? tokens[i - 1]?.start : undefined
  const before = currencyBefore(tokens, i)
  if (before !== null) return make(next, { values: signed, unit: before, start: tokens[i - 1]?.start ?? 0 })
  const unit = unitAt(folded, number)
  if (unit !== null && kind === 'ordinal' && unit.unit.measures === 'time')
    return make(unit.next, { values, kind: 'ordinal', nouns: [unit.unit.name], small: (values[0] ?? 0) <= 12 })
  if (unit !== null) {
    const half = tokens[unit.next]?.text === '半' && isHalved(unit.unit.measures, tokens[unit.next + 1]?.text)
    // "an hour and a half"
    const part = half ? { plus: 0.5, next: unit.next + 1 } : partBehind(tokens, unit.next)
    const more = unit.plus + (part?.plus ?? 0)
    const idle = loose && unit.plus === 0 && (unit.unit.measures === 'time' || kind === 'ordinal')
    return make(part?.next ?? unit.next, {
      ...(start === undefined ? {} : { start }),
      values: more === 0 ? signed : signed.map(value => value + more),
      unit: isLength(unit.unit, kind, tokens[unit.next - 1]) ? CENTURIES : unit.unit,
      loose: idle || isIdiom(tokens, i, unit.next),
    })
  }
  if (kind === 'share')
    return make(next, { values: signed, unit: SHARE, loose: number.form !== 'digits' && values[0] === 0.5 })
  return counted(folded, i, number, signed, start, make)
}

const CENTURIES = unitNamed('个世纪')

/** Two centuries last two hundred years, the second century and 20世纪 are times. */
function isLength({ measures }: Unit, kind: NumberPhrase['kind'], name: Token | undefined): boolean {
  return measures === 'century' && kind !== 'ordinal' && name?.kind === 'word'
}

/** 两年半, 四升半; not 三斤半价. */
function isHalved(measures: string, behind: string | undefined): boolean {
  return /^(?:time|volume|mass|length|yuan)$/u.test(measures) && !/^[价数年天月个小截]$/u.test(behind ?? '')
}

/** 两杯半; not 一次半支. */
function isAndHalf(tokens: readonly Token[], at: number): boolean {
  const behind = tokens[at + 2]?.text
  if (!isMeasureWord(tokens[at]?.text) || tokens[at + 1]?.text !== '半') return false
  return isHalved('volume', behind) && !isMeasureWord(behind)
}

/** Counts: what follows says of what. */
function counted(
  folded: Folded,
  i: number,
  number: NumberPhrase,
  values: readonly number[],
  start: number | undefined,
  make: Make,
): Read {
  const { tokens } = folded
  const measureWord = measureWordAt(tokens, number.next)
  const nouns = measureWord === null ? nounsAt(tokens, number.next) : measureWord.nouns
  const value = values[0] ?? 0
  const small = Number.isInteger(value) && value >= 0 && value <= 12
  // 两杯半
  if (measureWord !== null && number.kind === 'plain' && isAndHalf(tokens, number.next))
    return make(number.next + 2, { values: [value + 0.5], unit: COUNTED, ...measureWord })
  const bareNumeral = number.form === 'numerals' && measureWord === null && number.kind !== 'ordinal'
  return make(number.next, {
    ...(start === undefined ? {} : { start }),
    values,
    kind: number.kind === 'ordinal' ? 'ordinal' : 'plain',
    unit: measureWord === null ? null : COUNTED,
    nouns,
    counter: measureWord?.counter ?? null,
    small,
    loose:
      (number.loose && !(number.kind === 'ordinal' && isPeriod(nouns))) ||
      (bareNumeral && value < 11) ||
      isListMark(folded, i, number.next) ||
      (number.kind === 'ordinal' && tokens[i - 1]?.word !== 'the' && isStep(tokens, i, number.next)),
  })
}

const BEFORE_YEARS: ReadonlySet<string> = new Set(
  'in since from until till by of to and or between before after around about circa year years early late mid during through for'.split(
    ' ',
  ),
)
const ERA_BEFORE: ReadonlySet<string> = new Set(['bc', 'bce'])
const ERA: ReadonlySet<string> = new Set(['ad', 'ce'])

const NO_YEAR_BEHIND: ReadonlySet<string> = new Set('%°℃$/')
const NO_YEAR_BEFORE: ReadonlySet<string> = new Set('$€£¥#')

/** 1822 · in 1822 · 1822年 · 公元前221年 · 44 BC · 1822/23 is left alone. */
function yearAt(tokens: readonly Token[], i: number, number: NumberPhrase): { values: number[]; next: number } | null {
  const [value] = number.values
  const { next } = number
  if (value === undefined || number.kind !== 'plain' || !Number.isInteger(value) || value > 2999) return null
  const behind = tokens[next]
  const before = tokens[i - 1]
  if (behind?.text === '年') {
    const era = before?.text === '元' && tokens[i - 2]?.text === '公'
    // 前两年 are the first two of them.
    const bc =
      before?.text === '前' && (tokens[i - 2]?.text === '元' || (tokens[i - 2]?.kind !== 'han' && value >= 100))
    if (bc) return { values: [-value], next: next + 1 }
    const plainDigits =
      /^\d{3,4}$/u.test(tokens[i]?.text ?? '') || /^[〇零一二三四五六七八九]{3,4}$/u.test(tokens[i]?.text ?? '')
    if (tokens[next + 1]?.text === '代' && plainDigits) return null
    return era || (value >= 1000 && plainDigits) || (value >= 100 && number.form === 'numerals' && plainDigits)
      ? { values: [value], next: next + 1 }
      : null
  }
  if (behind?.kind === 'word' && ERA_BEFORE.has(behind.word)) return { values: [-value], next: next + 1 }
  if (behind?.kind === 'word' && ERA.has(behind.word)) return { values: [value], next: next + 1 }
  if (before?.kind === 'word' && ERA.has(before.word)) return { values: [value], next }
  if (number.form === 'numerals' || value < 1000 || value > 2199) return null
  if (number.form === 'digits' && !/^\d{4}$/u.test(tokens[i]?.text ?? '')) return null
  if (
    number.form === 'words' &&
    (next - i < 2 || tokens.slice(i, next).some(token => /^(?:thousand|hundred)$/u.test(token.word)))
  )
    return null
  const alone = behind === undefined || behind.kind === 'mark' || behind.kind === 'number'
  if (NO_YEAR_BEHIND.has(behind?.text ?? '') || NO_YEAR_BEFORE.has(before?.text ?? '')) return null
  if (!alone && !(before?.kind === 'word' && BEFORE_YEARS.has(before.word))) {
    if (behind.kind !== 'word' || !isFunctionWord(behind.word)) return null
  }
  return unitNamed(behind?.text ?? '') === null ? { values: [value], next } : null
}

/** −5, minus five, 零下5; not where a number is taken from the one before: 19 minus 5, 19 -5. */
function isNegative(tokens: readonly Token[], i: number, last: number): boolean {
  const before = tokens[i - 1]
  if (before?.text === '下' && tokens[i - 2]?.text === '零') return true
  if (tokens[i - 2]?.end === last) return false
  if (before?.word === 'minus') return true
  if (before?.text !== '-' || before.end !== tokens[i]?.start) return false
  return tokens[i - 2]?.end !== before.start
}

const NOUN_WORDS = 3

/** The words behind a number up to the next function word or mark: "three experienced keepers". */
function nounsAt(tokens: readonly Token[], from: number): readonly string[] {
  const nouns: string[] = []
  for (let at = from; at < tokens.length && nouns.length < NOUN_WORDS; at += 1) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'numeral' || token.kind === 'number') break
    if (token.text === '-' && at === from) continue
    if (token.kind === 'han') return nouns.length > 0 ? nouns : hanNouns(tokens, at)
    if (token.kind !== 'word' || isFunctionWord(token.word)) break
    nouns.push(token.stem)
  }
  return nouns
}

const NOUN_CHARACTERS = 4
const NO_NOUN: ReadonlySet<string> = new Set('的是在和与及或就都被把了着过到至')

function hanNouns(tokens: readonly Token[], from: number): readonly string[] {
  const characters: string[] = []
  for (let at = from; at < from + NOUN_CHARACTERS && tokens[at]?.kind === 'han'; at += 1) {
    const character = tokens[at]?.text ?? ''
    if (NO_NOUN.has(character)) break
    characters.push(character)
  }
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`)
}

const MORE: ReadonlySet<string> = new Set('多余来')

/** 三座灯塔, 二十多名工人: nouns behind the measure word. */
function measureWordAt(
  tokens: readonly Token[],
  from: number,
): { readonly nouns: readonly string[]; readonly counter: string | null } | null {
  const at = MORE.has(tokens[from]?.text ?? '') ? from + 1 : from
  const word = tokens[at]?.text
  if (!isMeasureWord(word)) return null
  if (word === '人' || word === '名' || word === '位') {
    const nouns = hanNouns(tokens, at + 1)
    return { nouns: [...nouns, '人'], counter: '人' }
  }
  const large = word === '大' ? 1 : 0
  return { nouns: hanNouns(tokens, at + 1 + large), counter: word === '个' ? null : (word ?? null) }
}

const PERIODS: ReadonlySet<string> = new Set(
  'quarter half century centur week month year day season semester term 季度 半年 学期 世纪 个月'.split(' '),
)

/** The first quarter, 第一季度: a time, and no way of speaking. */
function isPeriod([noun]: readonly string[]): boolean {
  return noun !== undefined && PERIODS.has(noun)
}

const PLACES: ReadonlySet<string> = new Set(
  'step stage phase point option figure fig table chapter section part question no item example case rule'.split(' '),
)

const LIST_MARKS: ReadonlySet<string> = new Set('.、．')

/** "1." at the start of a line, "(2)", "Step 3", 第三步, 第二，: they number what is said. */
function isListMark({ tokens, text }: Folded, i: number, next: number): boolean {
  const before = opensLine(text, tokens[i]?.start ?? 0) ? undefined : tokens[i - 1]
  const behind = tokens[next]
  const opens = before?.text === '(' || before?.text === '（'
  if ((behind?.text === ')' || behind?.text === '）') && (opens || before === undefined || before.kind === 'mark'))
    return true
  if (LIST_MARKS.has(behind?.text ?? '') && (before === undefined || /^[-*#。；;:：.]$/u.test(before.text)))
    return tokens[next + 1] !== undefined
  return before?.kind === 'word' && PLACES.has(before.word)
}

function opensLine(text: string, at: number): boolean {
  return /\n[^\S\n]{0,8}$/u.test(text.slice(Math.max(0, at - 9), at))
}

function isStep(tokens: readonly Token[], i: number, next: number): boolean {
  const behind = tokens[next]?.text ?? ''
  if (tokens[i]?.kind === 'word') return behind === ',' || behind === ''
  return /^[步点，,、是：:]$/u.test(behind) || behind === ''
}

/** 四周 is "all around", 一天 "one day". */
function isIdiom(tokens: readonly Token[], i: number, next: number): boolean {
  return (
    tokens[i]?.kind === 'numeral' &&
    IDIOMS.has(
      tokens
        .slice(i, next)
        .map(token => token.text)
        .join(''),
    )
  )
}

const IDIOMS: ReadonlySet<string> = new Set(['四周', '十分', '百分', '千克', '千米', '一度', '半天'])
