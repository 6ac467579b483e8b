import type { PassageFacts } from '#core/verification/support/passage-facts'

/** Terms in more sentences than this tell nothing; also what keeps aligning linear. */
const COMMON = 24

/** The words of a pair, with what each weighs: what the response says counts more than what it was asked. */
export type Query = ReadonlyMap<string, number>

export interface Alignment {
  /** Sentences that share a word with the query, best first: index and share of its weight, in [0, 1]. */
  readonly ranked: readonly { readonly place: number; readonly share: number }[]
  readonly shares: ReadonlyMap<number, number>
}

/** How much of the weight of a query each sentence of the passage holds, rarer words weighing more (as LOC3). */
export function align(facts: PassageFacts, query: Query): Alignment {
  const shares = new Map<number, number>()
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
    for (const place of places) shares.set(place, (shares.get(place) ?? 0) + weight)
  }
  if (total === 0) return { ranked: [], shares }
  const ranked: { place: number; share: number }[] = []
  for (const [place, share] of shares) {
    shares.set(place, share / total)
    ranked.push({ place, share: share / total })
  }
  ranked.sort((a, b) => b.share - a.share || a.place - b.place)
  return { ranked: ranked.slice(0, BEST), shares }
}

const BEST = 4

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
      best = Math.max(best, alignment.shares.get(near) ?? 0)
  return best
}
