import { fitsCpu } from '#core/models/gguf/fits-cpu'
import type { StoredModel } from '#core/models/model'

const SIZES = [2_048, 4_096, 8_192, 16_384] as const
const USUAL = 4_096

export interface ContextSize {
  readonly tokens: number
  /** Whether model and context fit into the engine's memory; always true where only the device can tell. */
  readonly fits: boolean
}

/** Contexts that a model may be loaded with: no longer than it was made for (rule MODELS7). */
export function contextSizes({ gguf, bytes, contextTokens }: StoredModel): readonly ContextSize[] {
  const most = gguf?.contextTokens ?? contextTokens
  const sizes = SIZES.filter(size => size <= most)
  const offered = sizes.length === 0 ? [most] : sizes
  return offered.map(tokens => ({ tokens, fits: gguf === null || fitsCpu(gguf, bytes, tokens).fits }))
}

/** The one to begin with: the usual one, or the longest below it that fits. */
export function firstContext(sizes: readonly ContextSize[]): number {
  const usable = sizes.filter(({ tokens, fits }) => fits && tokens <= USUAL)
  return usable.at(-1)?.tokens ?? sizes[0]?.tokens ?? USUAL
}
