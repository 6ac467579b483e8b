import type { Answers } from '#core/ports/answers'
import type { Cancel } from '#core/ports/cancel'
import type { Answer, LanguageModel } from '#core/ports/engine'
import type { Hash } from '#core/ports/hash'
import type { Completion, PassageInput, Synthesizer } from '#core/ports/synthesizer'
import { askOnce } from '#core/synthesis/ask-once'
import { whyNothing } from '#core/synthesis/chat/why-nothing'
import { draftOf } from '#core/synthesis/draft/draft-of'
import { sortedPieces } from '#core/synthesis/draft/sorted-pieces'
import type { Recipe } from '#core/synthesis/recipe'
import { recipesFor } from '#core/synthesis/recipes-for'
import { taggedPrompt } from '#core/synthesis/tagged/room'
import { taggedSynthesizer } from '#core/synthesis/tagged/tagged-synthesizer'
import { estimateTokens } from '#core/text/token-estimate'

/** What of an answer is read, and how. */
export type ReplayReading =
  /** As an instruction synthesizer wrote it. */
  | { readonly as: 'tagged' }
  /** As a chat model wrote it when it was asked by a recipe. */
  | { readonly as: 'chat'; readonly recipe: Recipe; readonly version: string }

export interface ReplaySettings {
  readonly answers: Answers
  readonly reading: ReplayReading
  /** Tokens, as estimated, that shots and passage may take together; null accepts all shots (rule REPLAY3). */
  readonly window: number | null
  /** Which of the passages with the same text this one is, from 0 (rule REPLAY2). */
  readonly turnOf: (passage: PassageInput) => number
  readonly hash: Hash
}

/**
 * Writes pairs out of answers that were made elsewhere, on the same way as those of a model (rules REPLAY1 to REPLAY5).
 * Never asks anything.
 */
export function replaySynthesizer({ answers, reading, window, turnOf, hash }: ReplaySettings): Synthesizer {
  const room = {
    window: window ?? Infinity,
    // The passage was answered, so it did fit.
    most: Infinity,
    count: (texts: readonly string[]) => Promise.resolve(texts.map(text => estimateTokens(text))),
  }
  return {
    name: reading.as,
    version: reading.as === 'chat' ? reading.version : '1',
    synthesize: async (_cancel, passage) => {
      const sha256 = hash.sha256(passage.text)
      const answer = await answers.answer(sha256, turnOf(passage))
      if (answer === null) return { ...NOTHING, reason: 'answer-missing' }
      const complete = saying(answer)
      if (reading.as === 'tagged') {
        const writer = taggedSynthesizer({ complete, room, answerTokens: Infinity, hash, onText: () => undefined })
        return { ...(await writer.synthesize(NEVER, passage)), ...UNKNOWN }
      }
      const [recipe = reading.recipe] = recipesFor(reading.recipe, passage.seed, passage.position ?? 0)
      const answered = await askOnce(
        NEVER,
        {
          send: (either, hear) => complete(either, { stop: [] }, hear),
          reading: { strict: false, source: true },
          watch: null,
        },
        () => undefined,
      )
      const range = { start: 0, end: passage.text.length }
      const { drafts, rejected } = sortedPieces(answered.pieces, pair => draftOf(pair, recipe, passage.text, range))
      const reason = whyNothing(answered, drafts, rejected, passage.language)
      const shown = (await taggedPrompt(room, passage.earlier ?? [], passage.text))?.shots ?? []
      return {
        ...NOTHING,
        drafts: reason === null ? drafts : [],
        shots: drafts.map(() => shown),
        raw: answer,
        reason,
        rejected,
      }
    },
  }
}

/** It takes no time: the passage in hand is finished (rule RUN5). */
const NEVER: Cancel = { aborted: false }

/** Nobody here knows what the model was sent, nor what that cost. */
const UNKNOWN = { promptSha256: null, reused: null, usage: null } as const

const NOTHING: Completion = { drafts: [], raw: null, reason: null, attempts: 1, ...UNKNOWN }

const FREE = { promptTokens: 0, reusedTokens: 0, answerTokens: 0, prefillMs: 0, decodeMs: 0 } as const

/** A model that says one thing, up to where it is told to stop. */
function saying(text: string) {
  return (
    _cancel: Parameters<LanguageModel['complete']>[0],
    { stop }: { readonly stop: readonly string[] },
    onText: (added: string) => void,
  ): Promise<Answer> => {
    const ends = stop.map(mark => text.indexOf(mark)).filter(at => at >= 0)
    const said = text.slice(0, Math.min(text.length, ...ends))
    onText(said)
    return Promise.resolve({ text: said, stop: 'stop', usage: FREE, logprobs: [] })
  }
}
