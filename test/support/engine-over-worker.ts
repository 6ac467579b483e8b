import type { Cancel } from '#core/ports/cancel'
import type { Answer, Engine } from '#core/ports/engine'
import { ProblemError } from '#core/problem'
import type { EngineWorkerApi, EngineWorkerEvents } from '#messages/engine-worker'
import { type CallOptions, type Client, connect } from '#messages/rpc'

/** An engine in a worker, as the run worker uses it: disposing ends the thread. */
export function engineOverWorker<Source>(worker: Worker): {
  engine: Engine<Source>
  client: Client<EngineWorkerApi<Source>, EngineWorkerEvents>
} {
  const client = connect<EngineWorkerApi<Source>, EngineWorkerEvents>(worker)
  const gone = Promise.withResolvers<never>()
  gone.promise.catch(() => undefined)
  worker.addEventListener('error', event => {
    gone.reject(new ProblemError({ kind: 'engine-gone', detail: event.message }))
  })
  const orGone = <T>(work: Promise<T>): Promise<T> => Promise.race([gone.promise, work])
  const options = <P>(cancel: Cancel, onProgress: (progress: P) => void): CallOptions<P> =>
    cancel instanceof AbortSignal ? { signal: cancel, onProgress } : { onProgress }
  const ask = (call: Promise<Answer>): Promise<Answer> => orGone(call)
  return {
    client,
    engine: {
      load: async (cancel, source, onProgress) => ({
        facts: await orGone(client.call('load', source, options(cancel, onProgress))),
        count: texts => orGone(client.call('count', texts)),
        chat: (stop, request, onText) => ask(client.call('chat', request, options(stop, onText))),
        complete: (stop, request, onText) => ask(client.call('complete', request, options(stop, onText))),
      }),
      dispose: async () => {
        worker.terminate()
        gone.reject(new ProblemError({ kind: 'engine-gone', detail: 'it was disposed of' }))
      },
    },
  }
}
