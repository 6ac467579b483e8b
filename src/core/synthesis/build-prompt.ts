import type { ChatMessage, LanguageModel } from '#core/ports/engine'
import type { PassageInput } from '#core/ports/synthesizer'
import type { Range } from '#core/synthesis/pair'
import type { Recipe } from '#core/synthesis/recipe'

/** What a prompt must fit into. `count` is the model's own (`LanguageModel.count`), or an estimate where none is loaded. */
export interface PromptRoom {
  readonly contextTokens: number
  readonly count: LanguageModel['count']
}

export type PromptPassage = Pick<PassageInput, 'text' | 'headings' | 'language' | 'title'>

/** How much of the recipe the prompt carries; see PROMPT5. */
export type PromptForm = 'full' | 'fewer-examples' | 'short'

/** One request: about `[start, end)` of the passage's text. */
export interface PromptPart extends Range {
  readonly messages: readonly ChatMessage[]
  /** Of the messages, with a margin for the model's template. */
  readonly tokens: number
  /** What the answer may take. */
  readonly answerTokens: number
  /** How many pairs are asked for. */
  readonly pairs: number
}

/** The requests about a passage. More than one part where the passage does not fit; none where not even a part does. */
export interface Prompt {
  readonly form: PromptForm
  readonly parts: readonly PromptPart[]
}

/**
 * What to say to a chat model about a passage (rules PROMPT1 to PROMPT7). A mixture has no words of its own: ask
 * `recipesFor` which recipe is meant.
 */
export async function buildPrompt(room: PromptRoom, recipe: Recipe, passage: PromptPassage): Promise<Prompt> {
  const [tokens = 0] = await room.count([passage.text])
  const part = { messages: [], tokens, answerTokens: recipe.sampling.tokensPerPair, pairs: 1 }
  return { form: 'full', parts: [{ ...part, start: 0, end: passage.text.length }] }
}
