import type { Cancel } from '#core/ports/cancel'
import type { Answer, LanguageModel } from '#core/ports/engine'
import type { Hash } from '#core/ports/hash'
import type { Completion, PassageInput, Synthesizer } from '#core/ports/synthesizer'
import { askOnce } from '#core/synthesis/ask-once'
import { failureOf } from '#core/synthesis/chat/ask-recipe'
import { whyNothing } from '#core/synthesis/chat/why-nothing'
import { strictDraftOf } from '#core/synthesis/draft/draft-of'
import { type Sorted, sortedPieces } from '#core/synthesis/draft/sorted-pieces'
import { isForEnglish } from '#core/synthesis/tagged/english-only'
import { type TaggedPrompt, taggedPrompt, type TaggedRoom, taggedRoomOf } from '#core/synthesis/tagged/room'
import { TAGGED } from '#core/synthesis/tagged/tagged-request'
import { STOPS } from '#core/synthesis/tagged/wire'
import type { RejectedPiece } from '#core/synthesis/wire/parsed'

export interface TaggedSettings {
  readonly complete: LanguageModel['complete']
  readonly room: TaggedRoom
  readonly answerTokens: number
  readonly hash: Hash
  /** What the model adds to its answer; there is one attempt for each passage. */
  readonly onText: (added: string, attempt: number) => void
}

export interface TaggedCompletion extends Completion {
  /** What of the answer was no pair, as written and with its reason. */
  readonly rejected: readonly RejectedPiece[]
}

export interface TaggedSynthesizer extends Synthesizer {
  synthesize(cancel: Cancel, passage: PassageInput): Promise<TaggedCompletion>
}

/** What a loaded model has room for. */
export function taggedRoom(model: LanguageModel): Pick<TaggedSettings, 'room' | 'answerTokens'> {
  return taggedRoomOf(model.facts.contextTokens, texts => model.count(texts))
}

/**
 * Writes pairs with a model that was tuned as an instruction synthesizer, by raw completion (rules TAGGED3 to TAGGED8).
 * The likeliest answer is taken, so asking again would give the same: there is one attempt. Rejects with `cancelled` when
 * the signal aborts, and with what befalls the engine.
 */
export function taggedSynthesizer({ complete, room, answerTokens, hash, onText }: TaggedSettings): TaggedSynthesizer {
  const ask = async (cancel: Cancel, passage: PassageInput, prompt: TaggedPrompt): Promise<TaggedCompletion> => {
    const request = {
      prompt: prompt.text,
      sampling: { temperature: 0, topP: 1, maxTokens: answerTokens, seed: 1 },
      stop: STOPS,
      grammar: null,
      topLogprobs: 0,
    }
    const answered = await askOnce(
      cancel,
      {
        send: (either, hear): Promise<Answer> => complete(either, request, hear),
        reading: { strict: true, source: false },
        watch: null,
      },
      added => onText(added, 1),
    )
    const { drafts, rejected }: Sorted = sortedPieces(answered.pieces, pair => strictDraftOf(pair, passage.text))
    return {
      drafts,
      shots: drafts.map(() => prompt.shots),
      raw: answered.raw,
      reason: drafts.length > 0 ? null : whyNothing(answered, drafts, rejected, passage.language),
      promptSha256: hash.sha256(prompt.text),
      reused: answered.usage.reusedTokens,
      attempts: 1,
      usage: answered.usage,
      rejected,
    }
  }
  return {
    name: TAGGED.name,
    version: TAGGED.version,
    synthesize: async (cancel, passage) => {
      if (!isForEnglish(passage)) return nothing('english-only', '')
      let failure = { reason: 'too-long', detail: '' }
      for (const earlier of passage.earlier?.length ? [passage.earlier, []] : [[]]) {
        const prompt = await taggedPrompt(room, earlier, passage.text)
        if (prompt === null) break
        try {
          return await ask(cancel, passage, prompt)
        } catch (thrown) {
          failure = failureOf(thrown)
          // What was counted to fit did not: the passage starts anew, as if it had been counted so.
          if (failure.reason !== 'too-long' || prompt.shots.length === 0) break
        }
      }
      return nothing(failure.reason, failure.detail)
    },
  }
}

function nothing(reason: string, raw: string): TaggedCompletion {
  return {
    drafts: [],
    raw,
    reason,
    promptSha256: null,
    reused: null,
    attempts: 1,
    usage: null,
    rejected: [],
  }
}
