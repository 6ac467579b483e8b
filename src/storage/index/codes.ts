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

/** Code of a pair: bits 0–1 worst check, 2–3 decision, 4–5 language, 6 edited, from 8 the task's number in its run. */
export function codeOf(pair: Pick<Pair, 'checks' | 'decision' | 'language' | 'original'>, task: number): number {
  const verdict = STATES.indexOf(stateOf(null, pair.checks))
  const facets =
    verdict |
    (decisionNumber(pair.decision) << 2) |
    (LANGUAGES.indexOf(pair.language) << 4) |
    (pair.original === null ? 0 : 64)
  return task * 256 + facets
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
  return code >>> 8
}
