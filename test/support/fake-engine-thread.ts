import { createFakeEngine } from '#engines/fake/fake-engine'
import { type FakeHost, realHost } from '#engines/fake/fake-host'
import type { Locks } from '#messages/engine-worker'
import type { EnginePort } from '#runner/engine-thread'
// eslint-disable-next-line house/no-far-parent -- nothing but tests reaches into the composition root
import { serveEngine } from '../../src/app/workers/serve-engine'

/** Locks as two threads of one origin see them: one holder at a time, the others wait. */
const holders = new Map<string, Promise<unknown>>()

export const fakeLocks: Locks = {
  request: async (name, { signal }, granted) => {
    await holders.get(name)
    if (signal?.aborted === true) throw signal.reason
    const held = Promise.resolve(granted())
    holders.set(name, held)
    return held
  },
}

/** A request of a thread: what it holds comes free when the thread ends. */
const holdUntil =
  (end: AbortSignal): Locks['request'] =>
  (name, options, granted) =>
    fakeLocks.request(name, options, () =>
      Promise.race([granted(), new Promise(resolve => end.addEventListener('abort', resolve, { once: true }))]),
    )

export interface FakeThread extends EnginePort {
  /** Ends the thread as a crash does: nothing is said, but what it locked comes free. */
  die(): void
  /** An uncaught error in the thread. */
  fail(message: string): void
  readonly terminated: boolean
}

/** The scripted engine, served over a real message channel as a worker serves it. */
export function startFakeThread(host: Partial<FakeHost> = {}): FakeThread {
  const { port1: outer, port2: inner } = new MessageChannel()
  const thread = new AbortController()
  const errors: ((event: Event) => void)[] = []
  let terminated = false
  const die = (): void => {
    inner.close()
    thread.abort()
  }
  const engine = createFakeEngine({ ...realHost(die, detail => served.lost(detail)), ...host })
  const scope = {
    postMessage: (message: unknown, transfer: Transferable[] = []): void => inner.postMessage(message, transfer),
    addEventListener: inner.addEventListener.bind(inner),
    navigator: { locks: { request: holdUntil(thread.signal) } },
  }
  const served = serveEngine(scope, engine)
  inner.start()
  outer.start()
  return {
    postMessage: (message, transfer) => outer.postMessage(message, transfer ?? []),
    addEventListener: (type: string, listener: (event: MessageEvent<unknown>) => void) => {
      if (type === 'message') outer.addEventListener('message', listener)
      // eslint-disable-next-line house/no-as -- listeners of errors take any event
      if (type === 'error') errors.push(listener as (event: Event) => void)
    },
    terminate: () => {
      terminated = true
      outer.close()
      die()
    },
    die,
    fail: message => {
      const event = Object.assign(new Event('error', { cancelable: true }), { message })
      for (const listener of errors) listener(event)
    },
    get terminated() {
      return terminated
    },
  }
}
