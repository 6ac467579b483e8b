import type { Cancel } from '#core/ports/cancel'
import type { LanguageModel } from '#core/ports/engine'
import { ProblemError } from '#core/problem'
import { looksLikeGarbage } from './looks-like-garbage'

/**
 * Asks the model for a few words: the first answer pays for what the driver puts off, and shows whether this GPU computes
 * at all. Rejects with `model-talks-garbage` where it does not.
 */
export async function warmUp(cancel: Cancel, model: LanguageModel): Promise<void> {
  const { text } = await model.complete(
    cancel,
    {
      prompt: 'One, two, three, four,',
      sampling: { temperature: 0, topP: 1, maxTokens: 4, seed: 1 },
      stop: [],
      grammar: null,
      topLogprobs: 0,
    },
    () => undefined,
  )
  if (looksLikeGarbage(text)) throw new ProblemError({ kind: 'model-talks-garbage', sample: text })
}
