import { sentencesAround, waysOf } from '#core/verification/support/near'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import type { DateParts, Quantity } from '#core/verification/support/quantity'
import type { Room } from '#core/verification/support/room'

/** Days and spans that are laid beside one another; more than any answer reckons with. */
const PARTS = 24
const DAY = 1440
const MONTH = 43_830
const NEXT = /次[日晨]|翌日|转天|第二天|\b(?:next|following) (?:day|morning)/iu
const PREVIOUS = /前一[天日]|\b(?:previous day|eve)\b/iu
/** Of a day that stands before them, so that only in the response they tell which way they lead. */
const DAY_AFTER = /\bday after\b/iu
const DAY_BEFORE = /\bday before\b/iu

/**
 * Whether a day or a month follows from one that the passage tells and a span (SUPPORT30): one that the pair says ("nine days
 * before 3 February"), one of the sentence of that day ("in May 2009, a month before"), or the next day (次日).
 */
export function followsFromDay(room: Room, claim: Quantity): boolean {
  const { facts, pair } = room
  const { date } = claim
  if (date?.month == null) return false
  const said = [...pair.instruction.quantities, ...pair.response.quantities]
  const spans = said.filter(isSpan).slice(0, PARTS)
  const known = facts.quantities.filter(one => one.date?.month != null).slice(0, PARTS)
  const others = said.filter(one => one.date?.month != null && one !== claim)
  const ways = (span: Quantity): readonly number[] => waysOf(room, span)
  const either = (span: Quantity): readonly number[] => (ways(span).length > 0 ? ways(span) : [1, -1])
  if ([...known, ...others].some(from => spans.some(span => isApart(date, from.date, span, either(span))))) return true
  const around = sentencesAround(room, claim).join('\n')
  const beside = `${around}\n${pair.response.text}`
  const isBeside = (words: RegExp, own: RegExp): boolean => words.test(beside) || own.test(pair.response.text)
  if (isBeside(NEXT, DAY_AFTER) && known.some(({ date: from }) => isDaysApart(from, date, 1))) return true
  if (isBeside(PREVIOUS, DAY_BEFORE) && known.some(({ date: from }) => isDaysApart(from, date, -1))) return true
  return facts.quantities.some(
    (span, i) =>
      isSpan(span) &&
      known.some(
        from => isNear(facts, facts.quantities.indexOf(from), i) && isApart(date, from.date, span, ways(span)),
      ),
  )
}

/** In one sentence, or the last number of the sentence before: "2 April. He fell ill, and two days later …". */
function isNear({ quantitySentence }: PassageFacts, from: number, span: number): boolean {
  const apart = (quantitySentence[span] ?? 0) - (quantitySentence[from] ?? 0)
  return apart === 0 || (apart === 1 && from === span - 1)
}

/** A number of days, weeks, months or years; 一天 is often no number. */
function isSpan({ unit, loose, values: [value] }: Quantity): boolean {
  if (unit?.measures !== 'time' || unit.factor < DAY || value === undefined || value <= 0) return false
  return !loose || unit.factor > DAY
}

function isApart(
  date: DateParts,
  from: DateParts | null,
  { unit, values: [value = 0] }: Quantity,
  ways: readonly number[],
): boolean {
  if (unit === null || from?.month == null || date.month === null) return false
  if (unit.factor < MONTH) return ways.some(sign => isDaysApart(from, date, (sign * value * unit.factor) / DAY))
  const months = Math.round((value * unit.factor) / MONTH)
  if (date.day !== null && from.day !== date.day) return false
  return ways.some(sign => {
    const at = (from.month ?? 0) - 1 + sign * months
    const year = from.year === null ? null : from.year + Math.floor(at / 12)
    return (
      ((at % 12) + 12) % 12 === (date.month ?? 0) - 1 && (date.year === null || year === null || year === date.year)
    )
  })
}

/** A year without a 29th of February. */
const NO_YEAR = 2001

/** Whether one day is so many days behind another, as far as years are told. */
function isDaysApart(from: DateParts | null, to: DateParts, days: number): boolean {
  if (from?.month == null || from.day === null || to.month === null || to.day === null) return false
  const year = from.year ?? to.year ?? NO_YEAR
  const reached = Date.UTC(year, from.month - 1, from.day + days)
  const years = from.year === null || to.year === null ? [year - 1, year, year + 1] : [to.year]
  return years.some(one => Date.UTC(one, (to.month ?? 0) - 1, to.day ?? 0) === reached)
}
