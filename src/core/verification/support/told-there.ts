import type { Query } from '#core/verification/support/alignment'
import type { PairFacts } from '#core/verification/support/pair-facts'
import { isDay, isSameKind, type Quantity } from '#core/verification/support/quantity'
import type { Room } from '#core/verification/support/room'
import { isApart, isOwnClause, isSaidWhole, twoClauses } from '#core/verification/support/two-clauses'

/**
 * The number in whose place a pair has another one of the same sentence, told by the clauses around both; or the day of the
 * sentence that a pair speaks of, where it has that of another one (rule SUPPORT27). null where neither shows.
 *
 * @param places indices of the numbers of the passage that say the same as the claim
 * @param others indices of those that could stand in its place and that the pair does not say
 */
export function toldThere(
  room: Room,
  claim: Quantity,
  places: readonly number[],
  others: readonly number[],
): Quantity | null {
  // A response with several numbers of the kind speaks of several things.
  const several = room.pair.response.quantities.some(
    one => one.start !== claim.start && !one.loose && isSameKind(one, claim) && one.values[0] !== claim.values[0],
  )
  if (several) return null
  return isDay(claim) ? datedThere(room, claim, places, others) : clauseThere(room, claim, places, others)
}

function clauseThere(
  room: Room,
  claim: Quantity,
  places: readonly number[],
  others: readonly number[],
): Quantity | null {
  const { facts, pair } = room
  const sentence = facts.quantitySentence[places[0] ?? -1]
  if (sentence === undefined || places.some(place => facts.quantitySentence[place] !== sentence)) return null
  const said = saidBeside(pair, claim)
  for (const i of others) {
    const source = facts.quantities[i]
    if (source === undefined || facts.quantitySentence[i] !== sentence) continue
    const fits = places.every(place => {
      const here = facts.quantities[place]
      const two = here === undefined ? null : twoClauses(room, sentence, source, here)
      return two !== null && isApart(said, two) && (isOwnClause(said, two) || isSaidWhole(said, two))
    })
    if (fits) return source
  }
  return null
}

/** What the clause of a number of the response says, with the question. */
function saidBeside({ instruction, response }: PairFacts, { start, end }: Quantity): Query {
  const marks = [...response.tokens.entries()].filter(([, { text }]) => CLAUSE_MARKS.has(text))
  const from = marks.findLast(([, token]) => token.end <= start)?.[0] ?? 0
  const to = marks.find(([, token]) => token.start >= end)?.[0] ?? response.tokens.length
  const said = new Map<string, number>()
  for (const { term } of [...instruction.tokens, ...response.tokens.slice(from, to)])
    if (term !== null) said.set(term, 1)
  return said
}

const CLAUSE_MARKS: ReadonlySet<string> = new Set(',，;；:：.。!！?？')

/** Shares of what a pair says: what a sentence has that it speaks of, and what one has that it does not. */
const SPEAKS = 0.5
const HARDLY = 0.1

function datedThere(
  { facts, pair }: Room,
  claim: Quantity,
  places: readonly number[],
  others: readonly number[],
): Quantity | null {
  const { ranked, shares } = pair.alignmentOf(claim.start)
  const [best] = ranked
  if (best === undefined || best.share < SPEAKS) return null
  if (places.some(place => (shares[facts.quantitySentence[place] ?? -1] ?? 0) > HARDLY)) return null
  const days = facts.quantities.filter((one, i) => facts.quantitySentence[i] === best.place && isDay(one))
  const [day] = days
  return days.length === 1 && day !== undefined && others.some(i => facts.quantities[i] === day) ? day : null
}
