import type { RecipeWords } from '#core/synthesis/recipe'
import { CHESTNUT_EN, PUMP_EN } from '#core/synthesis/recipes/passages'

export const wordsEn: RecipeWords = {
  ask: `Number of pairs to write: {count}.
Write questions that stand alone: a reader who has never seen this passage, and never will, must understand exactly what is asked. Name the thing, person, place, product or rule in full in every question, and put into it whatever the answer depends on: the time, the version, the condition. Leave out what nobody would ask without the passage before them. The answer stands alone as well: one to three full sentences that name what they are about.`,
  shortAsk: `Number of pairs to write: {count}. Write questions that a reader understands without having seen this passage: name everything in full. Answer each in full sentences that stand alone as well.`,
  examples: [
    {
      passage: PUMP_EN,
      pairs: [
        {
          instruction: 'Why does the motor of an Alder 3 pump stop by itself, and when does it start again?',
          response:
            'The motor of an Alder 3 pump stops by itself when it reaches 90 °C, for example because of a clogged filter. It starts again after it has cooled to 60 °C, in about half an hour.',
          quote: 'It starts again only after it has cooled to 60 °C, which takes about half an hour.',
        },
        {
          instruction: 'What has to be done before the front cover of an Alder 3 pump is opened?',
          response:
            'Before the front cover of an Alder 3 pump is opened, the pump has to be switched off, and two minutes have to pass so that the pressure inside falls.',
          quote: 'Before you open the cover, switch the pump off and wait two minutes',
        },
      ],
    },
    {
      passage: CHESTNUT_EN,
      pairs: [
        {
          instruction: 'Why did people in the Cévennes make flour from sweet chestnuts for centuries?',
          response:
            'People in the Cévennes made flour from sweet chestnuts because wheat grew badly on the steep, acid slopes of these hills.',
          quote: 'Wheat grew badly on the steep, acid slopes',
        },
        {
          instruction: 'What made many people leave the villages of the Cévennes from about 1870 on?',
          response:
            'A root disease killed many of the chestnut trees that the villages of the Cévennes lived on, and people went to work in silk mills and coal mines.',
          quote:
            'From about 1870 a root disease killed many of the trees, and people left the villages to work in silk mills and coal mines.',
        },
      ],
    },
  ],
}
