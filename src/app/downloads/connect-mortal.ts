import { ProblemError } from '#core/problem'
import { type Api, type Client, connect, type Events } from '#messages/rpc'

/**
 * Connects to a worker that may fail to start, or die: then what was asked of it is refused with `unexpected` in place of
 * staying open for ever. `onDeath` is the moment to forget it, so that the next call starts another one.
 */
export function connectMortal<A extends Api, E extends Events>(worker: Worker, onDeath: () => void): Client<A, E> {
  const client = connect<A, E>(worker)
  const death = new Promise<never>((_, reject) => {
    worker.addEventListener('error', event => {
      onDeath()
      worker.terminate()
      reject(new ProblemError({ kind: 'unexpected', detail: event.message || 'a worker did not start' }))
    })
  })
  // Nobody may be asking when it dies.
  death.catch(() => undefined)
  return {
    call: (method, params, options) => Promise.race([client.call(method, params, options), death]),
    on: (name, listener) => client.on(name, listener),
  }
}
