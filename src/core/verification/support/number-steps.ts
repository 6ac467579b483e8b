import { isReckoned, isRoundingOf, isToldShort } from '#core/verification/support/derivable'
import type { Finding } from '#core/verification/support/finding'
import { EACH } from '#core/verification/support/made'
import type { PairFacts } from '#core/verification/support/pair-facts'
import { backs, close, type Quantity } from '#core/verification/support/quantity'
import { type Room, unknown } from '#core/verification/support/room'
import { followsFromTimes } from '#core/verification/support/spans'

/** SUPPORT4: each number of the steps stands in passage or question, or is made of those before it. */
export function ofSteps(room: Room): Finding[] {
  const { pair, known } = room
  const reached = [...known, ...pair.instruction.quantities]
  const findings: Finding[] = []
  for (const claim of [...pair.reasoning.quantities, ...pair.response.quantities]) {
    const derived =
      claim.loose ||
      (claim.small && !isPremise(claim, pair)) ||
      reached.some(source => isAsMuch(source, claim) || isWithoutScale(claim, source)) ||
      followsFromTimes(claim, reached) ||
      isPartOfTime(claim, reached) ||
      isToldShort(claim, reached) ||
      (isPremise(claim, pair) ? isConversion(claim, reached) : isReckoned(claim, reached.slice(-REACH), 'steps'))
    if (derived) reached.push(claim)
    else findings.push(unknown(claim, 'doubt'))
  }
  return findings
}

/** The same amount; the eighth is no eight. */
function isAsMuch(source: Quantity, claim: Quantity): boolean {
  if (source.kind === 'ordinal' && claim.kind !== 'ordinal') return false
  return backs(source, claim) || isRoundingOf(claim, source)
}

/** The minutes or the hour of a time of day: 21 + 4 = 25, of 2:21. */
function isPartOfTime({ unit, values: [value], kind }: Quantity, reached: readonly Quantity[]): boolean {
  if (value === undefined || kind !== 'plain' || (unit !== null && unit.name !== 'minute')) return false
  return reached.some(
    ({ unit: known, values: [time = Number.NaN] }) =>
      known?.measures === 'clock' && (time % 60 === value || (unit === null && Math.floor(time / 60) === value)),
  )
}

/** What is reckoned with: 50 of 6×50=300, and of "50 a house" before it. It has to be told, not made. */
function isPremise(claim: Quantity, { reasoning, response }: PairFacts): boolean {
  const { text } = reasoning.quantities.includes(claim) ? reasoning : response
  const before = /[^,，。;；\n]{0,40}$/u.exec(text.slice(0, claim.start))?.[0] ?? ''
  const behind = /^[^,，。;；\n]{0,40}/u.exec(text.slice(claim.end))?.[0] ?? ''
  if (/[=＝≈]\s*$/u.test(before)) return false
  if (/(?:[×÷*·+]|\bx)\s*$/iu.test(before) || /^\s*(?:[×÷*·+]|x\b)/iu.test(behind)) return true
  return EACH.test(before) && !RESULTS.test(before + behind)
}

/** Words and signs of a clause that says what something makes. */
const RESULTS =
  /[=＝≈×÷*+−]|\d\s*-\s*\d|[共总合得即是为剩差多少用需要]|\b(?:so|thus|therefore|makes?|made|totals?|gives?|leaves?|left|sum|altogether|is|are|was|were|equals?|means?|costs?|needs?|comes?)\b/iu

/** Minutes of an hour, months of a year, hundredths: numbers that everyone reckons with. */
const CONVERTS: ReadonlySet<number> = new Set([
  0.5, 1, 2, 4, 7, 10, 12, 24, 30, 31, 52, 60, 100, 360, 365, 366, 1000, 3600, 10_000, 100_000_000,
])

/** Such a number, or a share as a part of one: 0.12 or 1.12 of 12 %. */
function isConversion({ values: [value = 0] }: Quantity, reached: readonly Quantity[]): boolean {
  if (CONVERTS.has(value)) return true
  return reached.some(({ values: [known = 0], unit }) => {
    const part = unit?.measures === 'ratio' ? known * unit.factor : 0
    return part !== 0 && (close(value, part, 1e-9) || close(Math.abs(value - 1), part, 1e-9))
  })
}

/** 1.2 − 0.93 = 0.27 of 1.2亿元 and 0.93亿元: reckoned is with the digits alone. */
function isWithoutScale(claim: Quantity, { scale, values }: Quantity): boolean {
  const [said, known] = [claim.values[0], values[0]]
  return scale > 1 && claim.scale === 1 && said !== undefined && known !== undefined && close(said, known / scale, 1e-9)
}

/** Numbers that a step may be made of: those named last. */
const REACH = 40
