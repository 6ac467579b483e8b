import { isFunctionWord } from '#core/verification/support/little-words'
import type { NumberPhrase } from '#core/verification/support/number-phrases'
import type { Folded, Token } from '#core/verification/support/tokens'
import { chineseUnitAt, opensUnit, unitNamed, type Unit } from '#core/verification/support/units'

/** The ten years that begin with the value. */
export const DECADE: Unit = { name: '', measures: 'decade', factor: 1 }

const CURRENCY: ReadonlySet<string> = new Set('$€£¥￥')

const CODES: ReadonlySet<string> = new Set('EUR USD GBP CHF JPY CNY RMB HKD'.split(' '))

/** The currency whose mark or code stands before a number. */
export function currencyBefore(tokens: readonly Token[], i: number): Unit | null {
  const mark = tokens[i - 1]?.text ?? ''
  // $10$ is a formula.
  if (mark === '$' && tokens[i + 1]?.text === '$') return null
  return CURRENCY.has(mark) || CODES.has(mark) ? unitNamed(mark === '￥' ? '¥' : mark) : null
}

const PER: ReadonlySet<string> = new Set(['a', 'an', 'per', 'each', 'every', '/', '每'])
/** Words between a number and the unit that it holds for: "14 concerts a year". */
const BETWEEN = 5

/**
 * What a number holds for: a week of "15 crowns a week", 每两0.3元, 日产4500台; null where it is not told. `next` is the index
 * behind number and unit.
 */
export function perAt(tokens: readonly Token[], i: number, next: number): string | null {
  for (let at = next; at <= next + BETWEEN; at += 1) {
    const token = tokens[at]
    if (token === undefined || (token.kind !== 'word' && token.text !== '/')) break
    if (!PER.has(token.word)) continue
    return unitNamed(tokens[at + 1]?.word ?? '')?.name ?? null
  }
  for (let at = i - 1; at >= i - BETWEEN && at >= 0; at -= 1) {
    const before = tokens[at - 1]?.text
    const token = tokens[at]
    if (token === undefined || token.kind === 'mark') break
    if ((before === '每' && token.text !== '小') || (TIMES.has(token.text) && RATES.has(tokens[at + 1]?.text ?? '')))
      return unitNamed(token.text === '月' ? '个月' : token.text)?.name ?? null
    if (HOURS.has(`${token.text}${tokens[at + 1]?.text ?? ''}`)) return unitNamed('小时')?.name ?? null
  }
  return null
}

/** 每小时158公里, 时速158公里 */
const HOURS: ReadonlySet<string> = new Set(['小时', '时速'])
const TIMES: ReadonlySet<string> = new Set('日月年')
const RATES: ReadonlySet<string> = new Set('产均')
const MORE: ReadonlySet<string> = new Set('多余来')

interface UnitRead {
  readonly unit: Unit
  readonly next: number
  /** What "个半" adds. */
  readonly plus: number
}

/** The unit behind a number: by symbol, by name, in Chinese; "20-mile", "half an hour", 三个半小时. */
export function unitAt({ text, tokens }: Folded, number: NumberPhrase): UnitRead | null {
  let at = number.next
  let plus = 0
  if (number.kind === 'share') {
    if (tokens[at]?.word === 'of') at += 1
    if (tokens[at]?.word === 'a' || tokens[at]?.word === 'an') at += 1
  }
  if (tokens[at]?.text === '-' && tokens[at + 1]?.kind === 'word') at += 1
  if (MORE.has(tokens[at]?.text ?? '')) at += 1
  if (tokens[at]?.text === '个' && tokens[at + 1]?.text === '半') {
    at += 2
    plus = 0.5
  }
  const token = tokens[at]
  if (token === undefined) return null
  if (token.kind === 'han' || token.kind === 'numeral') return chineseUnit(text, tokens, at, plus)
  const unit = englishUnit(tokens, at, number)
  if (unit !== null || token.kind !== 'word' || (isFunctionWord(token.word) && token.word !== 'more')) return unit
  // "Eleven more years", "10 free minutes"
  const behind = /^[a-z]+s$/u.test(tokens[at + 1]?.text ?? '') ? englishUnit(tokens, at + 1, number) : null
  return behind?.unit.measures === 'time' ? behind : null
}

function chineseUnit(text: string, tokens: readonly Token[], at: number, plus: number): UnitRead | null {
  const coins = coinsAt(tokens, at)
  if (coins !== null) return coins
  const found = chineseUnitAt(text, tokens[at]?.start ?? 0)
  if (found === null) return null
  let next = at
  while (next < tokens.length && (tokens[next]?.start ?? 0) < found.end) next += 1
  // 时候, 年级, 天空, 元素, 米饭 begin like units; 日 and 年 in names of days are dates and were read before.
  const behind = tokens[next]?.text ?? ''
  if (
    /^(?:年[级轮龄代]|天[空然气]|元[素件旦]|米[饭粒]|分[之别类为成]|度[假过]|克[服隆]|日[本常]|周[围边]|升[级高]|秒表|成[立为功员本分都熟果人年长交]|里[面边头程])/u.test(
      text.slice(found.end - 1, found.end) + behind,
    ) &&
    found.end - (tokens[at]?.start ?? 0) === 1
  )
    return text.slice(found.end - 1, found.end) + behind === '年代' ? { unit: DECADE, next: next + 1, plus } : null
  // 8000个月活
  if (found.unit.factor === MONTH && behind === '活') return null
  // 三成五 are 35 %.
  const tenths = found.unit.name === '成' ? TENTHS.indexOf(behind) : -1
  return tenths > 0 ? { unit: found.unit, next: next + 1, plus: tenths / 10 } : { unit: found.unit, next, plus }
}

/** 一块二: 1.2 yuan as they are spoken of. */
function coinsAt(tokens: readonly Token[], at: number): UnitRead | null {
  const behind = tokens[at + 1]
  const yuan = unitNamed('元')
  if (tokens[at]?.text !== '块' || yuan === null) return null
  const tenths = TENTHS.indexOf(behind?.text ?? '')
  const ends = tokens[at + 2] === undefined || tokens[at + 2]?.kind === 'mark'
  return tenths > 0 && ends ? { unit: yuan, next: at + 2, plus: tenths / 10 } : null
}

const MONTH = 43_830
const TENTHS: readonly string[] = Array.from('零一二三四五六七八九')

function englishUnit(tokens: readonly Token[], at: number, number: NumberPhrase): UnitRead | null {
  const first = tokens[at]
  if (first === undefined) return null
  for (const [name, length] of namesAt(tokens, at, first)) {
    const unit = name === '' ? null : unitNamed(name)
    if (unit === null) continue
    // One letter or a word of every day is a unit only right behind digits.
    if (
      name.length <= 3 &&
      name === first.text &&
      first.kind === 'word' &&
      number.form !== 'digits' &&
      !/^(?:day|ton|bit)$/iu.test(name)
    )
      continue
    return { unit, next: at + length, plus: 0 }
  }
  return null
}

/** What the name of a unit may be, with its tokens: km², degrees per hour, km/h, nautical mile, km. */
function namesAt(tokens: readonly Token[], at: number, first: Token): readonly (readonly [string, number])[] {
  const second = tokens[at + 1]?.text ?? ''
  const names: (readonly [string, number])[] = []
  if (second === '²' || second === '³') names.push([`${first.text}${second}`, 2])
  if (opensUnit(first.text)) {
    const third = tokens[at + 2]?.text ?? ''
    if (third !== '') names.push([`${first.text} ${second} ${third}`, 3])
    if (first.text === '°') names.push([`°${second}`, 2])
    else if (second === '/' || second === '°') names.push([`${first.text}${second}${third}`, 3])
    if (second !== '') names.push([`${first.text} ${second}`, 2])
  }
  names.push([first.text, 1])
  // "half an hour's delay"
  if (first.kind === 'word' && /['’]/u.test(first.text)) names.push([first.word, 1])
  return names
}
