import { FIRST_STATE, STEPS, TOKEN_UNITS, UNIT_CLASS } from '#core/text/token-steps'

/**
 * Estimated number of tokens of `text[start, end)`, rounded up; 0 only for an empty range (rules TEXT1 to TEXT3).
 */
export function estimateTokens(text: string, start = 0, end: number = text.length): number {
  let last = FIRST_STATE
  let cost = 0
  for (let i = start; i < end; i++) {
    last = STEPS[((last & 31) << 4) | (UNIT_CLASS[text.charCodeAt(i)] ?? 0)] ?? 0
    cost += last >> 5
  }
  return Math.ceil(cost / TOKEN_UNITS)
}
