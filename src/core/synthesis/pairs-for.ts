import type { PairsPerPassage } from '#core/synthesis/recipe'

/** How many pairs a passage of so many tokens is asked for. */
export function pairsFor({ perTokens, minimum, maximum }: PairsPerPassage, tokens: number): number {
  return Math.min(maximum, Math.max(minimum, Math.round(tokens / perTokens)))
}
