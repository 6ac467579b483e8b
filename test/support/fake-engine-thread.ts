import { createFakeEngine } from '#engines/fake/fake-engine'
import { type FakeHost, realHost } from '#engines/fake/fake-host'
import type { EnginePort } from '#runner/engine-thread'
// eslint-disable-next-line house/no-far-parent -- nothing but tests reaches into the composition root
import { serveEngine } from '../../src/app/workers/serve-engine'

export interface FakeThread extends EnginePort {
  /** Ends the thread as a crash does: nothing is said, but ports that it holds close. */
  die(): void
  /** An uncaught error in the thread. */
  fail(message: string): void
  readonly terminated: boolean
}

/** The scripted engine, served over a real message channel as a worker serves it. */
export function startFakeThread(host: Partial<FakeHost> = {}): FakeThread {
  const { port1: outer, port2: inner } = new MessageChannel()
  const held: MessagePort[] = []
  const errors: ((event: Event) => void)[] = []
  let terminated = false
  const die = (): void => {
    inner.close()
    for (const port of held) port.close()
  }
  const engine = createFakeEngine({ ...realHost(die, detail => served.lost(detail)), ...host })
  inner.addEventListener('message', ({ ports }) => void held.push(...ports))
  const served = serveEngine(inner, engine)
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
