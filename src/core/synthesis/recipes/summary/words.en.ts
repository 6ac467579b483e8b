import type { RecipeWords } from '#core/synthesis/recipe'
import { CHESTNUT_EN, PUMP_EN } from '#core/synthesis/recipes/passages'

export const wordsEn: RecipeWords = {
  ask: `Number of pairs to write: {count}.
Write requests for a summary, each of another kind: one in a single sentence; one as a short list of the main points, each on a line that begins with "- "; one of a single side of the subject, or for a certain reader. Each request names the subject, and how long the summary shall be. The summary leaves out examples and side remarks, keeps every condition and number that matters, and adds nothing. After <SRC> copy the one sentence of the passage that matters most to it.`,
  shortAsk: `Number of pairs to write: {count}. Write requests for summaries of this passage, each of another kind and naming the subject, and write each summary. After <SRC> copy the sentence that matters most.`,
  examples: [
    {
      passage: PUMP_EN,
      pairs: [
        {
          instruction: 'Summarize in one sentence how the filter of the Alder 3 pump is to be looked after, and why.',
          response:
            'The filter is to be cleaned once a month, or every week in sandy water, because a clogged one makes the motor run hot until it stops at 90 °C.',
          quote: 'A clogged filter makes the motor run hot, and at 90 °C the motor stops by itself.',
        },
        {
          instruction: 'List the main points about stopping and restarting the Alder 3 pump, in at most three lines.',
          response:
            '- Before opening the cover, switch the pump off and wait two minutes.\n- At 90 °C the motor stops by itself.\n- It starts again after cooling to 60 °C, in about half an hour.',
          quote:
            'Before you open the cover, switch the pump off and wait two minutes, because the pressure inside has to fall first.',
        },
      ],
    },
    {
      passage: CHESTNUT_EN,
      pairs: [
        {
          instruction:
            'Explain to a visitor in two sentences what sweet chestnuts meant to the people of the Cévennes.',
          response:
            'For centuries chestnuts took the place of bread, because wheat grew badly on the slopes. When a root disease killed many trees from about 1870 on, people left the villages for silk mills and coal mines.',
          quote: 'In the hills of the Cévennes, sweet chestnuts were for centuries what bread was elsewhere.',
        },
      ],
    },
  ],
}
