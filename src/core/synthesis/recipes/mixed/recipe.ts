import type { Recipe, RecipeWords } from '#core/synthesis/recipe'
import { multipleChoice } from '#core/synthesis/recipes/multiple-choice/recipe'
import { readingComprehension } from '#core/synthesis/recipes/reading-comprehension/recipe'
import { selfContained } from '#core/synthesis/recipes/self-contained/recipe'
import { stepByStep } from '#core/synthesis/recipes/step-by-step/recipe'
import { summary } from '#core/synthesis/recipes/summary/recipe'
import { yesNo } from '#core/synthesis/recipes/yes-no/recipe'

/** A mixture speaks with the words of its parts. */
const NONE: RecipeWords = { ask: '', shortAsk: '', examples: [] }

/** Each passage gets one of the others, by quota: many kinds of task over a run, one kind in a request. */
export const mixed: Recipe = {
  format: 1,
  name: 'mixed',
  title: { en: 'A mixture of all', zh: '混合' },
  task: 'mixed',
  form: 'open',
  needsPassage: true,
  pairs: { perTokens: 150, minimum: 2, maximum: 5 },
  sampling: { temperature: 0.3, topP: 0.9, tokensPerPair: 200 },
  style: '',
  words: { en: NONE, zh: NONE },
  parts: {
    mode: 'share',
    items: [
      { recipe: readingComprehension, weight: 3 },
      { recipe: multipleChoice, weight: 2 },
      { recipe: stepByStep, weight: 2 },
      { recipe: yesNo, weight: 1 },
      { recipe: summary, weight: 1 },
      { recipe: selfContained, weight: 1 },
    ],
  },
}
