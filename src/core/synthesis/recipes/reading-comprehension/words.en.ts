import type { RecipeWords } from '#core/synthesis/recipe'

export const wordsEn: RecipeWords = { ask: '{count}', shortAsk: '{count}', examples: [] }
