import type { ChatRequest, CompletionRequest, Sampling } from '#core/ports/engine'

type Options = Readonly<Record<string, unknown>>

/** Seeds of the engine have 32 bits, of which all ones mean "any". */
const SEED_BITS = 0x7fffffff

export function chatOptions({ messages, sampling, grammar, topLogprobs }: ChatRequest): Options {
  return {
    ...common(sampling, grammar),
    messages: messages.map(({ role, content }) => ({ role, content })),
    ...(topLogprobs > 0 ? { logprobs: true, top_logprobs: topLogprobs } : {}),
  }
}

export function completionOptions({ prompt, sampling, stop, grammar, topLogprobs }: CompletionRequest): Options {
  return {
    ...common(sampling, grammar),
    prompt,
    ...(stop.length > 0 ? { stop: [...stop] } : {}),
    ...(topLogprobs > 0 ? { n_probs: topLogprobs } : {}),
  }
}

function common({ temperature, topP, maxTokens, seed }: Sampling, grammar: string | null): Options {
  return {
    temperature,
    top_p: topP,
    // The engine's own defaults would cut more off than was asked for.
    top_k: 0,
    min_p: 0,
    max_tokens: maxTokens,
    seed: seed & SEED_BITS,
    cache_prompt: true,
    // Figures come with each piece, so that an answer that is cancelled has them too.
    timings_per_token: true,
    return_progress: true,
    ...(grammar === null ? {} : { grammar }),
  }
}
