import type { PairCheck } from '#core/verification/check-pair'

/** What the end of a whole sentence looks like, closing quotes and brackets included. */
const WHOLE_END = /[.!?…。！？；:：]["'”’»」』）)\]]*$/u
/** Debris of markup that a reader would stumble over: headings, fences, emphasis, links, tags, entities. */
const MARKUP = /^#{1,6}\s|```|\*\*|__\S|\]\(|<\/?[a-z][^>]{0,80}>|&(?:amp|lt|gt|nbsp|quot);|^\s*\|.{0,200}\|\s*$/imu

function folded(text: string): string {
  return text.toLowerCase().replace(/[\s\p{P}]+/gu, '')
}

/**
 * Whether both halves are there, whole and clean (rules CHECK1 to CHECK5). A response that is a list, a number or a
 * short phrase needs no end mark; one of several sentences that stops without one was cut off.
 */
export const completeness: PairCheck = {
  name: 'completeness',
  judge({ instruction, response }) {
    if (folded(instruction) === '') return { result: 'fail', reason: 'empty-instruction' }
    if (folded(response) === '') return { result: 'fail', reason: 'empty-response' }
    if (folded(instruction) === folded(response)) return { result: 'fail', reason: 'echo' }
    if (MARKUP.test(instruction) || MARKUP.test(response)) return { result: 'doubt', reason: 'markup' }
    const end = response.trimEnd()
    const sentences = (end.match(/[.!?。！？](?=\s|$|[”’"」』])|[。！？]/gu) ?? []).length
    if (!WHOLE_END.test(end) && (sentences > 0 || /[,，、;—–-]$/u.test(end)))
      return { result: 'doubt', reason: 'cut-off' }
    return { result: 'pass', reason: 'complete' }
  },
}
