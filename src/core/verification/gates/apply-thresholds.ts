import type { Check } from '#core/synthesis/pair'
import type { Gate } from '#core/verification/gates/gate'
import { GATES } from '#core/verification/gates/gates'
import type { Thresholds } from '#core/verification/thresholds'

/** What a score says, by gate: on or above its line, and below. */
const GATE_REASONS = {
  grounded: { above: 'grounded', below: 'not-grounded' },
  'round-trip': { above: 'round-trip-agrees', below: 'round-trip-differs' },
  'stands-alone': { above: 'stands-alone', below: 'leans-on-passage' },
} as const

/**
 * A stored check with thresholds applied to it anew, without asking a model (rule GATE10): a gate's score is held against
 * its line again. What no line decides stays as it is: other checks, a judge that was unclear, one that cannot be trusted.
 */
export function judgedBy(thresholds: Thresholds, check: Check): Check {
  const gate = GATES.find(({ name }) => name === check.name)
  if (gate === undefined || check.score === undefined) return check
  const words = GATE_REASONS[gate.name]
  if (check.reason !== words.above && check.reason !== words.below) return check
  return { ...check, ...drawn(gate, thresholds, check.score) }
}

/** Result and reason for a score. */
export function drawn(gate: Gate, thresholds: Thresholds, score: number): Pick<Check, 'result' | 'reason'> {
  const words = GATE_REASONS[gate.name]
  return score >= gate.line(thresholds)
    ? { result: 'pass', reason: words.above }
    : { result: gate.below, reason: words.below }
}
