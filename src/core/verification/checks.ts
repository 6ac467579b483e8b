import type { Check, Draft } from '#core/synthesis/pair'
import { cap } from '#core/verification/cap'
import type { CheckContext, PairCheck } from '#core/verification/check-pair'
import { completeness } from '#core/verification/completeness'
import { duplicate } from '#core/verification/duplicate'
import { evidence } from '#core/verification/evidence'
import { languageAgrees } from '#core/verification/language-agrees'

/** Every check, cheapest first. */
export const CHECKS: readonly PairCheck[] = [completeness, evidence, languageAgrees, duplicate, cap]

/** Judges a draft by every check, in order. */
export function checkDraft(draft: Draft, context: CheckContext): Check[] {
  return CHECKS.map(({ name, judge }) => ({ name, ...judge(draft, context) }))
}
