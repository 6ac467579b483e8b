import type { Check, Pair } from '#core/synthesis/pair'
import type { KeptPair } from '#core/synthesis/teach/fitting-pairs'
import { provenanceOf } from '#test/support/provenance'

const PASSED: readonly Check[] = [
  { name: 'evidence', result: 'pass', reason: 'evidence-quoted' },
  { name: 'duplicate', result: 'pass', reason: 'unique' },
]

interface KeptOptions extends Partial<Pair> {
  readonly document?: string
  /** Text of the passage: the quote is looked for in it. */
  readonly text?: string
  readonly quote?: string
  readonly start?: number
  readonly edited?: boolean
}

let number = 0

/** A kept pair of the recipe *Questions and answers*. */
export function keptPair(options: KeptOptions = {}): KeptPair {
  const { document = 'a'.repeat(64), text = 'Oak burns.', quote = text, start = 0, edited = false, ...more } = options
  number += 1
  const at = text.indexOf(quote)
  return {
    document,
    pair: {
      id: `pair-${number}`,
      instruction: `What of number ${number}?`,
      response: 'Oak burns well.',
      options: null,
      reasoning: null,
      task: 'comprehension',
      form: 'open',
      needsPassage: true,
      language: 'en',
      evidence: [{ start: at, end: at + quote.length, how: 'quoted' }],
      passage: { start, end: start + text.length, headings: ['Fuel'] },
      chain: { id: 'c', round: 0, shots: [] },
      provenance: provenanceOf({
        synthesizer: 'chat',
        recipe: 'reading-comprehension',
        recipeVersion: 'v',
        engine: 'wllama',
        model: 'm',
      }),
      checks: PASSED,
      decision: 'keep',
      state: 'kept',
      original: edited ? { instruction: 'x', response: 'y' } : null,
      ...more,
    },
  }
}
