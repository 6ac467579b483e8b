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

/**
 * Which way a span leads from one time to another: 1 of "two years later" and "for two years", −1 of "two years earlier", both of
 * "two years before"; none of three years of training.
 */
export function waysOf({ facts, pair }: Near, { start, end, text }: Quantity): readonly number[] {
  for (const said of [facts, pair.instruction, pair.response]) {
    if (!said.text.startsWith(text, start)) continue
    const [before, behind] = [said.text.slice(Math.max(0, start - 16), start), said.text.slice(end, end + 12)]
    if (LATER.test(behind) || AFTER.test(before)) return [1]
    if (EARLIER.test(behind)) return [-1]
    if (BESIDE.test(behind)) return [1, -1]
    if (LASTING.test(before)) return [1]
  }
  return []
}

const LATER = /^\s*(?:later|[以之]?后)/iu
const AFTER = /\b(?:after|in|within)(?: the| about| another)?\s*$/iu
const EARLIER = /^\s*(?:earlier|ago|[以之]?前)/iu
/** "Died in May, a month before the feast", "a month before May": either way. */
const BESIDE = /^\s*(?:before|after|older|younger)/iu
const LASTING =
  /(?:\b(?:for|over|last(?:s|ed|ing)?|took|takes|than)(?: the| about| another)?|[历经过满用花隔]|历时|时隔|不到|整整|[早晚]了?)\s*$/iu
