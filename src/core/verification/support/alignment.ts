import type { PassageFacts, SentenceFacts } from '#core/verification/support/passage-facts'

/** Terms in more sentences than this tell nothing; also what keeps aligning linear. */
const COMMON = 24

/** The words of a pair, with what each weighs: what the response says counts more than what it was asked. */
export type Query = ReadonlyMap<string, number>

export interface Alignment {
  /** Sentences that share a word with the query, best first: index and share of its weight, in [0, 1]. */
  readonly ranked: readonly { readonly place: number; readonly share: number }[]
  /** The share of each sentence by its index. */
  readonly shares: readonly number[]
}

/** How much of the weight of a query each sentence of the passage holds, rarer words weighing more (as LOC3). */
export function align(facts: PassageFacts, query: Query): Alignment {
  // A plain array: it is short, and one of typed numbers would take memory of its own outside the heap.
  const shares = new Array<number>(facts.sentences.length).fill(0)
  let total = 0
  for (const [term, importance] of query) {
    const places = facts.holders.get(term)
    if (places === undefined) {
      // A word that the passage does not have says nothing about where the others stand, but makes the share smaller.
      total += importance
      continue
    }
    if (places.length > COMMON) continue
    const weight = importance * Math.log(1 + facts.sentences.length / places.length)
    total += weight
    for (const place of places) shares[place] = (shares[place] ?? 0) + weight
  }
  if (total === 0) return { ranked: [], shares }
  const places: number[] = []
  const held: number[] = []
  for (let place = 0; place < shares.length; place += 1) {
    const share = (shares[place] ?? 0) / total
    shares[place] = share
    if (share === 0 || (places.length === BEST && share <= (held[BEST - 1] ?? 0))) continue
    let at = Math.min(places.length, BEST - 1)
    for (; at > 0 && (held[at - 1] ?? 0) < share; at -= 1) {
      places[at] = places[at - 1] ?? 0
      held[at] = held[at - 1] ?? 0
    }
    places[at] = place
    held[at] = share
  }
  return { ranked: places.map((place, rank) => ({ place, share: held[rank] ?? 0 })), shares }
}

const BEST = 4

/** Sentences that hold so much of the weight, at least, and so much of what the best one holds: in [0, 1]. */
export function spokenOf(
  { sentences }: PassageFacts,
  { ranked }: Alignment,
  least: number,
  asWell: number,
): readonly SentenceFacts[] {
  const from = Math.max(least, (ranked[0]?.share ?? 0) * asWell)
  return ranked.flatMap(({ place, share }) => (share >= from ? (sentences[place] ?? []) : []))
}

/**
 * Whether the response says something that these sentences have and the best one has not: it then speaks of both, and a
 * number or name of either is in its place.
 */
export function speaksOf(facts: PassageFacts, query: Query, places: readonly number[], best: number): boolean {
  for (const [term, weight] of query) {
    if (weight < 1) continue
    const holders = facts.holders.get(term) ?? []
    if (holders.length <= COMMON && !holders.includes(best) && places.some(place => holders.includes(place)))
      return true
  }
  return false
}

/** The largest share of a sentence at one of these places, or so many sentences around it. */
export function shareNear(alignment: Alignment, places: readonly number[], around: number): number {
  let best = 0
  for (const place of places)
    for (let near = place - around; near <= place + around; near += 1)
      best = Math.max(best, alignment.shares[near] ?? 0)
  return best
}
