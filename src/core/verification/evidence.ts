import type { PairCheck } from '#core/verification/check-pair'
import { DEFAULT_THRESHOLDS } from '#core/verification/thresholds'

/**
 * Whether the pair says where in the passage it comes from, and the place exists (rules CHECK6, CHECK7). Words of its own
 * are no fault of a pair: a place that agrees well enough passes as a quotation does.
 */
export const evidence: PairCheck = {
  name: 'evidence',
  judge({ evidence: ranges }, { passageText, thresholds = DEFAULT_THRESHOLDS }) {
    const outside = ranges.filter(
      range => range.start < 0 || range.end > passageText.length || range.start >= range.end,
    )
    if (outside.length > 0) return { result: 'fail', reason: 'evidence-not-in-passage' }
    const quoted = ranges.filter(range => range.how === 'quoted')
    if (quoted.length > 0) return { result: 'pass', reason: 'evidence-quoted', ranges: quoted }
    if (ranges.length === 0) return { result: 'doubt', reason: 'no-single-sentence' }
    const score = Math.max(...ranges.map(range => range.score ?? 0))
    const aligned = ranges.filter(range => (range.score ?? 0) >= thresholds.aligned)
    return aligned.length > 0
      ? { result: 'pass', reason: 'evidence-aligned', score, ranges: aligned }
      : { result: 'doubt', reason: 'evidence-nearest', score, ranges }
  },
}
