import type { Answer, ChatRequest, LanguageModel, ModelFacts } from '#core/ports/engine'
import { canonicalJson } from '#core/synthesis/canonical-json'
import { estimateTokens } from '#core/text/token-estimate'

/** What a request is answered with: text, or text in pieces and how it ends; a thrown thing befalls the engine. */
type Line = string | { readonly pieces: readonly string[]; readonly stop?: Answer['stop'] } | Error

export interface ScriptedModel extends LanguageModel {
  readonly requests: ChatRequest[]
  /** How much of the last prompt its cache held, as a share. */
  readonly reusedShares: number[]
}

/**
 * A model that says what it is told to, in pieces of a few units, counts tokens by estimate and keeps the conversation so
 * far as its cache, like both engines do.
 */
export function scriptedModel(
  answer: (request: ChatRequest, index: number) => Line,
  facts: Partial<ModelFacts> = {},
): ScriptedModel {
  const requests: ChatRequest[] = []
  const reusedShares: number[] = []
  let cache = ''
  return {
    requests,
    reusedShares,
    facts: {
      contextTokens: 4096,
      grammar: null,
      logprobs: null,
      prefixCache: 'any-prefix',
      prefill: false,
      device: 'script',
      exactCounts: true,
      ...facts,
    },
    count: texts => Promise.resolve(texts.map(text => estimateTokens(text))),
    chat: async (cancel, request, onText) => {
      const line = answer(request, requests.length)
      requests.push(request)
      if (line instanceof Error) throw line
      const { pieces, stop } =
        typeof line === 'string' ? { pieces: line.match(/[^]{1,7}/gu) ?? [], stop: 'stop' as const } : line
      const prompt = request.messages.map(message => canonicalJson(message)).join('')
      let same = 0
      while (same < prompt.length && prompt[same] === cache[same]) same += 1
      reusedShares.push(same / prompt.length)
      let text = ''
      let cancelled = false
      for (const piece of pieces) {
        await Promise.resolve()
        if (cancel.aborted) {
          cancelled = true
          break
        }
        text += piece
        onText(piece)
      }
      cache = prompt + canonicalJson({ role: 'assistant', content: text })
      return {
        text,
        stop: cancelled ? 'cancelled' : (stop ?? 'stop'),
        usage: {
          promptTokens: estimateTokens(prompt),
          reusedTokens: estimateTokens(prompt, 0, same),
          answerTokens: estimateTokens(text),
          prefillMs: 1,
          decodeMs: 2,
        },
        logprobs: [],
      }
    },
    complete: () => Promise.reject(new RangeError('not scripted')),
  }
}
