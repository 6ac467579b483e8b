import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'

/** Sentences that a writer names as its source beyond which it names none in particular. */
const FEW = 2
/** Around a sentence in which a name may stand for what is told there: he, she, it. */
const NEAR = [-2, -1, 0, 1]

/**
 * The sentences that a pair names as its source in so many words, where none of them, nor those around, has what `has` asks for
 * (rules SUPPORT8, SUPPORT35); none where it names no source, or denies.
 */
export function quotedAwayFrom(
  { sentences }: PassageFacts,
  { evidence, denies }: PairFacts,
  has: (sentence: number) => boolean,
): readonly number[] {
  const quoted = evidence.filter(({ how }) => how === 'quoted')
  if (denies || quoted.length === 0) return []
  const places = sentences.flatMap(({ start, end }, place) =>
    quoted.some(range => range.start < end && range.end > start) ? [place] : [],
  )
  return places.length > FEW || places.some(place => NEAR.some(by => has(place + by))) ? [] : places
}
