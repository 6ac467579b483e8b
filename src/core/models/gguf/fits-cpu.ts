import type { GgufFacts } from '#core/models/model'

/** What a model takes of the CPU engine's memory, and whether that is there. */
export type CpuFit =
  | { readonly fits: true; readonly bytes: number; readonly limitBytes: number }
  | { readonly fits: false; readonly bytes: number; readonly limitBytes: number; readonly contextTokens: number | null }

/** A wasm heap of this engine's build grows to 4 GiB, whatever the device has. */
export const HEAP_BYTES = 4 * 2 ** 30
/** The engine's own code and buffers, the graph of a batch, the vocabulary's index. */
const FIXED_BYTES = 256 * 2 ** 20
/** Tokens of a prompt that are read at once: each has a row of scores over the vocabulary, 4 bytes for each entry. */
export const BATCH_TOKENS = 64
const SCORE_BYTES = 4
/** For a model whose file does not tell: the largest that models of up to four billion parameters need. */
export const UNKNOWN_CACHE_BYTES = 160 * 1024
const LEAST_CONTEXT = 512

/**
 * Whether a model of `weightBytes` with `contextTokens` of context fits into the CPU engine's heap (rule GGUF7). Where
 * only the context is too long, `contextTokens` is the longest one that fits, in steps of 256; null where none does.
 */
export function fitsCpu(facts: GgufFacts, weightBytes: number, contextTokens: number): CpuFit {
  const perToken = facts.cacheBytesPerToken ?? UNKNOWN_CACHE_BYTES
  const fixed = weightBytes + FIXED_BYTES + BATCH_TOKENS * facts.vocabulary * SCORE_BYTES
  const bytes = fixed + contextTokens * perToken
  if (bytes <= HEAP_BYTES) return { fits: true, bytes, limitBytes: HEAP_BYTES }
  const longest = Math.floor((HEAP_BYTES - fixed) / Math.max(1, perToken) / 256) * 256
  return { fits: false, bytes, limitBytes: HEAP_BYTES, contextTokens: longest < LEAST_CONTEXT ? null : longest }
}
