import type { PairCheck } from '#core/verification/check-pair'

/** What the end of a whole sentence looks like, closing quotes and brackets included. */
const WHOLE_END = /[.!?…。！？；:：]["'”’»」』）)\]]*$/u
const HOLDS_SENTENCE = /[.!?。！？](?=\s|$|[”’"」』])|[。！？]/u
/** Debris of markup that a reader would stumble over: headings, fences, emphasis, links, tags, entities. */
const MARKUP = /^#{1,6}\s|```|\*\*|__\S|\]\(|<\/?[a-z][^>]{0,80}>|&(?:amp|lt|gt|nbsp|quot);|^\s*\|.{0,200}\|\s*$/imu

/** What is neither white space nor punctuation. */
const SAYS = /[^\s\p{P}]/u

function folded(text: string): string {
  return text.toLowerCase().replace(/[\s\p{P}]+/gu, '')
}

/** Whether two texts agree but for case, white space and punctuation. Nearly all differ in the first thing they say. */
function agree(a: string, b: string): boolean {
  return SAYS.exec(a)?.[0].toLowerCase() === SAYS.exec(b)?.[0].toLowerCase() && folded(a) === folded(b)
}

/**
 * Whether both halves are there, whole and clean (rules CHECK1 to CHECK5). A response that is a list, a number or a
 * short phrase needs no end mark; one of several sentences that stops without one was cut off.
 */
export const completeness: PairCheck = {
  name: 'completeness',
  judge({ instruction, response }) {
    if (!SAYS.test(instruction)) return { result: 'fail', reason: 'empty-instruction' }
    if (!SAYS.test(response)) return { result: 'fail', reason: 'empty-response' }
    if (agree(instruction, response)) return { result: 'fail', reason: 'echo' }
    if (MARKUP.test(instruction) || MARKUP.test(response)) return { result: 'doubt', reason: 'markup' }
    const end = response.trimEnd()
    if (!WHOLE_END.test(end) && (HOLDS_SENTENCE.test(end) || /[,，、;—–-]$/u.test(end)))
      return { result: 'doubt', reason: 'cut-off' }
    return { result: 'pass', reason: 'complete' }
  },
}
