import type { Recipe } from '#core/synthesis/recipe'
import { wordsEn } from '#core/synthesis/recipes/multiple-choice/words.en'
import { wordsZh } from '#core/synthesis/recipes/multiple-choice/words.zh'

/** Questions with four options, one of which the passage proves. */
export const multipleChoice: Recipe = {
  format: 1,
  name: 'multiple-choice',
  title: { en: 'Multiple choice', zh: '选择题' },
  task: 'multiple-choice',
  form: 'choice',
  needsPassage: true,
  pairs: { perTokens: 160, minimum: 2, maximum: 5 },
  sampling: { temperature: 0.3, topP: 0.9, tokensPerPair: 210 },
  style: '',
  words: { en: wordsEn, zh: wordsZh },
  parts: null,
}
