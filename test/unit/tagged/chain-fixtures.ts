import type { LanguageModel } from '#core/ports/engine'
import type { EarlierRound } from '#core/ports/synthesizer'
import type { Draft, Pair, Shot } from '#core/synthesis/pair'
import { provenanceOf } from '#test/support/provenance'

export const placeOf = (n: number): Shot => ({ document: `d${String(n)}`, start: 0, end: 10 })

const DRAFT: Draft = {
  instruction: 'Q?',
  response: 'A.',
  options: null,
  reasoning: null,
  task: 'comprehension',
  form: 'open',
  needsPassage: true,
  evidence: [],
}

/** A pair as storage holds it. */
function storedPair(words: Partial<Draft>, changed: Partial<Pair> = {}): Pair {
  return {
    ...DRAFT,
    ...words,
    id: 'id',
    language: 'en',
    passage: { start: 0, end: 10, headings: [] },
    chain: { id: 'c', round: 0, shots: [] },
    provenance: provenanceOf({ synthesizer: 'tagged', recipe: 'instruction-synthesizer', engine: 'replay' }),
    checks: [],
    decision: null,
    state: 'ready',
    original: null,
    ...changed,
  }
}

export function round(n: number, text: string, ...pairs: readonly Partial<Draft>[]): EarlierRound {
  return { place: placeOf(n), text, pairs: pairs.map(words => storedPair(words)) }
}

type Request = Parameters<LanguageModel['complete']>[1]

/** A model that completes prompts as it is told, and remembers what it was asked. */
export function completing(answer: (request: Request) => string | Error): {
  readonly complete: LanguageModel['complete']
  readonly requests: readonly Request[]
} {
  const requests: Request[] = []
  return {
    requests,
    complete: (_cancel, request, onText) => {
      requests.push(request)
      const text = answer(request)
      if (text instanceof Error) return Promise.reject(text)
      for (const piece of text.match(/[^]{1,5}/gu) ?? []) onText(piece)
      const usage = { promptTokens: 9, reusedTokens: 4, answerTokens: 5, prefillMs: 1, decodeMs: 1 }
      return Promise.resolve({ text, stop: 'stop', usage, logprobs: [] })
    },
  }
}
