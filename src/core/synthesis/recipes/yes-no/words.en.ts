import type { RecipeWords } from '#core/synthesis/recipe'
import { CHESTNUT_EN, PUMP_EN } from '#core/synthesis/recipes/passages'

export const wordsEn: RecipeWords = {
  ask: `Number of pairs to write: {count}.
Write questions about different parts of this passage that are answered by yes or no. The right answer to about half of them is no: ask those about something that the passage says otherwise. Begin each answer with "Yes." or "No." and go on with the reason, in one full sentence.`,
  shortAsk: `Number of pairs to write: {count}. Write questions about this passage that are answered by yes or no, about half of them by no. Begin each answer with "Yes." or "No." and give the reason in one full sentence.`,
  examples: [
    {
      passage: PUMP_EN,
      pairs: [
        {
          instruction: 'Is it safe to open the front cover of the Alder 3 pump right after switching it off?',
          response:
            'No. The pressure inside has to fall first, so you must wait two minutes after switching the pump off.',
          quote: 'switch the pump off and wait two minutes, because the pressure inside has to fall first',
        },
        {
          instruction: 'Does sand in the water mean that the filter of the Alder 3 pump needs cleaning more often?',
          response:
            'Yes. When the water carries sand, the filter has to be cleaned every week instead of once a month.',
          quote: 'Clean the filter once a month, or every week when the water carries sand.',
        },
        {
          instruction: 'Can the motor of the Alder 3 pump start again as soon as it is below 90 °C?',
          response: 'No. It starts again only after it has cooled to 60 °C.',
          quote: 'It starts again only after it has cooled to 60 °C',
        },
      ],
    },
    {
      passage: CHESTNUT_EN,
      pairs: [
        {
          instruction: 'Did families in the Cévennes grind fresh chestnuts into flour?',
          response: 'No. They dried the nuts over a slow fire for four weeks before they ground them.',
          quote: 'families dried the nuts over a slow fire for four weeks and ground them into flour',
        },
        {
          instruction: 'Did a disease of the chestnut trees make people leave the villages of the Cévennes?',
          response:
            'Yes. From about 1870 a root disease killed many of the trees, and people went to work in silk mills and coal mines.',
          quote: 'From about 1870 a root disease killed many of the trees, and people left the villages',
        },
      ],
    },
  ],
}
