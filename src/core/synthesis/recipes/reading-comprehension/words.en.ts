import type { RecipeWords } from '#core/synthesis/recipe'
import { CHESTNUT_EN, PUMP_EN } from '#core/synthesis/recipes/passages'

export const wordsEn: RecipeWords = {
  ask: `Number of pairs to write: {count}.
Write open questions that a person who has studied this passage should be able to answer. Take them from different parts of it, from its beginning to its end, and vary what they ask for: a fact, a reason, a way of doing something, a condition, a comparison, a consequence. Answer each one completely, in one to three full sentences of your own.`,
  shortAsk: `Number of pairs to write: {count}. Write open questions about different parts of this passage, each with a complete answer in full sentences.`,
  examples: [
    {
      passage: PUMP_EN,
      pairs: [
        {
          instruction: 'Why should you wait two minutes before opening the front cover of the Alder 3 pump?',
          response: 'You should wait because the pressure inside the pump has to fall before the cover is opened.',
          quote:
            'Before you open the cover, switch the pump off and wait two minutes, because the pressure inside has to fall first.',
        },
        {
          instruction: 'How often does the filter of the Alder 3 pump need cleaning?',
          response:
            'The filter needs cleaning once a month. When the water carries sand, it has to be cleaned every week.',
          quote: 'Clean the filter once a month, or every week when the water carries sand.',
        },
        {
          instruction: 'What happens to the motor of the Alder 3 pump when the filter is clogged?',
          response:
            'The motor runs hot and stops by itself at 90 °C. It starts again only after it has cooled to 60 °C.',
          quote: 'A clogged filter makes the motor run hot, and at 90 °C the motor stops by itself.',
        },
      ],
    },
    {
      passage: CHESTNUT_EN,
      pairs: [
        {
          instruction: 'How did families in the Cévennes turn sweet chestnuts into flour?',
          response: 'They dried the nuts over a slow fire for four weeks and then ground them.',
          quote: 'families dried the nuts over a slow fire for four weeks and ground them into flour',
        },
        {
          instruction: 'What did the root disease of the chestnut trees mean for the people of the Cévennes?',
          response:
            'It killed many of the trees from about 1870 on, so people left their villages and went to work in silk mills and coal mines.',
          quote:
            'From about 1870 a root disease killed many of the trees, and people left the villages to work in silk mills and coal mines.',
        },
      ],
    },
  ],
}
