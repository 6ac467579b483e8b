import type { Cancel } from '#core/ports/cancel'
import type { Answer, ChatRequest, CompletionRequest, LanguageModel, ModelFacts } from '#core/ports/engine'
import { type Problem, ProblemError } from '#core/problem'
import type { TokenCounter } from '#engines/tokenizer'
import { createAnswerReader } from './answer-reader'
import { watchCancel } from './cancellation'
import type { KeptStates } from './kept-states'
import type { NativeLog } from './native-log'
import { requestProblem } from './problem-of-wllama'
import { chatOptions, completionOptions } from './request-options'
import type { AskOptions, LoadedWllama } from './wllama-types'

export interface ModelParts {
  readonly wllama: LoadedWllama
  readonly kept: KeptStates
  /** Ends the instance in hand and loads the same model in a new one. */
  readonly renew: () => Promise<LoadedWllama>
  readonly log: NativeLog
  readonly facts: ModelFacts
  readonly counter: TokenCounter
  /** Rejects once the engine is gone. */
  readonly gone: Promise<never>
  /** Why it is gone, or null. */
  readonly why: () => Problem | null
}

type Start = (options: AskOptions) => Promise<void>

/** A loaded model: one request at a time, in the order in which they came (rule WLLAMA11). */
export function createWllamaModel(parts: ModelParts): LanguageModel {
  const { kept, log, facts, counter, gone, why } = parts
  let wllama = parts.wllama
  let tail: Promise<unknown> = Promise.resolve()
  let lastPrompt = ''

  /** Before a prompt that goes on from the last one, nothing is thrown away: it would have to be read again. */
  const makeRoomFor = async (prompt: string): Promise<void> => {
    const goesOn = 2 * commonBeginning(lastPrompt, prompt) >= lastPrompt.length
    lastPrompt = prompt
    if (goesOn || !kept.full() || why() !== null) return
    kept.clear()
    wllama = await parts.renew()
  }

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
      kept.note(reader.answer().usage)
    }
    return { answer: reader.answer(), ended: running.catch(() => undefined) }
  }

  const inTurn = (
    cancel: Cancel,
    prompt: string,
    start: Start,
    beginning: string,
    onText: (added: string) => void,
  ): Promise<Answer> => {
    const asked = tail.then(async () => {
      await makeRoomFor(prompt)
      return ask(cancel, start, beginning, onText)
    })
    tail = asked.then(({ ended }) => Promise.race([ended, gone])).catch(() => undefined)
    return asked.then(({ answer }) => answer)
  }

  return {
    facts,
    count: texts => Promise.resolve(texts.map(text => counter.count(text))),
    chat: (cancel: Cancel, request: ChatRequest, onText) => {
      const last = request.messages.at(-1)
      const beginning = last?.role === 'assistant' ? last.content : ''
      const prompt = request.messages.map(({ content }) => content).join('\n')
      const options = chatOptions(request)
      return inTurn(cancel, prompt, common => wllama.createChatCompletion({ ...options, ...common }), beginning, onText)
    },
    complete: (cancel: Cancel, request: CompletionRequest, onText) => {
      const options = completionOptions(request)
      return inTurn(cancel, request.prompt, common => wllama.createCompletion({ ...options, ...common }), '', onText)
    },
  }
}

/** Characters. */
function commonBeginning(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}
