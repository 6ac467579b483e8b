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
  /** What `matchesOf` says of each number of the pair. */
  readonly same: ReadonlyMap<Quantity, readonly number[]>
  /** What `backing` found for each number so far. */
  readonly backed: Map<Quantity, readonly number[]>
}

/** Indices of the numbers of a passage that say the same as a claim, whatever they count. */
export function matchesOf({ quantities }: PassageFacts, claim: Quantity): readonly number[] {
  const found: number[] = []
  for (let i = 0; i < quantities.length; i += 1) {
    const source = quantities[i]
    if (source !== undefined && backs(source, claim)) found.push(i)
  }
  return found
}

/** Numbers with nothing behind them as they are meant, by their indices; read once for all pairs of a passage. */
const meant = new WeakMap<PassageFacts, ReadonlyMap<number, Quantity>>()

/** A number as it is meant: one with nothing behind it has the measure of the one beside it ("24 months, for the pump 36"). */
function meantIn(facts: PassageFacts): ReadonlyMap<number, Quantity> {
  const known = meant.get(facts)
  if (known !== undefined) return known
  const { quantities, quantitySentence } = facts
  const found = new Map<number, Quantity>()
  for (const [i, source] of quantities.entries()) {
    if (!isBare(source) || source.kind !== 'plain' || source.unit !== null || source.loose) continue
    const beside = [i - 1, i + 1].find(j => {
      const other = quantities[j]
      return quantitySentence[j] === quantitySentence[i] && other?.kind === 'plain' && isMeasured(other)
    })
    if (beside !== undefined) found.set(i, { ...source, unit: quantities[beside]?.unit ?? null })
  }
  meant.set(facts, found)
  return found
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
  const same = room.same.get(claim) ?? matchesOf(room.facts, claim)
  const all = new Set(same)
  if (isMeasured(claim)) for (const [i, source] of meantIn(room.facts)) if (backs(source, claim)) all.add(i)
  const told = (all.size === same.length ? same : [...all].sort((a, b) => a - b)).filter(i => isTold(room, i, claim))
  const sure = told.filter(i => isSure(room, i, claim))
  return sure.length > 0 ? sure : told
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
  return (
    !isMeasured(claim) || !isBare(source) || (meantIn(facts).get(i) ?? source).unit?.measures === claim.unit?.measures
  )
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
