import { type Problem, ProblemError, problemOf } from '#core/problem'
import type { EngineWorkerApi, EngineWorkerEvents, Lifeline, Locks } from '#messages/engine-worker'
import { type CallOptions, connect, type Port } from '#messages/rpc'
import { engineFault } from './engine-fault'

/** The part of a Worker that the run worker uses. */
export interface EnginePort extends Port {
  terminate(): void
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void
}

/** One engine worker, from its start to its end. */
export interface EngineThread<Source> {
  /** Like that of `connect`, but it rejects when the thread ends. */
  call<M extends keyof EngineWorkerApi>(
    method: M,
    params: EngineWorkerApi<Source>[M]['params'],
    options?: CallOptions<EngineWorkerApi<Source>[M]['progress']>,
  ): Promise<EngineWorkerApi<Source>[M]['result']>
  /** Ends the thread at once and with it all that it holds. Calls under way are rejected. Only the first time counts. */
  readonly end: (problem: Problem) => void
}

function messageOf(event: Event): string {
  return 'message' in event && typeof event.message === 'string' ? event.message : event.type
}

/**
 * Starts to listen to an engine worker that was just made. Its death shows in an `error` event, in an event `lost` of its
 * own, or in a lock that it held and that comes free; where there are no locks, only the bounds in time of requests tell.
 * `onEnd` is called once, with the reason.
 */
export function startThread<Source>(
  port: EnginePort,
  locks: Locks | undefined,
  onEnd: (problem: Problem) => void,
): EngineThread<Source> {
  const client = connect<EngineWorkerApi<Source>, EngineWorkerEvents>(port)
  const watching = new AbortController()
  const waiting = new Set<(reason: ProblemError) => void>()
  /** What calls are rejected with from now on. */
  let ended: ProblemError | null = null

  const end = (problem: Problem): void => {
    if (ended !== null) return
    ended = new ProblemError(
      // Only the request that hung knows of it as such; for all others the engine is gone.
      problem.kind === 'engine-hangs' ? { kind: 'engine-gone', detail: 'it did not answer' } : problem,
    )
    port.terminate()
    watching.abort()
    for (const reject of waiting) reject(ended)
    waiting.clear()
    onEnd(problem)
  }

  const die = (detail: string): void => {
    const fault = engineFault({ kind: 'unexpected', detail })
    end(fault.kind === 'out-of-memory' || fault.kind === 'gpu-lost' ? fault : { kind: 'engine-gone', detail })
  }

  port.addEventListener('error', event => {
    event.preventDefault()
    die(messageOf(event))
  })
  port.addEventListener('messageerror', () => die('a message could not be read'))
  client.on('lost', ({ detail }) => end({ kind: 'gpu-lost', detail }))
  if (locks !== undefined) {
    const lock = `engine ${crypto.randomUUID()}`
    const freed = (): void => die('its thread ended')
    client.on('alive', () => {
      locks.request(lock, { signal: watching.signal }, freed).catch(() => undefined)
    })
    port.postMessage({ type: 'lifeline', lock } satisfies Lifeline)
  }

  return {
    call: (method, params, options) =>
      new Promise((resolve, reject: (reason: ProblemError) => void) => {
        if (ended !== null) {
          reject(ended)
          return
        }
        waiting.add(reject)
        client.call(method, params, options).then(
          value => {
            waiting.delete(reject)
            resolve(value)
          },
          (thrown: unknown) => {
            waiting.delete(reject)
            const problem = engineFault(problemOf(thrown))
            reject(new ProblemError(problem))
            // What is left of such an engine fails in strange ways, or believes that it is loaded.
            if (problem.kind === 'gpu-lost' || problem.kind === 'engine-gone') end(problem)
          },
        )
      }),
    end,
  }
}
