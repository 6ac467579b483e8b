import type { Pair } from '#core/synthesis/pair'
import { mix128 } from '#core/text/mix128'

/** Tells whether the words of a pair are still those that were marked: 32 hex digits over everything that is shown. */
export function wordsHash({
  instruction,
  response,
  options,
  reasoning,
}: Pick<Pair, 'instruction' | 'response' | 'options' | 'reasoning'>): string {
  const words = JSON.stringify([instruction, response, options ?? [], reasoning ?? ''])
  return mix128(words)
    .map(part => part.toString(16).padStart(8, '0'))
    .join('')
}
