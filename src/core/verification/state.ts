import type { Check, Decision, State } from '#core/synthesis/pair'

/** State of a pair: the person's decision before all; else the worst check (rule STATE1). */
export function stateOf(decision: Decision | null, checks: readonly Pick<Check, 'result'>[]): State {
  if (decision === 'keep') return 'kept'
  if (decision === 'drop') return 'dropped'
  if (checks.some(check => check.result === 'fail')) return 'failed'
  return checks.some(check => check.result === 'doubt') ? 'unsure' : 'ready'
}
