import type { PairFacts } from '#core/verification/support/pair-facts'
import { close, dayOf, isDay, measuresAlike, type Quantity } from '#core/verification/support/quantity'

/** Numbers that are put together to make another; more than any answer reckons with. */
const PARTS = 48

const EXACT = 1e-6
/** Shown sums and quotients may be rounded. */
const ROUNDED = 0.006

/** Words and signs of a sum that is shown. */
const RECKONS =
  /[+×÷=]|\d\s*[-−*/x]\s*\d|\b(?:total|altogether|sum|combined|product|divided|times as|multiplied|average)\b|总共|一共|共计|合计|总计|总和|平均|倍|乘|除以/iu
/** Words of a difference. */
const DIFFERS =
  /\b(?:difference|differ|(?:more|fewer|less|longer|higher|taller|older|later|earlier|larger|smaller) (?:by|than)|(?:increase|decrease|rise|drop|reduction|growth) of|(?:rose|fell|grew|dropped|rise|fall|increased?|decreased?) by|remaining|left over)\b|相差|差额|剩余|还剩|增加了|减少了|提高了|增长了|降低了|多了|少了|比.{1,12}[多少高低长短早晚]/iu

/** Which sums the words of a pair show (SUPPORT4). */
export function reckons({ steps, instruction, response }: PairFacts): Reckoning | null {
  if (steps) return 'steps'
  if (RECKONS.test(response.text) || RECKONS.test(instruction.text)) return 'sums'
  const words = `${instruction.text}\n${response.text}`
  return DIFFERS.test(words) || RESTS.test(words) ? 'differences' : null
}

type Reckoning = 'steps' | 'sums' | 'differences'

/** A number rounded as its words say: "about 300" for 312 (SUPPORT5). It has fewer digits that count than the number it rounds. */
export function isRoundingOf(claim: Quantity, source: Quantity): boolean {
  if (claim.rounding === null || isDay(claim) !== isDay(source)) return false
  if (!measuresAlike(claim.unit, source.unit)) return false
  const scale = claim.unit !== null && source.unit !== null && claim.unit.measures === source.unit.measures
  const factor = scale ? source.unit.factor / claim.unit.factor : 1
  return claim.values.some(x => source.values.some(y => rounds(x, y * factor, claim.rounding)))
}

function rounds(x: number, y: number, how: Quantity['rounding']): boolean {
  if (x === 0 || y === 0 || Math.sign(x) !== Math.sign(y)) return false
  const digits = significant(x)
  if (digits >= significant(y)) return false
  const step = 10 ** (Math.floor(Math.log10(Math.abs(x))) - digits + 1)
  const options =
    how === 'over'
      ? [Math.floor(y / step)]
      : how === 'under'
        ? [Math.ceil(y / step)]
        : [Math.floor(y / step), Math.ceil(y / step)]
  return options.some(option => close(option * step, x, EXACT))
}

const HALVES = /\bhalf\b|一半|减半/iu
const DOUBLES = /\bdouble|\btwice (?:as|the|that)\b|[两二]倍|翻[了一番倍]/iu
const RESTS = /\bnot\b|n['’]t\b|\b(?:rest|remaining|others?)\b|[没未不]|其余|其他|剩/iu

/** Half or twice what the passage says, where it says so; the rest of a whole (SUPPORT4). */
export function isHalfOrRest(claim: Quantity, sources: readonly Quantity[], around: string, said: string): boolean {
  const { unit, values } = claim
  const [value] = values
  if (value === undefined || unit === null) return false
  const amount = value * unit.factor
  const known = sources
    .filter(source => source.unit?.measures === unit.measures)
    .flatMap(source => source.values.slice(0, 1).map(x => x * (source.unit?.factor ?? 1)))
  if (HALVES.test(around) && known.some(x => close(x, amount * 2, EXACT))) return true
  if (DOUBLES.test(around) && known.some(x => close(x * 2, amount, EXACT))) return true
  return unit.measures === 'ratio' && RESTS.test(said) && known.some(x => close(1 - x, amount, EXACT))
}

/** Digits before the zeros at the end; at most 12. */
function significant(value: number): number {
  const text = Math.abs(value).toPrecision(12).replace(/e.*$/u, '').replace('.', '')
  return text.replace(/^0+/u, '').replace(/0+$/u, '').length
}

/** "18 years" of 1822 and 1840; "the 19th century" or "the 1820s" of 1822 (SUPPORT4). */
export function followsFromYears(claim: Quantity, sources: readonly Quantity[]): boolean {
  const years = sources.flatMap(source => dayOf(source)?.year ?? []).slice(0, PARTS)
  const [value] = claim.values
  if (value === undefined) return false
  const measures = claim.unit?.measures
  if (measures === 'century')
    return years.some(year => Math.ceil(year / 100) === value || Math.floor(year / 100) + 1 === value)
  if (measures === 'decade')
    return years.some(year => Math.floor(year / 10) * 10 === value || (Math.floor(year / 10) * 10) % 100 === value)
  const span = claim.unit?.name === 'year' || claim.unit?.name === 'decade' || measures === 'age'
  if (!span) return false
  const length = claim.unit?.factor === 5_259_600 ? value * 10 : value
  const off = claim.rounding === null ? 0 : Math.max(1, length * 0.06)
  return years.some(a => years.some(b => a > b && Math.abs(a - b - length) <= off))
}

/**
 * Whether a number is made of two others: their difference or, as far as sums are shown, their sum, product or quotient;
 * in steps also a small multiple of one (SUPPORT4).
 */
export function isReckoned(claim: Quantity, sources: readonly Quantity[], how: Reckoning): boolean {
  if (isDay(claim) && how !== 'steps') return false
  const parts = sources.slice(0, PARTS)
  const is = (value: number, target: number): boolean => Number.isFinite(value) && close(target, value, ROUNDED)
  const made = (a: number, b: number, target: number, alike: boolean): boolean => {
    if (alike && is(Math.abs(a - b), Math.abs(target))) return true
    if (how === 'differences') return false
    return (alike && is(a + b, target)) || is(a * b, target) || is(a / b, target) || is((100 * a) / b, target)
  }
  return parts.some((a, i) => {
    const first = amounts(a)
    const target = amounts(claim)
    for (let times = 2; how === 'steps' && times <= 12; times += 1)
      if (first.some((x, k) => is(x * times, target[k] ?? NaN) || is(x / times, target[k] ?? NaN))) return true
    return parts.some((b, j) => {
      if (j === i) return false
      const alike = how === 'steps' || (isOneMeasure(a, b) && isOneMeasure(a, claim))
      const second = amounts(b)
      return first.some((x, k) => made(x, second[k] ?? NaN, target[k] ?? NaN, alike))
    })
  })
}

/** Counts with counts, lengths with lengths: no difference is made of a year and a share. */
function isOneMeasure(a: Quantity, b: Quantity): boolean {
  const measure = ({ unit }: Quantity): string => unit?.measures ?? 'count'
  return !isDay(a) && !isDay(b) && measure(a) === measure(b)
}

/** As written, and in the base of its measure, so that 14:10 and half an hour can be added. */
function amounts({ values, unit }: Quantity): readonly [number, number] {
  const [value] = values
  return value === undefined ? [NaN, NaN] : [value, value * (unit?.factor ?? 1)]
}

/** Whether a small count is that of the things listed in one of these texts (SUPPORT4). */
export function countsAList(claim: Quantity, texts: readonly string[]): boolean {
  const [value] = claim.values
  if (value === undefined || value < 2 || value > 20) return false
  return texts.some(text => {
    const lines = text.match(/^\s*(?:[-*•]|\d{1,2}[.)、])\s*\S/gmu)?.length ?? 0
    if (lines === value) return true
    return text.split(/[.。！!？?;；:：\n]/u).some(part => items(part) === value)
  })
}

/** Items of "a, b and c" or 甲、乙和丙. */
function items(part: string): number {
  const joined = part.match(
    /,\s*(?:and|or)\b|\b(?:and|or|as well as)\b|(?<!\d),(?!\d)|[，、]|(?<=[\u4e00-\u9fff])(?:和|与|及|以及)(?=[\u4e00-\u9fff])/giu,
  )
  return joined === null ? 0 : joined.length + 1
}
