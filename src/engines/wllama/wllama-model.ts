import type { Cancel } from '#core/ports/cancel'
import type { Answer, ChatRequest, CompletionRequest, LanguageModel, ModelFacts } from '#core/ports/engine'
import { type Problem, ProblemError } from '#core/problem'
import type { TokenCounter } from '#engines/tokenizer'
import { createAnswerReader } from './answer-reader'
import { watchCancel } from './cancellation'
import type { NativeLog } from './native-log'
import { requestProblem } from './problem-of-wllama'
import { chatOptions, completionOptions } from './request-options'
import type { AskOptions, LoadedWllama } from './wllama-types'

export interface ModelParts {
  readonly wllama: LoadedWllama
  readonly log: NativeLog
  readonly facts: ModelFacts
  readonly counter: TokenCounter
  /** Rejects once the engine is gone. */
  readonly gone: Promise<never>
  /** Why it is gone, or null. */
  readonly why: () => Problem | null
}

type Start = (options: AskOptions) => Promise<void>

/** A loaded model: one request at a time, in the order in which they came. */
export function createWllamaModel({ wllama, log, facts, counter, gone, why }: ModelParts): LanguageModel {
  let tail: Promise<unknown> = Promise.resolve()

  const ask = async (cancel: Cancel, start: Start, beginning: string, onText: (added: string) => void) => {
    const problem = why()
    if (problem !== null) throw new ProblemError(problem)
    let listening = true
    const reader = createAnswerReader(beginning, onText)
    if (cancel.aborted) return { answer: reader.answer(), ended: Promise.resolve() }
    const control = new AbortController()
    const watch = watchCancel(cancel)
    log.takeRefusal()
    const running = start({
      stream: true,
      abortSignal: control.signal,
      onData: chunk => {
        if (!listening) return
        reader.take(chunk)
        if (cancel.aborted) control.abort()
      },
    })
    // The engine looks for the signal between two batches of a prompt, which may be seconds: nobody waits for that.
    const cancelled = watch.cancelled.then(() => control.abort())
    try {
      await Promise.race([running, cancelled, gone])
    } catch (thrown) {
      if (!control.signal.aborted || why() !== null)
        throw new ProblemError(requestProblem(thrown, log, facts.contextTokens))
    } finally {
      listening = false
      watch.end()
    }
    return { answer: reader.answer(), ended: running.catch(() => undefined) }
  }

  const inTurn = (
    cancel: Cancel,
    start: Start,
    beginning: string,
    onText: (added: string) => void,
  ): Promise<Answer> => {
    const asked = tail.then(() => ask(cancel, start, beginning, onText))
    tail = asked.then(({ ended }) => Promise.race([ended, gone])).catch(() => undefined)
    return asked.then(({ answer }) => answer)
  }

  return {
    facts,
    count: texts => Promise.resolve(texts.map(text => counter.count(text))),
    chat: (cancel: Cancel, request: ChatRequest, onText) => {
      const last = request.messages.at(-1)
      const beginning = last?.role === 'assistant' ? last.content : ''
      const options = chatOptions(request)
      return inTurn(cancel, common => wllama.createChatCompletion({ ...options, ...common }), beginning, onText)
    },
    complete: (cancel: Cancel, request: CompletionRequest, onText) => {
      const options = completionOptions(request)
      return inTurn(cancel, common => wllama.createCompletion({ ...options, ...common }), '', onText)
    },
  }
}
