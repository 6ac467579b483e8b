import type { Recipe } from '#core/synthesis/recipe'
import { wordsEn } from '#core/synthesis/recipes/step-by-step/words.en'
import { wordsZh } from '#core/synthesis/recipes/step-by-step/words.zh'

/** Questions that take two or more steps; the answer shows them. */
export const stepByStep: Recipe = {
  format: 1,
  name: 'step-by-step',
  title: { en: 'Step by step', zh: '分步推理' },
  task: 'reasoning',
  form: 'steps',
  needsPassage: true,
  pairs: { perTokens: 250, minimum: 1, maximum: 3 },
  sampling: { temperature: 0.3, topP: 0.9, tokensPerPair: 280 },
  style: '',
  words: { en: wordsEn, zh: wordsZh },
  parts: null,
}
