import { byPassage } from '#core/verification/support/by-passage'
import type { Finding } from '#core/verification/support/finding'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import { backs, isDay, isMeasured, isSameKind, type Quantity } from '#core/verification/support/quantity'
import { differs, type Room } from '#core/verification/support/room'

/** Two numbers of a text of which the one leads to the other: from 22:00 to 7:00, 1883—1888年. */
interface Stretch {
  readonly from: Quantity
  readonly to: Quantity
}

/** Other numbers that may stand between the two ends: 一 of 一直, 第二天. */
const BETWEEN = 3
/** Units that may. */
const APART = 24
const FROM = /(?:\b(?:from|between)(?: the)?(?: \w+)?|[从由自]\p{sc=Han}{0,4}|于)\s*$/iu
const SIGN = /^\s?[-–—~～至到]\s?(?:[次翌当同][日天年晨]|第二[天年])?$/u
const TO =
  /^(?:[^.。;；!?\d]*\s(?:to|until|till|through)(?: the)?(?: \w+)?\s|[^.。;；!?！？]*(?:[到至]|截?止[于到])\p{sc=Han}{0,4}|\s?[-–—~～]\s?)$/u
const AND = /^(?: \w+)? and(?: \w+)? $/u

/**
 * Ends of a stretch of time or of a range that the passage leads to another end: "from October to May", where it says "from
 * October to February" (rule SUPPORT37). The one end is the passage's, and the other one begins or ends nothing there.
 */
export function judgeRanges({ facts, pair, used }: Room): Finding[] {
  const said = stretchesOf(pair.response)
  if (said.length === 0) return []
  const told = stretchesIn(facts)
  return said.flatMap(({ from, to }) => {
    const begun = told.filter(one => backs(one.from, from))
    const ended = told.filter(one => backs(one.to, to))
    if (begun.some(one => ended.includes(one)) || begun.length + ended.length === 0) return []
    // One that goes on where the other ends: from 1861 to 1900, and until 1931.
    if (begun.some(one => ended.some(next => backs(one.to, next.from)))) return []
    if (begun.length > 1 || (begun.length === 0 && ended.length > 1)) return []
    const [claim, source] = begun.length > 0 ? [to, begun[0]?.to] : [from, ended[0]?.from]
    if (source === undefined || !isSameKind(claim, source)) return []
    return used[facts.quantities.indexOf(source)] === true ? [] : [differs('number-differs', 'doubt', claim, source)]
  })
}

/** Of a passage. */
const stretchesIn = byPassage(facts => stretchesOf(facts))

function stretchesOf({ quantities, text }: Pick<PassageFacts, 'quantities' | 'text'>): readonly Stretch[] {
  return quantities.flatMap((from, i) => {
    if (from.loose || !(isDay(from) || isMeasured(from))) return []
    const to = quantities.slice(i + 1, i + 1 + BETWEEN).find(one => !one.loose && isSameKind(from, one))
    if (to === undefined || to.start - from.end > APART) return []
    const between = text.slice(from.end, to.start)
    if (SIGN.test(between)) return [{ from, to }]
    const opens = FROM.test(text.slice(Math.max(0, from.start - 16), from.start))
    return opens && (TO.test(between) || AND.test(between)) ? [{ from, to }] : []
  })
}
