import type { Evidence, Pair } from '#core/synthesis/pair'

/**
 * The words of its passage that a pair is shown to rest on: the longest quoted range, else the surest aligned one; null
 * where there is only a guess, or nothing. Offsets into the passage.
 */
export function quoteRange({ evidence }: Pick<Pair, 'evidence'>): Evidence | null {
  const longest = (how: Evidence['how'], weight: (place: Evidence) => number): Evidence | null =>
    evidence
      .filter(place => place.how === how)
      .reduce<Evidence | null>((best, place) => (best === null || weight(place) > weight(best) ? place : best), null)
  return longest('quoted', ({ start, end }) => end - start) ?? longest('fuzzy', ({ score }) => score ?? 0)
}
