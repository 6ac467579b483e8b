import type { Recipe } from '#core/synthesis/recipe'
import { wordsEn } from '#core/synthesis/recipes/summary/words.en'
import { wordsZh } from '#core/synthesis/recipes/summary/words.zh'

/** Summaries of the passage: in a sentence, as points, or of one side of it. */
export const summary: Recipe = {
  format: 1,
  name: 'summary',
  title: { en: 'Summaries', zh: '摘要' },
  task: 'summary',
  form: 'open',
  needsPassage: true,
  pairs: { perTokens: 400, minimum: 1, maximum: 3 },
  sampling: { temperature: 0.3, topP: 0.9, tokensPerPair: 230 },
  style: '',
  words: { en: wordsEn, zh: wordsZh },
  parts: null,
}
