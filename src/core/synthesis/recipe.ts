import type { Form, Shot, Task } from '#core/synthesis/pair'

/** One worked example: what a good answer to a passage looks like. */
export interface RecipeExample {
  readonly passage: string
  readonly pairs: readonly ExamplePair[]
  /** The passage of the project whose kept pairs these are; left out where nobody kept them (rules TEACH5, TEACH6). */
  readonly from?: Shot
}

export interface ExamplePair {
  readonly instruction: string
  readonly response: string
  /** Words of the example's passage that support the response; '' where the whole passage does. */
  readonly quote: string
  /** For `choice`: the options, one of which is the response. */
  readonly options?: readonly string[]
  /** For `steps`: what comes before the answer. */
  readonly reasoning?: string
}

/** What is said to the model, in one language. `{count}` stands for the number of pairs to write. */
export interface RecipeWords {
  /** What to write, after the passage. */
  readonly ask: string
  /** The same in a sentence or two, for small contexts; no example goes with it. */
  readonly shortAsk: string
  readonly examples: readonly RecipeExample[]
}

/** How many pairs a passage is asked for: one for each `perTokens` tokens of it, within the bounds. */
export interface PairsPerPassage {
  readonly perTokens: number
  readonly minimum: number
  readonly maximum: number
}

export interface RecipeSampling {
  readonly temperature: number
  readonly topP: number
  /** Tokens of the answer for each pair asked for. */
  readonly tokensPerPair: number
}

/** What to ask a chat model for. Plain data: a person can duplicate one, edit it and share it as a file. */
export interface Recipe {
  readonly format: 1
  /** Lower-case words with hyphens. */
  readonly name: string
  readonly title: { readonly en: string; readonly zh: string }
  /** What its pairs ask, and how they are put. */
  readonly task: Task
  readonly form: Form
  /** Whether its pairs make sense only with their passage. */
  readonly needsPassage: boolean
  readonly pairs: PairsPerPassage
  readonly sampling: RecipeSampling
  /** A sentence of the person's own about tone, length or audience; '' for none. */
  readonly style: string
  readonly words: { readonly en: RecipeWords; readonly zh: RecipeWords }
  /** For a mixture: which recipes, and how often. Its own words are not used. null for a single one. */
  readonly parts: MixedParts | null
}

export interface MixedParts {
  /** `share`: each passage gets one of them, drawn by weight. `each`: each passage gets all of them, one after another. */
  readonly mode: 'share' | 'each'
  readonly items: readonly { readonly recipe: Recipe; readonly weight: number }[]
}
