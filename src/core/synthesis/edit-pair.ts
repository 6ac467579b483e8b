import type { Check, Evidence, Original, Pair } from '#core/synthesis/pair'
import { locate, saysAgain, withoutOverlap } from '#core/verification/locate'

/**
 * The pair after the person has put it into their own words. It counts as kept; the words as first written stay beside
 * it; id and provenance do not change (rules EDIT1–EDIT4).
 *
 * @param pair the pair as stored; its language should already be that of the new words
 * @param passageText the text of `pair.passage`, which the ranges of evidence refer to
 * @param words what the person wrote
 * @param recheck the checks of the edited pair; it gets the pair with its new words, evidence and decision. Which code gave
 *   them is for the caller to say
 */
export function editPair(
  pair: Pair,
  passageText: string,
  words: Original,
  recheck: (edited: Pair) => readonly Check[],
): Pair {
  const instruction = words.instruction.trim().toWellFormed()
  const response = words.response.trim().toWellFormed()
  const first = pair.original ?? { instruction: pair.instruction, response: pair.response }
  const same = first.instruction === instruction && first.response === response
  const edited: Pair = {
    ...pair,
    instruction,
    response,
    checksVersion: undefined,
    evidence: evidenceOf(pair, passageText, response),
    decision: 'keep',
    state: 'kept',
    original: same ? null : first,
  }
  return { ...edited, checks: recheck(edited) }
}

/** EDIT3: an old range is taken over only while its words are still said. */
function evidenceOf(pair: Pair, passageText: string, response: string): readonly Evidence[] {
  const inside = pair.evidence.filter(range => range.start < range.end && range.end <= passageText.length)
  if (response === pair.response) return inside
  const stillSaid = inside.filter(
    range => range.how === 'quoted' && saysAgain(response, passageText.slice(range.start, range.end)),
  )
  return withoutOverlap([...stillSaid, ...locate(passageText, response)])
}
