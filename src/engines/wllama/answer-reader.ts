import type { Answer, StopReason, TokenLogprob, Usage } from '#core/ports/engine'
import type { Chunk } from './wllama-types'

/** Puts an answer together from the engine's pieces. */
export interface AnswerReader {
  take(chunk: Chunk): void
  /** What there is; `cancelled` where the engine did not end by itself. */
  answer(): Answer
}

/** `beginning` is the part of the answer that was asked with: the engine says it again, the reader does not. */
export function createAnswerReader(beginning: string, onText: (added: string) => void): AnswerReader {
  let text = ''
  let unsaid = beginning
  let held = ''
  let stop: StopReason = 'cancelled'
  let usage: Usage = { promptTokens: 0, reusedTokens: 0, answerTokens: 0, prefillMs: 0, decodeMs: 0 }
  const logprobs: TokenLogprob[] = []

  const add = (added: string): void => {
    if (added === '') return
    text += added
    onText(added)
  }
  const addAfterBeginning = (added: string): void => {
    if (unsaid === '') {
      add(added)
      return
    }
    held += added
    if (unsaid.startsWith(held)) return
    add(held.startsWith(unsaid) ? held.slice(unsaid.length) : held)
    unsaid = ''
  }
  return {
    take: ({ choices, timings, prompt_progress: reading }) => {
      if (reading !== undefined) {
        usage = { ...usage, promptTokens: reading.total, reusedTokens: reading.cache, prefillMs: reading.time_ms }
      }
      if (timings !== undefined) usage = usageOf(timings)
      const choice = choices?.[0]
      if (choice === undefined) return
      for (const { token, logprob, top_logprobs: top = [] } of choice.logprobs?.content ?? []) {
        logprobs.push({ token, logprob, top: top.map(one => ({ token: one.token, logprob: one.logprob })) })
      }
      addAfterBeginning(choice.text ?? choice.delta?.content ?? '')
      if (typeof choice.finish_reason === 'string') stop = choice.finish_reason === 'length' ? 'length' : 'stop'
    },
    answer: () => ({ text, stop, usage, logprobs }),
  }
}

function usageOf(timings: NonNullable<Chunk['timings']>): Usage {
  return {
    promptTokens: timings.cache_n + timings.prompt_n,
    reusedTokens: timings.cache_n,
    answerTokens: timings.predicted_n,
    prefillMs: timings.prompt_ms,
    decodeMs: timings.predicted_ms,
  }
}
