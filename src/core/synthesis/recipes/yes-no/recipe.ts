import type { Recipe } from '#core/synthesis/recipe'
import { wordsEn } from '#core/synthesis/recipes/yes-no/words.en'
import { wordsZh } from '#core/synthesis/recipes/yes-no/words.zh'

/** Questions answered by yes or no, with the reason; about half of them by no. */
export const yesNo: Recipe = {
  format: 1,
  name: 'yes-no',
  title: { en: 'Yes or no', zh: '判断题' },
  task: 'yes-no',
  form: 'yes-no',
  needsPassage: true,
  pairs: { perTokens: 160, minimum: 2, maximum: 5 },
  sampling: { temperature: 0.3, topP: 0.9, tokensPerPair: 150 },
  style: '',
  words: { en: wordsEn, zh: wordsZh },
  parts: null,
}
