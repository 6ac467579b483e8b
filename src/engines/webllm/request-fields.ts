import type { ChatMessage } from '#core/ports/engine'
import type { RuntimeRequest } from './runtime'
import { spreadSeed } from './spread-seed'

/** All figures are named: what is left out comes from the model's config, or from the other penalty. */
export function samplingFields({ sampling, stop, topLogprobs }: RuntimeRequest) {
  const greedy = sampling.temperature === 0 && topLogprobs > 0
  return {
    // Probabilities are computed after the temperature, so at 0 all are 0 or 1. The smallest `top_p` leaves only the
    // likeliest token as well, and comes after them.
    temperature: greedy ? 1 : sampling.temperature,
    top_p: greedy ? 1e-5 : sampling.topP,
    max_tokens: sampling.maxTokens,
    seed: spreadSeed(sampling.seed),
    frequency_penalty: 0,
    presence_penalty: 0,
    repetition_penalty: 1,
    ...(stop.length > 0 ? { stop: [...stop] } : {}),
    ...(topLogprobs > 0 ? { logprobs: true, top_logprobs: topLogprobs } : {}),
  }
}

/** A grammar goes with `grammar`, never with `json_object`: that form without a schema always throws. */
export function chatFields({ grammar, withoutThinking }: RuntimeRequest, messages: readonly ChatMessage[]) {
  return {
    messages: messages.map(({ role, content }) => ({ role, content })),
    ...(grammar === null ? {} : { response_format: { type: 'grammar' as const, grammar } }),
    ...(withoutThinking ? { extra_body: { enable_thinking: false } } : {}),
  }
}
