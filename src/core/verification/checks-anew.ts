import type { Check } from '#core/synthesis/pair'
import { CHECKS } from '#core/verification/checks'
import { judgedBy } from '#core/verification/gates/apply-thresholds'
import type { Thresholds } from '#core/verification/thresholds'

const BY_CODE: ReadonlySet<string> = new Set(CHECKS.map(({ name }) => name))

/**
 * The checks of a pair that is judged anew (rules JUDGE2, JUDGE3): those that code gives come anew, those that only a
 * model or the person gives stay, with thresholds applied to their scores.
 *
 * @param before the checks that the pair has
 * @param fresh what a judge says of it now
 */
export function checksAnew(before: readonly Check[], fresh: readonly Check[], thresholds: Thresholds): Check[] {
  const given = new Set(fresh.map(({ name }) => name))
  const others = before.filter(({ name }) => !BY_CODE.has(name) && !given.has(name))
  return [...fresh, ...others.map(check => judgedBy(thresholds, check))]
}
