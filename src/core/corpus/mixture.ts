import type { CorpusShot } from '#core/corpus/segment'
import { randomStream } from '#core/synthesis/random-stream'

/** How much of what goes into a corpus. */
export interface MixtureSettings {
  readonly seed: number
  /** Share of segments that become texts with pairs, from 0 to 1; the passages of the others stay raw text. */
  readonly converted: number
  /** Tokens of general instructions for each token of everything else; 0 for none. */
  readonly general: number
}

/**
 * All texts of a domain converted and general instructions 1 : 1 by tokens, as the paper has it for domains; from scratch it
 * converts a fifth (0.2) and adds none (rule CORPUS4).
 */
export const DOMAIN_MIXTURE: MixtureSettings = { seed: 1, converted: 1, general: 1 }

/** Whether a segment is converted: by a stream of its own, so that a larger share converts the same segments and more. */
export function isConverted({ key }: Pick<CorpusShot, 'key'>, { seed, converted }: MixtureSettings): boolean {
  return randomStream(seed, 'converted', key).next() < converted
}

/** Says after each text how many tokens of general instructions are due, so that the two come evenly mixed. */
export function createBalance(ratio: number): {
  readonly wrote: (tokens: number) => void
  readonly added: (tokens: number) => void
  /** Whether general instructions are behind what they should be. */
  readonly isDue: () => boolean
} {
  let due = 0
  return {
    wrote: tokens => {
      due += tokens * ratio
    },
    added: tokens => {
      due -= tokens
    },
    isDue: () => due > 0,
  }
}
