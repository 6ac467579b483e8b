import type { Check } from '#core/synthesis/pair'
import type { Thresholds } from '#core/verification/thresholds'

interface Line {
  readonly at: (thresholds: Thresholds) => number
  readonly above: string
  readonly below: string
  readonly result: Check['result']
}

const LINES: ReadonlyMap<string, Line> = new Map([
  ['grounded', { at: ({ grounded }) => grounded, above: 'grounded', below: 'not-grounded', result: 'fail' }],
  [
    'round-trip',
    { at: ({ agreement }) => agreement, above: 'round-trip-agrees', below: 'round-trip-differs', result: 'doubt' },
  ],
])

/**
 * A stored check with thresholds applied to it anew, without asking a model (rule JUDGE3): its score is held against its
 * line again. What no line decides stays as it is: other checks, and reasons that are no matter of a score.
 */
export function judgedBy(thresholds: Thresholds, check: Check): Check {
  const line = LINES.get(check.name)
  if (line === undefined || check.score === undefined) return check
  if (check.reason !== line.above && check.reason !== line.below) return check
  return check.score >= line.at(thresholds)
    ? { ...check, result: 'pass', reason: line.above }
    : { ...check, result: line.result, reason: line.below }
}
