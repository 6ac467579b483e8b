import type { Language } from '#core/documents/document'
import type { Decision, Pair, State } from '#core/synthesis/pair'
import { stateOf } from '#core/verification/state'

/*
 * What filters ask about a pair, as one number in the pair index. The decision lives only there, so deciding rewrites a
 * few leaves and no pair. The orders below are stored: append only.
 */
export const STATES = ['ready', 'unsure', 'failed', 'kept', 'dropped'] as const satisfies readonly State[]
export const LANGUAGES = ['en', 'zh', 'other'] as const satisfies readonly Language[]
const DECISIONS = [null, 'keep', 'drop'] as const satisfies readonly (Decision | null)[]

/** Checks with a bit of their own; all others share one more. */
export const LISTED_CHECKS = [
  'completeness',
  'evidence',
  'language',
  'duplicate',
  'leak',
  'support',
  'choice',
  'cap',
  'grounded',
  'round-trip',
  'stands-alone',
] as const

/** Of a mask: the bit of checks that have none of their own. */
export const OTHER_CHECKS = 1 << LISTED_CHECKS.length

const CHECK_BITS: ReadonlyMap<string, number> = new Map(LISTED_CHECKS.map((name, bit) => [name, 1 << bit]))

/** Tasks that a run can number. */
export const MOST_TASKS = 4_096
const CHECKS_FROM = 2 ** 20

export function isListed(check: string): boolean {
  return CHECK_BITS.has(check)
}

/** The bits of checks by these names. */
export function maskOf(checks: readonly string[]): number {
  return checks.reduce((mask, name) => mask | (CHECK_BITS.get(name) ?? OTHER_CHECKS), 0)
}

/** The code by other checks: their worst, and which of them did not pass. */
export function withChecks(code: number, checks: Pair['checks']): number {
  const mask = maskOf(checks.filter(({ result }) => result !== 'pass').map(({ name }) => name))
  const facets = code % CHECKS_FROM
  return facets - (facets & 3) + STATES.indexOf(stateOf(null, checks)) + mask * CHECKS_FROM
}

/**
 * Code of a pair: bits 0–1 worst check, 2–3 decision, 4–5 language, 6 edited, 8–19 the task's number in its run, 20–31
 * the checks that did not pass.
 */
export function codeOf(pair: Pick<Pair, 'checks' | 'decision' | 'language' | 'original'>, task: number): number {
  const facets =
    (decisionNumber(pair.decision) << 2) | (LANGUAGES.indexOf(pair.language) << 4) | (pair.original === null ? 0 : 64)
  return withChecks(task * 256 + facets, pair.checks)
}

/** The code with another decision. */
export function withDecision(code: number, decision: Decision | null): number {
  return code - (code & 12) + (decisionNumber(decision) << 2)
}

export function decisionNumber(decision: Decision | null): number {
  return DECISIONS.indexOf(decision)
}

export function decisionOf(number: number): Decision | null {
  return DECISIONS[number] ?? null
}

export function decisionIn(code: number): Decision | null {
  return decisionOf((code >>> 2) & 3)
}

export function stateNumber(code: number): number {
  const decision = (code >>> 2) & 3
  return decision === 0 ? code & 3 : decision + 2
}

export function stateIn(code: number): State {
  return STATES[stateNumber(code)] ?? 'ready'
}

export function languageNumber(code: number): number {
  return (code >>> 4) & 3
}

export function isEdited(code: number): boolean {
  return (code & 64) !== 0
}

export function taskNumber(code: number): number {
  return (code >>> 8) % MOST_TASKS
}

/** Bits of the checks that did not pass. */
export function checkMask(code: number): number {
  return code >>> 20
}

/** How many checks did not pass; those without a bit of their own count as one. */
export function troubles(code: number): number {
  let count = 0
  for (let mask = checkMask(code); mask > 0; mask &= mask - 1) count++
  return count
}
