import type { Quantity } from '#core/verification/support/quantity'
import type { Room } from '#core/verification/support/room'

/** A pair beside its passage. */
type Near = Pick<Room, 'facts' | 'pair'>

/** The other numbers of the pair. */
export function saidBeside({ pair }: Pick<Near, 'pair'>, claim: Quantity): readonly Quantity[] {
  return [...pair.instruction.quantities, ...pair.response.quantities].filter(
    one => one.text !== claim.text || one.start !== claim.start,
  )
}

/** They, and the numbers of the sentences that the pair speaks of. */
export function nearby({ facts, pair }: Near, claim: Quantity): readonly Quantity[] {
  const places = new Set(pair.alignmentOf(claim.start).ranked.map(({ place }) => place))
  return [
    ...saidBeside({ pair }, claim),
    ...facts.quantities.filter((_, i) => places.has(facts.quantitySentence[i] ?? -1)),
  ]
}

/** The two sentences of the passage that the sentence of a claim speaks of most. */
export function sentencesAround({ facts, pair }: Near, claim: Quantity): string[] {
  const { ranked } = pair.alignmentOf(claim.start)
  return ranked
    .slice(0, 2)
    .map(({ place }) => facts.text.slice(facts.sentences[place]?.start, facts.sentences[place]?.end))
}

/** Two years of "two years later", "for two years": years that part one time from another. */
export function isDistance({ facts, pair }: Near, { start, end, text }: Quantity): boolean {
  return [facts, pair.instruction, pair.response].some(
    said =>
      said.text.startsWith(text, start) &&
      (DISTANCE_BEHIND.test(said.text.slice(end, end + 12)) ||
        DISTANCE_BEFORE.test(said.text.slice(Math.max(0, start - 16), start))),
  )
}

const DISTANCE_BEHIND = /^\s*(?:later|after|before|earlier|ago|older|younger|[以之]?[前后])/iu
const DISTANCE_BEFORE =
  /(?:\b(?:for|in|within|after|over|last(?:s|ed|ing)?|took|takes|than)(?: the| about| another)?|[历经过满用花隔]|历时|时隔|不到|整整|[早晚]了?)\s*$/iu
