import type { Recipe } from '#core/synthesis/recipe'
import { readingComprehension } from '#core/synthesis/recipes/reading-comprehension/recipe'

/** The recipes that come with Pairloom, in the order in which a screen offers them. A new one is a folder and a line here. */
export const RECIPES: readonly Recipe[] = [readingComprehension]
