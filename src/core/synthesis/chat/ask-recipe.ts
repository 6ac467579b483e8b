import { problemOf } from '#core/problem'
import type { PassageInput } from '#core/ports/synthesizer'
import { buildPrompt, grownPrompt, type PromptPart, type PromptRoom } from '#core/synthesis/build-prompt'
import type { Request } from '#core/synthesis/chat/ask-part'
import type { ChatReason } from '#core/synthesis/chat/why-nothing'
import type { Recipe } from '#core/synthesis/recipe'

export interface RecipeAnswers {
  readonly requests: readonly Request[]
  /** Why not all parts were asked; null where they were. */
  readonly failure: { readonly reason: ChatReason; readonly detail: string } | null
}

/** What is left of a context in which the engine found no room for what was counted to fit. */
const LESS_ROOM = 0.8

/**
 * All requests of one recipe about a passage: as the next turn of the conversation `from`, else part by part. Where the
 * engine says that a prompt is too long after all, once more in less room (rules PROMPT10, CHAT9, CHAT10).
 */
export async function askRecipe(
  room: PromptRoom,
  ask: (part: PromptPart) => Promise<Request>,
  recipe: Recipe,
  passage: PassageInput,
  from: Request | null,
): Promise<RecipeAnswers> {
  const first = await askIn(room, ask, recipe, passage, from)
  if (first.failure?.reason !== 'too-long' || first.failure.detail === '') return first
  const less = { ...room, contextTokens: Math.floor(room.contextTokens * LESS_ROOM) }
  const again = await askIn(less, ask, recipe, passage, null)
  // What the first parts gave is not thrown away for the sake of a later one.
  return again.requests.length < first.requests.length ? first : again
}

async function askIn(
  room: PromptRoom,
  ask: (part: PromptPart) => Promise<Request>,
  recipe: Recipe,
  passage: PassageInput,
  from: Request | null,
): Promise<RecipeAnswers> {
  const requests: Request[] = []
  try {
    const grown = from && (await grownPrompt(room, from.part, from.raw, recipe, passage))
    const parts = grown ? [grown] : (await buildPrompt(room, recipe, passage)).parts
    if (parts.length === 0) return { requests, failure: { reason: 'too-long', detail: '' } }
    for (const part of parts) requests.push(await ask(part))
  } catch (thrown) {
    return { requests, failure: failureOf(thrown) }
  }
  return { requests, failure: null }
}

/** What befalls a single request is data; what befalls the engine, or a cancel, is thrown on (rule CHAT10). */
export function failureOf(thrown: unknown): { reason: ChatReason; detail: string } {
  const problem = problemOf(thrown)
  if (problem.kind === 'context-overflow') {
    return { reason: 'too-long', detail: `${problem.promptTokens} > ${problem.contextTokens}` }
  }
  if (problem.kind === 'engine-refused') return { reason: 'refused-by-engine', detail: problem.detail }
  throw thrown
}
