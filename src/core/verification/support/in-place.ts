import { backs, close, type Quantity } from '#core/verification/support/quantity'
import { isBacked, type Room } from '#core/verification/support/room'
import {
  isNamedApart,
  isOtherLeftOut,
  isOwnClause,
  isSaidWhole,
  twoClauses,
} from '#core/verification/support/two-clauses'

/**
 * Whether a number that seems to be of something else is in its place after all (rule SUPPORT27): the number that would stand
 * there follows from those that the pair says, the clause of its own number is the one that the pair speaks of, or another
 * number beside it is said as well. Looked at only where a doubt would be raised; linear in one sentence.
 *
 * @param here indices of the numbers of the passage that say the same as the claim
 * @param source the number that would stand in its place
 */
export function isInPlace(room: Room, claim: Quantity, here: readonly number[], source: Quantity): boolean {
  const { facts } = room
  if (isRestOf(room, claim, source)) return true
  const sentence = facts.quantitySentence[facts.quantities.indexOf(source)] ?? -1
  const near = here.filter(i => facts.quantitySentence[i] === sentence)
  const said = room.pair.queryAt(claim.start)
  if (near.length > 0)
    return near.some(i => {
      const own = facts.quantities[i]
      const two = own === undefined ? null : twoClauses(room, sentence, own, source)
      return (
        two !== null &&
        (isOwnClause(said, two) ||
          (isSaidWhole(said, two) && isOtherLeftOut(facts, said, two)) ||
          isNamedApart(facts, said, two))
      )
    })
  return here.length > 0 && here.every(i => isBesideSaid(room, claim, facts.quantitySentence[i] ?? -1, sentence))
}

/** What is left of a whole, or lacks: 剩下, 缺席, "did not finish". */
const LEFT =
  /剩|余下|其余|幸存|[没未缺丢]|少了|\b(?:short|lost|absent|fewer|failed|left|remain(?:s|ed|ing)?|rest|others?|surviv\w{0,4}|spared|not|never|missing|without)\b|n['’]t\b/iu

/** "216 of 3,412 did not finish", where the passage says that 3,196 did: the third of the three is said with the other two. */
function isRestOf(room: Room, claim: Quantity, source: Quantity): boolean {
  const { pair } = room
  const [all, third] = [amountOf(claim), amountOf(source)]
  if (all === null || third === null) return false
  const isLeft = LEFT.test(pair.response.text)
  return pair.response.quantities.some(other => {
    // What the passage does not say was reckoned from them.
    if (!isLeft && isBacked(room, other)) return false
    const one = other === claim || other.loose || other.kind !== claim.kind ? null : amountOf(other)
    return one !== null && one !== all && (close(Math.abs(all - one), third, EXACT) || close(all + one, third, EXACT))
  })
}

const EXACT = 1e-6

function amountOf({ values, unit, kind }: Quantity): number | null {
  const [value] = values
  return value === undefined || kind !== 'plain' ? null : value * (unit?.factor ?? 1)
}

/** Other numbers of a response whose sentence needs not be the one that is asked for. */
const ENOUGH = 2

/**
 * The response says another number of the sentence of its number and none of the other sentence, and the question asks for that one
 * or it says two.
 */
function isBesideSaid({ facts, pair }: Room, claim: Quantity, here: number, other: number): boolean {
  const others = pair.response.quantities.filter(
    one => one !== claim && !one.loose && !one.small && one.values[0] !== claim.values[0],
  )
  const held = (sentence: number): number =>
    others.filter(one =>
      facts.quantities.some((source, i) => facts.quantitySentence[i] === sentence && backs(source, one)),
    ).length
  if (held(other) > 0) return false
  return held(here) >= (pair.asked().ranked[0]?.place === here ? 1 : ENOUGH)
}
