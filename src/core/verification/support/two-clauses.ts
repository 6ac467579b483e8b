import type { Query } from '#core/verification/support/alignment'
import { clauseAt } from '#core/verification/support/clauses'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import { backs, type Quantity } from '#core/verification/support/quantity'
import type { Room } from '#core/verification/support/room'

/** Tokens from–to around a number of a sentence, with what they say. */
interface Around {
  readonly from: number
  readonly to: number
  readonly number: Quantity
  /** Its terms, but for those of the number and of the measure word right behind it. */
  readonly terms: readonly string[]
}

/** The stretch around one number of a sentence, and that around another one. */
export interface Two {
  readonly mine: Around
  readonly theirs: Around
}

/** The clauses around two numbers of a sentence; null where it is one, or where the pair leaves out another number of the first. */
export function twoClauses(room: Room, sentence: number, own: Quantity, other: Quantity): Two | null {
  const [mine, theirs] = [aroundOf(room.facts, sentence, own), aroundOf(room.facts, sentence, other)]
  if (mine === null || theirs === null || mine.from === theirs.from || !saysNumbersOf(room, mine)) return null
  return { mine, theirs }
}

/** The pair says all that it shares with the clause of the other number of the clause of this one as well, and more. */
export function isOwnClause(said: Query, { mine, theirs }: Two): boolean {
  const shared = new Set(mine.terms.filter(term => said.has(term)))
  const also = new Set(theirs.terms.filter(term => said.has(term)))
  return also.size > 0 && shared.size > also.size && [...also].every(term => shared.has(term))
}

/** Words that stand for a thing named before: "rare ones". */
const POINTING: ReadonlySet<string> = new Set('one ones those that other others latter former'.split(' '))

/** Whether the pair says all of a later clause, which leaves out what was named before it: "21% against", 12路照常运行. */
export function isSaidWhole(said: Query, { mine, theirs }: Two): boolean {
  const all = mine.terms.filter(term => !POINTING.has(term))
  return mine.from > theirs.from && all.length > 0 && all.every(term => said.has(term))
}

/** Whether each clause has something of its own, and of these two things the pair says the one alone: 山下的, and 山上的果园. */
export function isApart(said: Query, { mine, theirs }: Two): boolean {
  return (
    mine.terms.some(term => said.has(term) && !theirs.terms.includes(term)) &&
    theirs.terms.some(term => !said.has(term) && !mine.terms.includes(term))
  )
}

/**
 * Whether the pair says something that the later clause alone has, and of the earlier one only what stands before its number, as
 * what is spoken of does: 案件受理费860元，由被告负担600元.
 */
export function isNamedApart(facts: PassageFacts, said: Query, { mine, theirs }: Two): boolean {
  if (mine.from < theirs.from || !mine.terms.some(term => said.has(term) && !theirs.terms.includes(term))) return false
  return termsIn(facts, behind(facts, theirs), theirs.to, theirs.number).every(term => !said.has(term))
}

/** Whether something of the clause of the other number is left out: behind it, or anywhere where a word stands for what is before it. */
export function isOtherLeftOut(facts: PassageFacts, said: Query, { mine, theirs }: Two): boolean {
  const points = mine.terms.some(term => POINTING.has(term))
  const rest = points ? theirs.terms : termsIn(facts, behind(facts, theirs), theirs.to, theirs.number)
  return rest.some(term => !said.has(term)) || isApart(said, { mine, theirs })
}

/** The pair says all other numbers of a stretch: who speaks of the first lock does not speak of "a second one in 1979". */
function saysNumbersOf({ facts, pair }: Room, { from, to, number }: Around): boolean {
  const [start, end] = [facts.tokens[from]?.start ?? 0, facts.tokens[to - 1]?.end ?? 0]
  const said = [...pair.instruction.quantities, ...pair.response.quantities]
  return facts.quantities.every(
    one =>
      one === number ||
      one.start < start ||
      one.end > end ||
      (one.loose && one.kind !== 'ordinal') ||
      said.some(claim => backs(one, claim) && (claim.kind === 'ordinal') === (one.kind === 'ordinal')),
  )
}

/** The clause around a number, with what stands before its bracket. */
function aroundOf(facts: PassageFacts, sentence: number, number: Quantity): Around | null {
  const clause = clauseAt(facts, sentence, number.start)
  if (clause === null) return null
  const opens = /^[(（]$/u.test(facts.tokens[clause.from - 1]?.text ?? '')
  const outer = opens ? clauseAt(facts, sentence, facts.tokens[clause.from - 2]?.start ?? -1) : null
  const from = outer === null ? clause.from : Math.min(outer.from, clause.from)
  return { from, to: clause.to, number, terms: termsIn(facts, from, clause.to, number) }
}

function behind({ tokens }: PassageFacts, { from, to, number }: Around): number {
  let at = from
  while (at < to && (tokens[at]?.start ?? 0) < number.end) at += 1
  return at
}

/** Characters that join or point in Chinese: a pair of characters with one of them is no word. */
const LITTLE = /[到至在于为是的有和与及从由约达共只则就也都还需约]/u
/** Parts of the day belong to the time behind them. */
const PART_OF_DAY = /^(?:上午|下午|晚上|早上|中午|凌晨|傍晚|夜里)$/u

function termsIn(
  { tokens }: PassageFacts,
  from: number,
  to: number,
  { start, end, unit }: Quantity,
): readonly string[] {
  const terms: string[] = []
  for (let i = from; i < to; i += 1) {
    const token = tokens[i]
    if (token?.term == null || (token.start >= start && token.start < end)) continue
    if (token.start === end && unit === null && token.kind === 'han') continue
    if (token.kind === 'han' && (LITTLE.test(token.term) || PART_OF_DAY.test(token.term))) continue
    terms.push(token.term)
  }
  return terms
}
