import { isRoundingOf } from '#core/verification/support/derivable'
import type { Finding } from '#core/verification/support/finding'
import { isDay, isMeasured, isSameKind, type Quantity, sameNoun } from '#core/verification/support/quantity'
import { backing, differs, isSurelyBacked, type Room } from '#core/verification/support/room'

/**
 * The number of the words that a pair names as its source, where it is the only one of the claim's kind there and the pair does not
 * say it (rule SUPPORT35): "three marriages", from "had managed to marry five times".
 */
export function quotedOtherwise(room: Room, claim: Quantity): Finding | null {
  const { facts, pair, used } = room
  if (pair.evidence.every(({ how }) => how !== 'quoted')) return null
  const isQuoted = ({ start, end }: Quantity): boolean =>
    pair.evidence.some(range => range.how === 'quoted' && range.start <= start && range.end >= end)
  const quoted = facts.quantities.flatMap((source, i) => (isQuoted(source) ? [i] : []))
  const here = backing(room, claim)
  if (quoted.length === 0 || here.some(i => quoted.includes(i))) return null
  // The writer names one source, and the response has others as well: its sentence speaks of one, or a number of it stands in one.
  const own = pair.alignmentOf(claim.start).ranked[0]?.place
  if (pair.response.sentences.length > 1 && here.some(i => facts.quantitySentence[i] === own)) return null
  const others = pair.response.quantities.filter(one => one !== claim && !one.loose && isSurelyBacked(room, one))
  if (here.length > 0 && others.some(one => backing(room, one).every(i => !quoted.includes(i)))) return null
  if (isStandard(pair.response.text, claim) || quoted.some(i => isRounded(claim, facts.quantities[i]))) return null
  const kin = quoted.filter(i => isKin(claim, facts.quantities[i], pair.instruction.text))
  const [only, more] = kin
  const other = facts.quantities[only ?? -1]
  if (other === undefined || used[only ?? -1] !== false) return null
  // The two ends of a range are one.
  const end = facts.quantities[more ?? -1]
  const isRange =
    end !== undefined && kin.length === 2 && /^\s?[-–—~～至到]\s?$/u.test(facts.text.slice(other.end, end.start))
  if (more !== undefined && !(isRange && used[more] === false)) return null
  return differs('number-differs', 'doubt', claim, other)
}

function isRounded(claim: Quantity, source: Quantity | undefined): boolean {
  return source !== undefined && isRoundingOf(claim, source)
}

/** Two that could stand for one another, however large each is: of one measure, or of what is counted. */
function isKin(claim: Quantity, source: Quantity | undefined, question: string): boolean {
  if (source === undefined || source.loose || isDay(claim) !== isDay(source)) return false
  if (isCode(claim) && isCode(source) && claim.text.length === source.text.length) return true
  if (!isSameKind({ ...claim, small: false }, { ...source, small: false })) return false
  return isMeasured(claim) || isDay(claim) || sameNoun(claim, source) || ASKS_COUNT.test(question)
}

/** What something else is measured by: "fewer than in 1900", 比1900年. */
export function isStandard(text: string, claim: Quantity): boolean {
  return isDay(claim) && STANDARD.test(text.slice(Math.max(0, claim.start - 28), claim.start))
}

const STANDARD = /(?:\b(?:than|as)(?: it was| they were| that)? (?:in|of)(?: the year)? |比)$/iu
/** A number that names something: an error, a form, a rule. */
function isCode({ text, unit }: Quantity): boolean {
  return unit === null && /^\d{3,}$/u.test(text)
}

const ASKS_COUNT = /\bhow (?:many|often|much)\b|\bwhat number\b|多少|几/iu
