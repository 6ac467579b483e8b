import type { Recipe } from '#core/synthesis/recipe'
import { wordsEn } from '#core/synthesis/recipes/self-contained/words.en'
import { wordsZh } from '#core/synthesis/recipes/self-contained/words.zh'

/** Questions that everyone understands without the passage: for data that teaches its knowledge. */
export const selfContained: Recipe = {
  format: 1,
  name: 'self-contained',
  title: { en: 'Questions that stand alone', zh: '独立问题' },
  task: 'knowledge',
  form: 'open',
  needsPassage: false,
  pairs: { perTokens: 150, minimum: 2, maximum: 5 },
  sampling: { temperature: 0.3, topP: 0.9, tokensPerPair: 180 },
  style: '',
  words: { en: wordsEn, zh: wordsZh },
  parts: null,
}
