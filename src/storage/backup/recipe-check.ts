import type { Shot } from '#core/synthesis/pair'
import type {
  ExamplePair,
  MixedParts,
  PairsPerPassage,
  Recipe,
  RecipeExample,
  RecipeSampling,
  RecipeWords,
} from '#core/synthesis/recipe'
import {
  anyNumber,
  type Check,
  count,
  listOf,
  maybe,
  oneOf,
  orNull,
  shape,
  text,
  yesOrNo,
} from '#storage/backup/checks'

const words = shape<RecipeWords>({
  ask: text,
  shortAsk: text,
  examples: listOf(
    shape<RecipeExample>({
      passage: text,
      pairs: listOf(
        shape<ExamplePair>({
          instruction: text,
          response: text,
          quote: text,
          options: maybe(listOf(text)),
          reasoning: maybe(text),
        }),
      ),
      from: maybe(shape<Shot>({ document: text, start: count, end: count })),
    }),
  ),
})

const single = {
  format: isFormat,
  name: text,
  title: shape<Recipe['title']>({ en: text, zh: text }),
  task: text,
  form: text,
  needsPassage: yesOrNo,
  pairs: shape<PairsPerPassage>({ perTokens: anyNumber, minimum: count, maximum: count }),
  sampling: shape<RecipeSampling>({ temperature: anyNumber, topP: anyNumber, tokensPerPair: count }),
  style: text,
  words: shape<Recipe['words']>({ en: words, zh: words }),
}

function isFormat(value: unknown): value is 1 {
  return value === 1
}

const parts = shape<MixedParts>({
  mode: oneOf('share', 'each'),
  items: listOf(
    shape<MixedParts['items'][number]>({
      recipe: shape<Recipe>({ ...single, parts: (value): value is null => value === null }),
      weight: anyNumber,
    }),
  ),
})

/** Whether a row of a backup holds a recipe; its parts hold no parts of their own. */
export const isRecipe: Check<Recipe> = shape<Recipe>({ ...single, parts: orNull(parts) })
