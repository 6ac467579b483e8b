import { describe, expect, it } from 'vitest'
import { ProblemError } from '#core/problem'
import { connect, type Handlers, type Port, serve } from '#messages/rpc'

type TestApi = {
  add: { params: { a: number; b: number }; result: number; progress: never }
  count: { params: { to: number }; result: number; progress: number }
  fail: { params: null; result: null; progress: never }
}
type TestEvents = { tick: number }

/** Two ports that copy what they send, as real ones do. */
function portPair(): [Port, Port] {
  const listeners: [((event: MessageEvent<unknown>) => void)[], ((event: MessageEvent<unknown>) => void)[]] = [[], []]
  const port = (own: 0 | 1): Port => ({
    postMessage: message => {
      const data: unknown = structuredClone(message)
      queueMicrotask(() => {
        for (const listener of listeners[own === 0 ? 1 : 0]) listener(new MessageEvent('message', { data }))
      })
    },
    addEventListener: (_type, listener) => void listeners[own].push(listener),
  })
  return [port(0), port(1)]
}

const handlers: Handlers<TestApi> = {
  add: (_signal, { a, b }) => a + b,
  count: async (signal, { to }, progress) => {
    let done = 0
    for (; done < to; done++) {
      if (signal.aborted) throw new ProblemError({ kind: 'cancelled' })
      progress(done)
      await new Promise(resolve => setTimeout(resolve, 1))
    }
    return done
  },
  fail: () => {
    throw new ProblemError({ kind: 'too-large', limitBytes: 5 })
  },
}

function connected() {
  const [page, worker] = portPair()
  const emit = serve<TestApi, TestEvents>(worker, handlers)
  return { client: connect<TestApi, TestEvents>(page), emit }
}

describe('messages between page and workers', () => {
  it('answers calls, also several at once', async () => {
    const { client } = connected()
    const sums = await Promise.all([1, 2, 3].map(a => client.call('add', { a, b: 10 })))
    expect(sums).toEqual([11, 12, 13])
  })

  it('tells progress in order', async () => {
    const { client } = connected()
    const seen: number[] = []
    expect(await client.call('count', { to: 4 }, { onProgress: value => void seen.push(value) })).toBe(4)
    expect(seen).toEqual([0, 1, 2, 3])
  })

  it('carries a problem with its values', async () => {
    const { client } = connected()
    const thrown = await client.call('fail', null).catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(ProblemError)
    expect(thrown).toMatchObject({ problem: { kind: 'too-large', limitBytes: 5 } })
  })

  it('cancels by the signal, before and during the call', async () => {
    const { client } = connected()
    const control = new AbortController()
    const long = client.call('count', { to: 10_000 }, { signal: control.signal })
    setTimeout(() => control.abort(), 10)
    await expect(long).rejects.toMatchObject({ problem: { kind: 'cancelled' } })
    await expect(client.call('count', { to: 10_000 }, { signal: control.signal })).rejects.toMatchObject({
      problem: { kind: 'cancelled' },
    })
  })

  it('delivers events to every listener', async () => {
    const { client, emit } = connected()
    const seen: number[] = []
    client.on('tick', value => void seen.push(value))
    client.on('tick', value => void seen.push(value * 10))
    emit('tick', 3)
    await new Promise(resolve => setTimeout(resolve, 5))
    expect(seen).toEqual([3, 30])
  })
})
