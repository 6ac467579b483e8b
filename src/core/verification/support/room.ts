import type { Finding } from '#core/verification/support/finding'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import {
  backs,
  dayOf,
  isBare,
  isMeasured,
  isSameKind,
  type Quantity,
  sameNoun,
} from '#core/verification/support/quantity'

/** A pair and its passage while numbers are judged. */
export interface Room {
  readonly facts: PassageFacts
  readonly pair: PairFacts
  /** For each number of the passage: whether the pair says it. */
  readonly used: readonly boolean[]
  /** Numbers of the passage and above it. */
  readonly known: readonly Quantity[]
  /** What `backing` found for each number so far. */
  readonly backed: Map<Quantity, readonly number[]>
}

/** A number as it is meant: one with nothing behind it has the measure of the one beside it ("24 months, for the pump 36"). */
function asMeant({ quantities, quantitySentence }: PassageFacts, i: number): Quantity | undefined {
  const source = quantities[i]
  if (source === undefined || !isBare(source) || source.kind !== 'plain' || source.unit !== null) return source
  const beside = [i - 1, i + 1].find(j => {
    const other = quantities[j]
    return quantitySentence[j] === quantitySentence[i] && other?.kind === 'plain' && isMeasured(other)
  })
  return beside === undefined ? source : { ...source, unit: quantities[beside]?.unit ?? null }
}

/** Indices of the numbers of the passage that say the same as a claim; of them those that surely count or measure the same, if any do. */
export function backing(room: Room, claim: Quantity): readonly number[] {
  const known = room.backed.get(claim)
  if (known !== undefined) return known
  const found = backingOf(room, claim)
  room.backed.set(claim, found)
  return found
}

function backingOf(room: Room, claim: Quantity): readonly number[] {
  const { quantities } = room.facts
  const all: number[] = []
  for (const [i, source] of quantities.entries()) {
    const meant = isMeasured(claim) ? asMeant(room.facts, i) : source
    if (
      (backs(source, claim) || (meant !== source && meant !== undefined && backs(meant, claim))) &&
      isTold(room, i, claim)
    )
      all.push(i)
  }
  const sure = all.filter(i => isSure(room, i, claim))
  return sure.length > 0 ? sure : all
}

/** Whether passage or headings say the same. */
export function isBacked(room: Room, claim: Quantity): boolean {
  return room.facts.outside.some(source => backs(source, claim)) || backing(room, claim).length > 0
}

/** Whether they say the same and, as far as they tell, of the same measure or of things that are counted. */
export function isSurelyBacked(room: Room, claim: Quantity): boolean {
  const { facts } = room
  return (
    facts.outside.some(source => backs(source, claim) && isAlike(claim, source)) ||
    backing(room, claim).some(i => isSure(room, i, claim))
  )
}

function isSure({ facts }: Room, i: number, claim: Quantity): boolean {
  const source = facts.quantities[i]
  if (source === undefined || !isAlike(claim, source)) return false
  return !isMeasured(claim) || !isBare(source) || asMeant(facts, i)?.unit?.measures === claim.unit?.measures
}

/** Numbers of the passage that could stand for a claim and that the pair does not say. */
export function free({ facts, used }: Room, claim: Quantity, places: readonly number[] = []): readonly number[] {
  const { quantities, quantitySentence } = facts
  const here = new Set(places.map(place => quantitySentence[place]))
  const found: number[] = []
  for (const [i, source] of quantities.entries()) {
    if (used[i] !== false || (source.loose && !(claim.kind === 'ordinal' && sameNoun(claim, source)))) continue
    const elided = here.has(quantitySentence[i]) && isElided(claim, source)
    if (elided || isSameKind(claim, source)) found.push(i)
  }
  return found
}

/** The numbers of the passage with these indices. */
export function numbersAt({ quantities }: PassageFacts, places: readonly number[]): readonly Quantity[] {
  const found: Quantity[] = []
  for (const place of places) {
    const quantity = quantities[place]
    if (quantity !== undefined) found.push(quantity)
  }
  return found
}

/** "14 concerts a year, under her pupil only eight": in one sentence what is counted may be named once, however small the number. */
function isElided(claim: Quantity, source: Quantity): boolean {
  if (claim.kind !== 'plain' || source.kind !== 'plain' || isMeasured(claim) || !isBare(source)) return false
  return claim.counter === null || source.counter === null || claim.counter === source.counter
}

/** Whether a number has neither noun nor measure nor measure word. */
export function namesNothing({ unit, nouns }: Quantity): boolean {
  return unit === null && nouns.length === 0
}

/** Both count, or both measure, as far as they tell; ordinals of the same thing. */
function isAlike(claim: Quantity, source: Quantity | undefined): boolean {
  if (source === undefined) return false
  if (claim.kind === 'ordinal' && source.kind === 'ordinal' && claim.nouns.length > 0 && source.nouns.length > 0)
    return sameNoun(claim, source)
  if (claim.counter !== null && source.counter !== null && claim.counter !== source.counter && !sameNoun(claim, source))
    return false
  return isMeasured(claim) === isMeasured(source) || namesNothing(claim) || namesNothing(source)
}

/**
 * Whether what a number leaves out may be what the claim says: a day or month without a year is of the year told last before
 * it (or behind it in its sentence), and 元 are dollars only where dollars are spoken of.
 */
function isTold({ facts }: Room, i: number, claim: Quantity): boolean {
  const { quantities, quantitySentence } = facts
  const source = quantities[i]
  if (source === undefined) return false
  // 4号仓库 has a name, and is no count of four.
  if (source.counter === '号' && claim.counter !== null && claim.counter !== '号') return false
  if (claim.unit?.measures === 'dollar' && source.unit?.measures === 'yuan')
    return quantities.some(({ unit }) => unit?.measures === 'dollar')
  const said = dayOf(claim)
  const known = dayOf(source)
  if (said === null || known === null || said.year === null || known.year !== null) return true
  for (let before = i - 1; before >= 0; before -= 1) {
    const year = yearOf(quantities[before])
    if (year !== null) return year === said.year
  }
  return quantities.some((one, at) => quantitySentence[at] === quantitySentence[i] && yearOf(one) === said.year)
}

function yearOf(source: Quantity | undefined): number | null {
  return source === undefined ? null : (dayOf(source)?.year ?? null)
}

/** A claim in the place of a number of the passage. */
export function differs(reason: string, result: Finding['result'], claim: Quantity, source: Quantity): Finding {
  return {
    result,
    reason,
    values: { said: claim.text, passage: source.text },
    ranges: [{ start: source.start, end: source.end }],
  }
}

/** A claim that nothing of the passage stands for. */
export function unknown(claim: Quantity, result: Finding['result']): Finding {
  return { result, reason: 'number-unknown', values: { said: claim.text } }
}
