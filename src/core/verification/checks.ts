import type { Check, Draft } from '#core/synthesis/pair'
import { cap } from '#core/verification/cap'
import type { CheckContext, PairCheck } from '#core/verification/check-pair'
import { choice } from '#core/verification/choice'
import { completeness } from '#core/verification/completeness'
import { duplicate } from '#core/verification/duplicate'
import { evidence } from '#core/verification/evidence'
import { languageAgrees } from '#core/verification/language-agrees'
import { leak } from '#core/verification/leak'
import { support } from '#core/verification/support'

/** Every check, cheapest first. */
export const CHECKS: readonly PairCheck[] = [
  completeness,
  choice,
  leak,
  evidence,
  languageAgrees,
  support,
  duplicate,
  cap,
]

/** Judges a draft by every check that applies to it, in order; settled ones are taken from before where they are given. */
export function checkDraft(draft: Draft, context: CheckContext): Check[] {
  return CHECKS.filter(({ applies }) => applies?.(draft) !== false).map(({ name, settled, judge }) => {
    const before = settled === true ? context.before?.find(check => check.name === name) : undefined
    return before ?? { name, ...judge(draft, context) }
  })
}
