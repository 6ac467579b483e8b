import type { RecipeWords } from '#core/synthesis/recipe'
import { CHESTNUT_EN, PUMP_EN } from '#core/synthesis/recipes/passages'

export const wordsEn: RecipeWords = {
  ask: `Number of pairs to write: {count}.
Write questions that cannot be answered with a single sentence of this passage: the answer needs two or more of its statements put together, or a calculation with its numbers. Everything that the answer needs is in the passage or in the question. The last line of each question is "Let's think step by step." After <ANS> write the steps in order, each in a full sentence; then, on a new line, "Therefore, the answer is" and the short answer. Form of a pair:
<QUE> question
Let's think step by step. <ANS> the steps
Therefore, the answer is the short answer <SRC> words copied from the passage </END>`,
  shortAsk: `Number of pairs to write: {count}. Write questions that take two or more steps to answer from this passage. Form:
<QUE> question
Let's think step by step. <ANS> the steps, in full sentences
Therefore, the answer is the short answer <SRC> words copied from the passage </END>`,
  examples: [
    {
      passage: PUMP_EN,
      pairs: [
        {
          instruction: 'The motor of an Alder 3 pump reaches 90 °C at 14:10. At about what time can it start again?',
          reasoning:
            'At 90 °C the motor stops by itself, so it stops at 14:10. It starts again once it has cooled to 60 °C, which takes about half an hour. Half an hour after 14:10 is 14:40.',
          response: 'about 14:40.',
          quote: 'It starts again only after it has cooled to 60 °C, which takes about half an hour.',
        },
      ],
    },
    {
      passage: CHESTNUT_EN,
      pairs: [
        {
          instruction:
            'A family in the Cévennes wanted 250 kilograms of chestnuts in a good year. How many old trees did it need?',
          reasoning:
            'In a good year one old tree gave 100 kilograms. Two trees gave 200 kilograms, which is not enough. Three trees gave 300 kilograms, which is more than 250 kilograms.',
          response: 'three old trees.',
          quote: 'In a good year one old tree gave 100 kilograms of nuts.',
        },
      ],
    },
  ],
}
