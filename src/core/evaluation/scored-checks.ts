import type { ScoredCheck } from '#core/evaluation/proposals'

/** Checks that give a score, with the threshold that they hold it against. A new one is one line here. */
export const SCORED_CHECKS: readonly ScoredCheck[] = [
  { check: 'evidence', threshold: 'aligned', high: 'good' },
  { check: 'duplicate', threshold: 'repetition', high: 'bad' },
  { check: 'grounded', threshold: 'grounded', high: 'good' },
  { check: 'round-trip', threshold: 'agreement', high: 'good' },
]
