import type { Recipe } from '#core/synthesis/recipe'
import { wordsEn } from '#core/synthesis/recipes/reading-comprehension/words.en'
import { wordsZh } from '#core/synthesis/recipes/reading-comprehension/words.zh'

/** Open questions about the passage, each with a full answer. */
export const readingComprehension: Recipe = {
  format: 1,
  name: 'reading-comprehension',
  title: { en: 'Questions and answers', zh: '问答' },
  task: 'comprehension',
  form: 'open',
  needsPassage: true,
  pairs: { perTokens: 120, minimum: 2, maximum: 6 },
  sampling: { temperature: 0.3, topP: 0.9, tokensPerPair: 170 },
  style: '',
  words: { en: wordsEn, zh: wordsZh },
  parts: null,
}
