import type { Cancel } from '#core/ports/cancel'
import type { Answer, Engine, LanguageModel } from '#core/ports/engine'
import { ProblemError } from '#core/problem'
import type { EngineWorkerApi, EngineWorkerEvents, Lifeline, Locks } from '#messages/engine-worker'
import { countRequests } from '#messages/network-count'
import { type Handlers, type Port, serve } from '#messages/rpc'
import { batchText } from './batch-text'

/** A worker's own scope, as far as it is used. */
type EngineScope = Port & Parameters<typeof countRequests>[0] & { readonly navigator?: { readonly locks?: Locks } }

type Ask<Request> = (
  model: LanguageModel,
  cancel: Cancel,
  request: Request,
  onText: (added: string) => void,
) => Promise<Answer>

/**
 * Serves an engine to the run worker (rules ENGINE19 to ENGINE21): requests one after the other, text in few messages, in
 * order and whole. Gives the function by which the engine tells that its device was lost with nothing asked.
 */
export function serveEngine<Source>(scope: EngineScope, engine: Engine<Source>): { lost(detail: string): void } {
  const network = countRequests(scope)
  let model: LanguageModel | null = null
  let tail: Promise<unknown> = Promise.resolve()

  const loaded = (): LanguageModel => {
    if (model === null) throw new ProblemError({ kind: 'engine-refused', detail: 'no model is loaded' })
    return model
  }

  const inTurn = <Request>(ask: Ask<Request>) => {
    return (signal: AbortSignal, request: Request, progress: (text: string) => void): Promise<Answer> => {
      const answer = tail.then(async () => {
        const text = batchText(progress)
        try {
          return await ask(loaded(), signal, request, added => text.add(added))
        } finally {
          text.flush()
        }
      })
      tail = answer.catch(() => undefined)
      return answer
    }
  }

  const handlers: Handlers<EngineWorkerApi<Source>> = {
    load: async (signal, source, progress) => {
      model = await engine.load(signal, source, progress)
      return model.facts
    },
    count: (_signal, texts) => loaded().count(texts),
    chat: inTurn((loadedModel, ...request) => loadedModel.chat(...request)),
    complete: inTurn((loadedModel, ...request) => loadedModel.complete(...request)),
    network: () => network(),
  }
  const emit = serve<EngineWorkerApi<Source>, EngineWorkerEvents>(scope, handlers)
  scope.addEventListener('message', ({ data }) => {
    if (!isLifeline(data)) return
    void scope.navigator?.locks?.request(data.lock, {}, () => {
      emit('alive', null)
      return new Promise<never>(() => undefined)
    })
  })
  return { lost: detail => emit('lost', { detail }) }
}

function isLifeline(data: unknown): data is Lifeline {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'lifeline'
}
