import { waysOf } from '#core/verification/support/near'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import { dayOf, isDay, type Quantity } from '#core/verification/support/quantity'
import type { Room } from '#core/verification/support/room'

/**
 * Whether a year follows from another one and a span (SUPPORT30): 2024 of 2019 and "five years later" in one sentence of the
 * passage; of a span that stands beside the claim in the response, from any year near; 1928 of "sixteen years old" and a year of
 * birth.
 *
 * @param near numbers of the pair and of the sentences that it speaks of
 */
export function followsFromYear(room: Room, claim: Quantity, near: readonly Quantity[]): boolean {
  const { facts, pair, used } = room
  const [year = Number.NaN] = claim.values
  const years = near.filter(one => one !== claim && isDay(one) && dayOf(one)?.year != null)
  const reaches = (from: Quantity, span: Quantity, ways: readonly number[]): boolean =>
    ways.some(way => (dayOf(from)?.year ?? Number.NaN) + way * (span.values[0] ?? Number.NaN) === year)
  return near.some(span => {
    const measures = span.unit?.measures
    if (!((span.values[0] ?? 0) > 0) || (measures !== 'age' && span.unit?.name !== 'year')) return false
    const at = facts.quantities.indexOf(span)
    if (at >= 0) {
      if (used[at] === true || measures === 'age') return false
      const before = facts.quantities.slice(0, at).findLast(one => isDay(one))
      const ways = waysOf(room, span)
      return years.some(
        from => (from === before || (ways.length > 1 && isBeside(facts, from, at))) && reaches(from, span, ways),
      )
    }
    if (measures === 'age') return facts.quantities.some(one => isBirth(facts, one, year - (span.values[0] ?? 0)))
    const ways = waysOf(room, span)
    if (!pair.response.quantities.includes(span)) return years.some(from => reaches(from, span, ways))
    return years.some(from => standsBeside(pair, claim, span, from) && reaches(from, span, [1, -1]))
  })
}

/** In one sentence of the passage. */
function isBeside({ quantities, quantitySentence }: PassageFacts, from: Quantity, span: number): boolean {
  const at = quantities.indexOf(from)
  return at >= 0 && quantitySentence[at] === quantitySentence[span]
}

/** What may stand between a year and a span that belong together: "in 1921, ten years before …", "five years, so in 2024". */
const LINKS =
  /^[\s,，:：(（.。;；]*(?:(?:so|thus|hence|that is|i\.e\.|namely|which is|in|until|till|by|to|about|around|for|a|the|of)\s+)*(?:也就是|也就|就是|于是|所以|因此|因而|即|当时|比|时|在|到|约|直到)*\s*$/iu
/** Behind a comma so much more may stand: 1961年，也就是上任三年后. */
const FEW = 14

function standsBeside({ response }: PairFacts, claim: Quantity, span: Quantity, from: Quantity): boolean {
  const { text, quantities } = response
  // "It begins in 2025 and takes five years, so in 2030": all three in a row.
  const row = [claim, span, from]
  if (quantities.includes(from)) {
    const [start, end] = [Math.min(...row.map(one => one.start)), Math.max(...row.map(one => one.end))]
    if (!/[;；。!！?？]|\.\s/u.test(text.slice(start, end))) return true
  }
  if (claim.start > span.start) return LINKS.test(text.slice(span.end, claim.start))
  const between = text.slice(claim.end, span.start)
  if (LINKS.test(between)) return true
  return between.length <= FEW && /^年?[\s]*[,，:：(（]/u.test(between)
}

/** "Born in 1912", 1912年9月生于. */
function isBirth({ text }: PassageFacts, one: Quantity, year: number): boolean {
  if (dayOf(one)?.year !== year) return false
  return BIRTH.test(text.slice(Math.max(0, one.start - 16), one.start)) || BORN.test(text.slice(one.end, one.end + 6))
}

const BIRTH = /\bborn\b[^.;]*$|[出诞]?生于?$|[(（]$/iu
const BORN = /^\s?(?:出?生|诞生|[-–—~～])/u
