import type { Cancel } from '#core/ports/cancel'
import type { ChatRequest, LanguageModel, Usage } from '#core/ports/engine'
import { ProblemError } from '#core/problem'
import type { EngineSpeed } from './engine-patience'
import { talksGarbage } from './talks-garbage'

/** Two, because a weak model may say something odd once; one whose arithmetic is broken does so always. */
const QUESTIONS = ['What is 2 + 2? Answer with a short sentence.', 'Please add 3 + 4 and say the result in words.']
const MOST_TOKENS = 16
/** What problems carry of an answer. */
const SAMPLE = 80

/**
 * Asks a model that was just loaded a trivial sum or two (at most 16 tokens each), and gives the speed as the engine measured
 * it. Whether the sum is right does not matter. Rejects with `model-talks-garbage` when no answer could be text,
 * with `cancelled`, and with whatever befalls the engine.
 */
export async function checkModel(cancel: Cancel, model: LanguageModel): Promise<EngineSpeed> {
  let sample = ''
  for (const question of QUESTIONS) {
    const answer = await model.chat(cancel, trivial(question), () => undefined)
    if (answer.stop === 'cancelled') throw new ProblemError({ kind: 'cancelled' })
    if (!talksGarbage(answer.text)) return speedOf(answer.usage)
    sample = Array.from(answer.text).slice(0, SAMPLE).join('')
  }
  throw new ProblemError({ kind: 'model-talks-garbage', sample })
}

function trivial(question: string): ChatRequest {
  return {
    messages: [{ role: 'user', content: question }],
    sampling: { temperature: 0, topP: 1, maxTokens: MOST_TOKENS, seed: 1 },
    grammar: null,
    topLogprobs: 0,
  }
}

/** A clock that shows no time passing is taken to be a millisecond behind. */
function speedOf(usage: Usage): EngineSpeed {
  const { promptTokens, reusedTokens, answerTokens, prefillMs, decodeMs } = usage
  return {
    prefill: ((promptTokens - reusedTokens) * 1000) / Math.max(1, prefillMs),
    decode: (answerTokens * 1000) / Math.max(1, decodeMs),
  }
}
