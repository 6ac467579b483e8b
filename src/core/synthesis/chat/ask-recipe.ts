import { problemOf } from '#core/problem'
import type { PassageInput } from '#core/ports/synthesizer'
import { buildPrompt, grownPrompt, type PromptPart, type PromptRoom } from '#core/synthesis/build-prompt'
import type { Request } from '#core/synthesis/chat/ask-part'
import type { ChatReason } from '#core/synthesis/chat/why-nothing'
import type { Recipe } from '#core/synthesis/recipe'

export interface RecipeAnswers {
  readonly requests: readonly Request[]
  /** Why there is no request; null where there is one. */
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
  try {
    return await askIn(room, ask, recipe, passage, from)
  } catch (thrown) {
    const first = failureOf(thrown)
    if (first.reason === 'refused-by-engine') return { requests: [], failure: first }
    try {
      const less = { ...room, contextTokens: Math.floor(room.contextTokens * LESS_ROOM) }
      return await askIn(less, ask, recipe, passage, null)
    } catch (again) {
      return { requests: [], failure: failureOf(again) }
    }
  }
}

async function askIn(
  room: PromptRoom,
  ask: (part: PromptPart) => Promise<Request>,
  recipe: Recipe,
  passage: PassageInput,
  from: Request | null,
): Promise<RecipeAnswers> {
  const grown = from && (await grownPrompt(room, from.part, from.raw, recipe, passage))
  const parts = grown ? [grown] : (await buildPrompt(room, recipe, passage)).parts
  if (parts.length === 0) return { requests: [], failure: { reason: 'too-long', detail: '' } }
  const requests: Request[] = []
  for (const part of parts) requests.push(await ask(part))
  return { requests, failure: null }
}

/** What befalls a single request is data; what befalls the engine, or a cancel, is thrown on (rule CHAT10). */
function failureOf(thrown: unknown): { reason: ChatReason; detail: string } {
  const problem = problemOf(thrown)
  if (problem.kind === 'context-overflow') {
    return { reason: 'too-long', detail: `${problem.promptTokens} > ${problem.contextTokens}` }
  }
  if (problem.kind === 'engine-refused') return { reason: 'refused-by-engine', detail: problem.detail }
  throw thrown
}
