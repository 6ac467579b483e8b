import type { Cancel } from '#core/ports/cancel'
import type { Answer, ChatRequest, CompletionRequest, Engine, LanguageModel, ModelFacts } from '#core/ports/engine'
import { ProblemError } from '#core/problem'
import { planAnswer, smallTalk } from './answer-text'
import type { FakeAnswer, FakeSource } from './fake-source'
import { commonBeginning, templateTokens, tokensOf } from './fake-tokens'
import { untilCancelled, type FakeHost } from './fake-host'
import { type Strike, writeAnswer } from './write-answer'

/**
 * An engine that follows a script: every answer and every fault of a model without a model. The same script, messages and
 * seed give the same text and the same figures.
 */
export function createFakeEngine(host: FakeHost): Engine<FakeSource> {
  const gone = new AbortController()
  let loaded = false
  return {
    load: async (cancel, source, onProgress) => {
      if (loaded) throw new ProblemError({ kind: 'engine-refused', detail: 'a model was loaded already' })
      loaded = true
      const { steps, stepMs, fault } = source.script.load
      for (let step = 1; step <= steps; step++) {
        await untilCancelled(host, stepMs, [cancel, gone.signal])
        if (gone.signal.aborted) throw new ProblemError(GONE)
        if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
        onProgress({ phase: step === steps ? 'warm-up' : 'weights', done: step, total: steps })
      }
      if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
      if (fault === 'dies') host.end()
      if (fault === 'dies' || fault === 'hangs') await forEver()
      else if (fault !== null) throw new ProblemError(fault)
      return createModel(host, source, gone.signal)
    },
    dispose: () => {
      gone.abort()
      return Promise.resolve()
    },
  }
}

const GONE = { kind: 'engine-gone', detail: 'the engine was disposed' } as const
const LOST = { kind: 'gpu-lost', detail: 'scripted: the device was lost' } as const

const forEver = (): Promise<never> => new Promise<never>(() => undefined)

function createModel(host: FakeHost, source: FakeSource, gone: AbortSignal): LanguageModel {
  const { script, contextTokens } = source
  const facts: ModelFacts = {
    contextTokens,
    grammar: null,
    logprobs: 'raw',
    prefixCache: script.prefixCache,
    prefill: true,
    device: 'CPU, scripted',
    exactCounts: true,
  }
  let lost = false
  /** The last prompt and its answer, as far as they were read and written. */
  let cached: readonly string[] = []
  let tail: Promise<unknown> = Promise.resolve()

  if (script.lostAfterMs !== null) {
    void host.sleep(script.lostAfterMs).then(() => {
      lost = true
      host.lost(LOST.detail)
    })
  }

  const answerFor = async (request: ChatRequest | CompletionRequest): Promise<FakeAnswer> => {
    const small = smallTalk(request)
    if (small !== null) return script.smallTalk ?? { kind: 'text', text: small }
    const nth = await host.nextRequest()
    return script.answers[nth] ?? script.answers.at(-1) ?? script.answers[0]
  }

  const reusedOf = (prompt: readonly string[]): number => {
    const common = commonBeginning(prompt, cached)
    if (script.prefixCache === 'none') return 0
    if (script.prefixCache === 'conversation' && common < cached.length) return 0
    // The last token is always read again: its outcome is what the answer starts from.
    return Math.min(common, prompt.length - 1)
  }

  const strike = (fault: Strike): Promise<never> => {
    switch (fault.end) {
      case 'gone':
        throw new ProblemError(GONE)
      case 'lost':
        lost = true
        throw new ProblemError(LOST)
      case 'throws':
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- plays an engine that throws bare strings
        throw fault.text
      case 'dies':
        host.end()
        return forEver()
      case 'hangs':
        return forEver()
    }
  }

  const respond = async (
    cancel: Cancel,
    request: ChatRequest | CompletionRequest,
    onText: (added: string) => void,
  ): Promise<Answer> => {
    if (gone.aborted) throw new ProblemError(GONE)
    if (lost) throw new ProblemError(LOST)
    if (request.grammar !== null) throw new ProblemError({ kind: 'engine-refused', detail: 'no grammar here' })
    if (cancel.aborted) return { text: '', stop: 'cancelled', usage: NOTHING, logprobs: [] }
    const prompt = 'prompt' in request ? tokensOf(request.prompt) : templateTokens(request.messages)
    const behaviour = await answerFor(request)
    if (prompt.length >= contextTokens || behaviour.kind === 'overflow') {
      const promptTokens = Math.max(prompt.length, contextTokens + 1)
      throw new ProblemError({ kind: 'context-overflow', promptTokens, contextTokens })
    }
    const reused = reusedOf(prompt)
    const limit = Math.min(request.sampling.maxTokens, contextTokens - prompt.length)
    const written = await writeAnswer(
      host,
      { ...script.pace, cancel, gone, plan: planAnswer(behaviour, script.judge, request, limit), limit, onText },
      { prompt: prompt.length, reused, stop: 'stop' in request ? request.stop : [], logprobs: request.topLogprobs },
    )
    if (!('answer' in written)) return strike(written)
    cached = written.answer.stop === 'stop' ? [...prompt, ...written.tokens, '<|end|>'] : [...prompt, ...written.tokens]
    return written.answer
  }

  const queued = (
    cancel: Cancel,
    request: ChatRequest | CompletionRequest,
    onText: (added: string) => void,
  ): Promise<Answer> => {
    const answer = tail.then(() => respond(cancel, request, onText))
    tail = answer.catch(() => undefined)
    return answer
  }
  return {
    facts,
    count: texts => Promise.resolve(texts.map(text => tokensOf(text).length)),
    chat: queued,
    complete: queued,
  }
}

const NOTHING = { promptTokens: 0, reusedTokens: 0, answerTokens: 0, prefillMs: 0, decodeMs: 0 }
