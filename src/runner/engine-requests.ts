import type { Cancel } from '#core/ports/cancel'
import type { Answer, ChatRequest, CompletionRequest, LanguageModel } from '#core/ports/engine'
import { ProblemError, problemOf } from '#core/problem'
import { whenCancelled } from './engine-cancel'
import type { Patience } from './engine-patience'
import type { EngineThread } from './engine-thread'
import { watched } from './engine-watch'

type Requests = Pick<LanguageModel, 'chat' | 'complete'>

interface Params {
  chat: ChatRequest
  complete: CompletionRequest
}

const UNKNOWN_USAGE = { promptTokens: 0, reusedTokens: 0, answerTokens: 0, prefillMs: 0, decodeMs: 0 }

/**
 * Asks one thing after the other, each bounded in time. A cancelled request is answered within `cancelMs` with the text so
 * far, also when the engine is still reading its prompt (its usage is then not known: all 0); the next one waits for that.
 */
export function createRequests<Source>(
  threadNow: () => EngineThread<Source>,
  patience: Patience,
  cancelMs: number,
): Requests {
  let tail: Promise<unknown> = Promise.resolve()

  const send = <M extends keyof Params>(
    thread: EngineThread<Source>,
    method: M,
    request: Params[M],
    signal: AbortSignal,
    onText: (added: string) => void,
  ): Promise<Answer> =>
    watched(patience.untilFirstText(request), thread.end, async alive => {
      const answer: Answer = await thread.call(method, request, {
        signal,
        onProgress: added => {
          alive(patience.betweenTexts())
          onText(added)
        },
      })
      patience.learn(answer.usage)
      return answer
    })

  const ask =
    <M extends keyof Params>(method: M) =>
    (cancel: Cancel, request: Params[M], onText: (added: string) => void): Promise<Answer> =>
      new Promise((resolve, reject) => {
        // A request belongs to the thread that ran when it was made: one that was started since knows nothing of it.
        const thread = threadNow()
        const control = new AbortController()
        let text = ''
        let state: 'waiting' | 'sent' | 'over' = 'waiting'
        let deadline: ReturnType<typeof setTimeout> | undefined
        let stopListening = (): void => undefined
        const settle = (done: () => void): void => {
          if (state === 'over') return
          state = 'over'
          clearTimeout(deadline)
          stopListening()
          done()
        }
        const giveUp = (): void =>
          settle(() => resolve({ text, stop: 'cancelled', usage: UNKNOWN_USAGE, logprobs: [] }))
        const turn = tail.then(() => {
          if (state === 'over') return null
          state = 'sent'
          return send(thread, method, request, control.signal, added => {
            if (state === 'over') return
            text += added
            onText(added)
          })
        })
        tail = turn.catch(() => undefined)
        turn.then(
          answer => {
            if (answer !== null) settle(() => resolve(answer))
          },
          (thrown: unknown) => settle(() => reject(new ProblemError(problemOf(thrown)))),
        )
        stopListening = whenCancelled(cancel, () => {
          control.abort()
          if (state === 'waiting') giveUp()
          else deadline = setTimeout(giveUp, cancelMs)
        })
      })

  return { chat: ask('chat'), complete: ask('complete') }
}
