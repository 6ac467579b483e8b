import type { Language } from '#core/documents/document'
import type { ChatMessage, LanguageModel } from '#core/ports/engine'
import type { Range, Shot } from '#core/synthesis/pair'
import {
  askText,
  exampleAnswer,
  exampleAsk,
  passageText,
  recipeWords,
  type PromptPassage,
} from '#core/synthesis/prompt/ask'
import { pairsFor } from '#core/synthesis/pairs-for'
import { promptWords } from '#core/synthesis/prompt/prompt-words'
import { halved } from '#core/synthesis/prompt/split-text'
import type { Recipe, RecipeExample } from '#core/synthesis/recipe'
import { estimateTokens } from '#core/text/token-estimate'

/** What a prompt must fit into. `count` is the model's own (`LanguageModel.count`), or an estimate where none is loaded. */
export interface PromptRoom {
  readonly contextTokens: number
  readonly count: LanguageModel['count']
}

/** How much of the recipe a prompt carries (rule PROMPT5). */
export type PromptForm = 'full' | 'fewer-examples' | 'short'

/** One request: about `[start, end)` of the passage's text. */
export interface PromptPart extends Range {
  readonly form: PromptForm
  readonly messages: readonly ChatMessage[]
  /** Of the messages, with a margin for the model's template. */
  readonly tokens: number
  /** What the answer may take. */
  readonly answerTokens: number
  /** How many pairs are asked for. */
  readonly pairs: number
  /** The passages whose kept pairs are among the examples that this prompt really holds, in its order (rule TEACH5). */
  readonly shots: readonly Shot[]
}

/** The requests about a passage. More than one part where the passage does not fit; none where not even a part does. */
export interface Prompt {
  readonly form: PromptForm
  readonly parts: readonly PromptPart[]
}

/** Contexts below this get no worked examples. */
export const SMALL_CONTEXT = 2048

/** What chat templates put around each message, and before the first: the most of those looked at, and some more. */
export const TOKENS_PER_MESSAGE = 8
export const TOKENS_PER_PROMPT = 48

/**
 * What to say to a chat model about a passage (rules PROMPT1 to PROMPT7): rules and format, worked examples as earlier
 * turns, then the passage and what to write about it. A mixture has no words of its own: `recipesFor` says which recipe
 * is meant.
 *
 * @param pairs how many pairs to ask for at most; by the recipe when left out
 */
export async function buildPrompt(
  room: PromptRoom,
  recipe: Recipe,
  passage: PromptPassage,
  pairs = Number.POSITIVE_INFINITY,
): Promise<Prompt> {
  const whole = { start: 0, end: passage.text.length }
  if (room.contextTokens >= SMALL_CONTEXT) {
    const part = await fullPart(room, recipe, passage, whole, pairs)
    if (part !== null) return { form: part.form, parts: [part] }
  }
  return { form: 'short', parts: (await shortParts(room, recipe, passage, whole, pairs)) ?? [] }
}

/**
 * A further request about the same part: the conversation grows by the answer, word for word, and by what to write now,
 * without the passage, so that an engine reads again only what is new (rule PROMPT10). null where it does not fit.
 */
export async function grownPrompt(
  room: PromptRoom,
  previous: PromptPart,
  answer: string,
  recipe: Recipe,
  passage: PromptPassage,
): Promise<PromptPart | null> {
  const pairs = pairsToAsk(recipe, passage.text.slice(previous.start, previous.end))
  const words = promptWords(passage.language)
  const ask = `${words.again}\n${askText(recipe, passage.language, pairs, previous.form === 'short')}`
  const added = [message('assistant', answer), message('user', ask)]
  const tokens = previous.tokens + (await tokensOf(room, added)) + added.length * TOKENS_PER_MESSAGE
  const part = { ...previous, messages: [...previous.messages, ...added], tokens, ...answerRoom(recipe, pairs) }
  return fits(room, part) ? part : null
}

/** PROMPT5: all examples, else as many of them as fit, the first ones first. */
async function fullPart(
  room: PromptRoom,
  recipe: Recipe,
  passage: PromptPassage,
  range: Range,
  most: number,
): Promise<PromptPart | null> {
  const { language } = passage
  const pairs = Math.min(most, pairsToAsk(recipe, passage.text))
  const examples = recipeWords(recipe, language).examples.filter(example => !isOfPlace(example, passage.place))
  const turns = examples.map(example => exampleTurns(recipe, language, example))
  const system = message('system', promptWords(language).system)
  const user = message('user', `${passageText(passage, passage.text)}\n\n${askText(recipe, language, pairs, false)}`)
  const counts = await room.count([system, user, ...turns.flat()].map(({ content }) => content))
  for (let kept = turns.length; kept >= 0; kept--) {
    const messages = [system, ...turns.slice(0, kept).flat(), user]
    // Messages and counts stand in the same order, but for the last one.
    const tokens = sum(counts.slice(0, 2 + 2 * kept)) + messages.length * TOKENS_PER_MESSAGE + TOKENS_PER_PROMPT
    const form = kept === turns.length ? 'full' : 'fewer-examples'
    const shots = examples.slice(0, kept).flatMap(({ from }) => from ?? [])
    const part: PromptPart = { ...range, form, messages, tokens, shots, ...answerRoom(recipe, pairs) }
    if (fits(room, part)) return part
  }
  return null
}

/** What a worked example adds to a prompt, in tokens, its template's included (rule TEACH4). */
export async function exampleTokens(
  room: PromptRoom,
  recipe: Recipe,
  language: Language,
  example: RecipeExample,
): Promise<number> {
  const turns = exampleTurns(recipe, language, example)
  return (await tokensOf(room, turns)) + turns.length * TOKENS_PER_MESSAGE
}

function exampleTurns(recipe: Recipe, language: Language, example: RecipeExample): readonly ChatMessage[] {
  return [
    message('user', exampleAsk(recipe, language, example)),
    message('assistant', exampleAnswer(example, language)),
  ]
}

/** TEACH6: what was kept of a passage would tell it what to write. */
function isOfPlace({ from }: RecipeExample, place: Shot | undefined): boolean {
  return (
    from !== undefined &&
    place !== undefined &&
    from.document === place.document &&
    from.start < place.end &&
    place.start < from.end
  )
}

/** PROMPT6: the short form; where the passage is too long even for that, its halves, each asked by itself. */
async function shortParts(
  room: PromptRoom,
  recipe: Recipe,
  passage: PromptPassage,
  range: Range,
  most: number,
): Promise<readonly PromptPart[] | null> {
  const { language } = passage
  const text = passage.text.slice(range.start, range.end)
  const pairs = Math.min(most, pairsToAsk(recipe, text))
  const ask = askText(recipe, language, pairs, true)
  const messages = [
    message('system', promptWords(language).shortSystem),
    message('user', `${passageText(passage, text)}\n\n${ask}`),
  ]
  const tokens = (await tokensOf(room, messages)) + messages.length * TOKENS_PER_MESSAGE + TOKENS_PER_PROMPT
  const part: PromptPart = { ...range, form: 'short', messages, tokens, shots: [], ...answerRoom(recipe, pairs) }
  if (fits(room, part)) return [part]
  const halves = halved(passage.text, range, language)
  if (halves === null || !(await fitsWithout(room, recipe, passage, most))) return null
  const [before, after] = halves
  const first = await shortParts(room, recipe, passage, before, most)
  const second = first && (await shortParts(room, recipe, passage, after, most))
  return second && [...first, ...second]
}

/** Whether a few words of a passage would fit: if not, cutting is of no use. */
async function fitsWithout(room: PromptRoom, recipe: Recipe, passage: PromptPassage, most: number): Promise<boolean> {
  const pairs = Math.min(most, recipe.pairs.minimum)
  const messages = [
    message('system', promptWords(passage.language).shortSystem),
    message('user', `${passageText(passage, '')}\n\n${askText(recipe, passage.language, pairs, true)}`),
  ]
  const tokens = (await tokensOf(room, messages)) + messages.length * TOKENS_PER_MESSAGE + TOKENS_PER_PROMPT
  return tokens + LEAST_OF_A_PASSAGE + answerRoom(recipe, pairs).answerTokens <= room.contextTokens
}

/** A part below this many tokens gives nothing worth asking. */
const LEAST_OF_A_PASSAGE = 32

function answerRoom(recipe: Recipe, pairs: number): Pick<PromptPart, 'pairs' | 'answerTokens'> {
  return { pairs, answerTokens: pairs * recipe.sampling.tokensPerPair }
}

function fits(room: PromptRoom, { tokens, answerTokens }: PromptPart): boolean {
  return tokens + answerTokens <= room.contextTokens
}

async function tokensOf(room: PromptRoom, messages: readonly ChatMessage[]): Promise<number> {
  return sum(await room.count(messages.map(({ content }) => content)))
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

function message(role: ChatMessage['role'], content: string): ChatMessage {
  return { role, content }
}

/** By the length of the text in estimated tokens, whatever the model (rule PROMPT4). */
function pairsToAsk({ pairs }: Recipe, text: string): number {
  return pairsFor(pairs, estimateTokens(text))
}
