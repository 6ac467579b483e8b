import type { RecipeWords } from '#core/synthesis/recipe'

export const wordsZh: RecipeWords = { ask: '{count}', shortAsk: '{count}', examples: [] }
