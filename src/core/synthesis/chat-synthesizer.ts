import type { Cancel } from '#core/ports/cancel'
import type { ChatMessage, LanguageModel } from '#core/ports/engine'
import type { Hash } from '#core/ports/hash'
import type { Completion, PassageInput, Synthesizer } from '#core/ports/synthesizer'
import { buildPrompt, type PromptPart, type PromptRoom } from '#core/synthesis/build-prompt'
import { canonicalJson } from '#core/synthesis/canonical-json'
import { added, askPart, type Request } from '#core/synthesis/chat/ask-part'
import { askRecipe, type RecipeAnswers } from '#core/synthesis/chat/ask-recipe'
import { rememberCounts } from '#core/synthesis/chat/remember-counts'
import { withEarlier } from '#core/synthesis/chat/with-earlier'
import type { Draft, Shot } from '#core/synthesis/pair'
import { randomStream } from '#core/synthesis/random-stream'
import type { Recipe } from '#core/synthesis/recipe'
import { recipesFor } from '#core/synthesis/recipes-for'
import type { RejectedPiece } from '#core/synthesis/wire/parsed'

export interface ChatSettings {
  readonly recipe: Recipe
  /** Of the recipe (`recipeVersion`). */
  readonly version: string
  readonly model: LanguageModel
  readonly hash: Hash
  /** What the model adds to its answer. Each request is an attempt, counted from 1; its text starts anew. */
  readonly onText: (added: string, attempt: number) => void
}

export interface ChatCompletion extends Completion {
  /** Each request with its last answer, and what of it was no pair. */
  readonly requests: readonly {
    readonly messages: readonly ChatMessage[]
    readonly raw: string
    readonly rejected: readonly RejectedPiece[]
  }[]
}

export interface ChatSynthesizer extends Synthesizer {
  synthesize(cancel: Cancel, passage: PassageInput): Promise<ChatCompletion>
}

/** Seeds are positive and of 31 bits. */
const SEEDS = 2 ** 31 - 2

/**
 * Writes pairs with any instruct model that chats (rules CHAT1 to CHAT13, CHAIN9). Rejects with `cancelled` when the signal
 * aborts (the passage is then as if it had not been asked), and with what befalls the engine.
 */
export function chatSynthesizer({ recipe: asked, version, model, hash, onText }: ChatSettings): ChatSynthesizer {
  const room = {
    contextTokens: model.facts.contextTokens,
    count: rememberCounts(texts => model.count(texts)),
  }
  return {
    name: 'chat',
    version,
    synthesize: async (cancel, passage) => {
      const passageHash = hash.sha256(passage.text)
      let attempts = 0
      const all: RecipeAnswers[] = []
      /** The conversation that a further recipe goes on with. */
      let last: Request | null = null
      for (const [place, single] of recipesFor(asked, passage.seed, passage.position ?? 0).entries()) {
        const recipe = withEarlier(single, passage)
        const ask = (part: PromptPart): Promise<Request> =>
          askPart(
            cancel,
            {
              model,
              onText: text => onText(text, attempts),
              seed: attempt => {
                attempts += 1
                const stream = randomStream(passage.seed, 'chat', passageHash, recipe.name, place, part.start, attempt)
                return 1 + stream.integer(SEEDS)
              },
              smaller: part => smaller(room, recipe, passage, part),
            },
            recipe,
            passage,
            part,
          )
        const answers = await askRecipe(room, ask, recipe, passage, last)
        all.push(answers)
        const [only, ...others] = answers.requests
        if (only?.whole === true && others.length === 0 && answers.failure === null) last = only
      }
      return completionOf(hash, all, attempts)
    },
  }
}

/** The same part for half as many pairs; as it is where that is one already, or where it is a later turn (rule CHAT8). */
async function smaller(room: PromptRoom, recipe: Recipe, passage: PassageInput, part: PromptPart): Promise<PromptPart> {
  const isLaterTurn = part.messages.at(-1)?.content.includes('<CON>') === false
  if (part.pairs === 1 || isLaterTurn) return part
  const text = passage.text.slice(part.start, part.end)
  const { parts } = await buildPrompt(room, recipe, { ...passage, text }, Math.floor(part.pairs / 2))
  const [only, ...others] = parts
  if (only === undefined || others.length > 0) return part
  // The room that the whole request had is left to fewer pairs.
  const answerTokens = Math.min(part.answerTokens, room.contextTokens - only.tokens)
  return { ...only, start: part.start, end: part.end, answerTokens }
}

function completionOf(hash: Hash, answers: readonly RecipeAnswers[], attempts: number): ChatCompletion {
  const requests = answers.flatMap(answer => answer.requests)
  const written = withoutRepetition(
    requests.flatMap(({ drafts, part }) => drafts.map(draft => ({ draft, shots: part.shots }))),
  )
  const drafts = written.map(({ draft }) => draft)
  const failure = answers.find(answer => answer.failure !== null)?.failure ?? null
  const raw = requests.length === 0 ? (failure?.detail ?? '') : requests.map(request => request.raw).join('\n\n')
  return {
    drafts,
    shots: written.map(({ shots }) => shots),
    raw,
    reason:
      drafts.length > 0 ? null : (requests.find(({ reason }) => reason !== null)?.reason ?? failure?.reason ?? null),
    promptSha256: shaOf(hash, requests),
    reused: requests.at(-1)?.lastUsage.reusedTokens ?? null,
    attempts,
    rejected: requests.flatMap(({ rejected }) => rejected),
    usage: requests.length === 0 ? null : requests.map(request => request.usage).reduce(added),
    requests,
  }
}

/** CHAT11: of one request over its messages, of several over their hashes. */
function shaOf(hash: Hash, requests: readonly Request[]): string | null {
  const hashes = requests.map(({ messages }) => hash.sha256(canonicalJson(messages)))
  return hashes.length > 1 ? hash.sha256(hashes.join('\n')) : (hashes[0] ?? null)
}

/** A draft with the taught examples that its prompt held. */
interface Written {
  readonly draft: Draft
  readonly shots: readonly Shot[]
}

/** Two parts or recipes may ask the same; the first one stays. */
function withoutRepetition(written: readonly Written[]): readonly Written[] {
  const seen = new Set<string>()
  return written.filter(({ draft }) => {
    const key = draft.instruction.toLowerCase()
    return !seen.has(key) && seen.add(key)
  })
}
