import type { RecipeWords } from '#core/synthesis/recipe'
import { CHESTNUT_EN, PUMP_EN } from '#core/synthesis/recipes/passages'

export const wordsEn: RecipeWords = {
  ask: `Number of pairs to write: {count}.
Write multiple-choice questions about different parts of this passage. Give each question four options of the same kind and about the same length: the passage proves one of them right, and the other three are believable but wrong by the passage. Put the right option in another place each time. After <ANS> repeat the right option word for word, without a letter and without a reason. Form of a pair:
<QUE> question
Options:
- option
- option
- option
- option <ANS> the right option, word for word <SRC> words copied from the passage </END>`,
  shortAsk: `Number of pairs to write: {count}. Write multiple-choice questions about this passage, each with four options of which one is right. Form:
<QUE> question
Options:
- option
- option
- option
- option <ANS> the right option, word for word <SRC> words copied from the passage </END>`,
  examples: [
    {
      passage: PUMP_EN,
      pairs: [
        {
          instruction: 'At which temperature does the motor of the Alder 3 pump stop by itself?',
          options: ['At 30 °C', 'At 60 °C', 'At 90 °C', 'At 120 °C'],
          response: 'At 90 °C',
          quote: 'at 90 °C the motor stops by itself',
        },
        {
          instruction: 'When does the filter of the Alder 3 pump have to be cleaned every week?',
          options: [
            'When the water carries sand',
            'When the water is warm',
            'When the motor is new',
            'When the pump stands still',
          ],
          response: 'When the water carries sand',
          quote: 'every week when the water carries sand',
        },
      ],
    },
    {
      passage: CHESTNUT_EN,
      pairs: [
        {
          instruction: 'Why did families in the Cévennes live on sweet chestnuts instead of wheat?',
          options: [
            'Chestnuts could be sold to the silk mills',
            'Wheat grew badly on the steep, acid slopes',
            'A root disease had killed the wheat',
            'Chestnuts needed no drying before use',
          ],
          response: 'Wheat grew badly on the steep, acid slopes',
          quote: 'Wheat grew badly on the steep, acid slopes',
        },
        {
          instruction: 'How long did families in the Cévennes dry their chestnuts over a slow fire?',
          options: ['For four days', 'For ten days', 'For two weeks', 'For four weeks'],
          response: 'For four weeks',
          quote: 'families dried the nuts over a slow fire for four weeks',
        },
      ],
    },
  ],
}
