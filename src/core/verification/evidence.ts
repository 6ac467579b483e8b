import type { PairCheck } from '#core/verification/check-pair'

/** Whether the pair says where in the passage it comes from, and the place exists (rules CHECK6, CHECK7). */
export const evidence: PairCheck = {
  name: 'evidence',
  judge({ evidence: ranges }, { passageText }) {
    const outside = ranges.filter(
      range => range.start < 0 || range.end > passageText.length || range.start >= range.end,
    )
    if (outside.length > 0) return { result: 'fail', reason: 'evidence-not-in-passage' }
    const quoted = ranges.filter(range => range.how === 'quoted')
    if (quoted.length > 0) return { result: 'pass', reason: 'evidence-quoted', ranges: quoted }
    return { result: 'doubt', reason: ranges.length > 0 ? 'evidence-nearest' : 'evidence-missing' }
  },
}
