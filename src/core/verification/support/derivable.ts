import type { PairFacts } from '#core/verification/support/pair-facts'
import { close, dayOf, isDay, measuresAlike, type Quantity } from '#core/verification/support/quantity'

/** Numbers that are put together to make another; more than any answer reckons with. */
const PARTS = 48

const EXACT = 1e-6
/** Shown sums and quotients may be rounded. */
const ROUNDED = 0.006

const RECKONS =
  /[+×÷=]|\d\s*[-−*/x]\s*\d|\b(?:total|altogether|sum|combined|difference|average|per cent of|percent of|times as|more than twice|twice|double|half as|ratio|remaining|left over|in all)\b|总共|一共|共计|合计|总计|总和|相差|差额|平均|倍|剩余|还剩|比.{1,12}[多少高低长短早晚]/iu

/** Whether the words of a pair show that it reckons (SUPPORT4). */
export function reckons({ steps, instruction, response }: PairFacts): boolean {
  return steps || RECKONS.test(response.text) || RECKONS.test(instruction.text)
}

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

/** Whether a number is the sum, difference, product or quotient of two others, or a small multiple of one (SUPPORT4). */
export function isReckoned(claim: Quantity, sources: readonly Quantity[], multiples: boolean): boolean {
  const targets = [...claim.values, ...based(claim)]
  const parts = sources
    .slice(0, PARTS)
    .flatMap(source => [...new Set([...source.values.slice(0, 1), ...based(source)])])
  const is = (value: number): boolean =>
    Number.isFinite(value) &&
    targets.some(target => close(target, value, ROUNDED) || close(target, value * 100, ROUNDED))
  return parts.some((a, i) => {
    for (let times = 2; multiples && times <= 12; times += 1) if (is(a * times) || is(a / times)) return true
    return parts.some((b, j) => j !== i && (is(a + b) || is(a - b) || is(a * b) || (b !== 0 && is(a / b))))
  })
}

/** The amount in the base of its measure, so that 14:10 and half an hour can be added. */
function based({ values, unit }: Quantity): readonly number[] {
  return unit === null ? [] : values.slice(0, 1).map(value => value * unit.factor)
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
    /,\s*(?:and|or)\b|\b(?:and|or|as well as)\b|[,，、]|(?<=[\u4e00-\u9fff])(?:和|与|及|以及)(?=[\u4e00-\u9fff])/giu,
  )
  return joined === null ? 0 : joined.length + 1
}
