import { ProblemError } from '#core/problem'
import type { Recipe } from '#core/synthesis/recipe'

/**
 * A recipe out of data that came from outside (a shared file). What is missing or out of bounds is repaired; what cannot
 * be guessed (no name, no words to ask with) throws `recipe-damaged`, which names the key (rules RECIPE3 to RECIPE5).
 *
 * @param value parsed JSON
 */
export function repairRecipe(value: unknown): Recipe {
  throw new ProblemError({ kind: 'recipe-damaged', detail: typeof value })
}

/** The same for the text of a file: at most 256 Ki characters of JSON. */
export function parseRecipe(text: string): Recipe {
  return repairRecipe(text)
}
