import { describe, expect, it, vi } from 'vitest'
import type { Answer, Engine, LanguageModel } from '#core/ports/engine'
import type { EngineWorkerApi, EngineWorkerEvents } from '#messages/engine-worker'
import { connect } from '#messages/rpc'
import { startEngine } from '#runner/engine-client'
import { type FakeSource, fakeSource } from '#engines/fake/fake-source'
import type { EnginePort } from '#runner/engine-thread'
import { chatOf, NEVER, problemFrom } from '#test/contract/engine/harness'
import { startFakeThread } from '#test/support/fake-engine-thread'
// eslint-disable-next-line house/no-far-parent -- nothing but tests reaches into the composition root
import { serveEngine } from '../../../src/app/workers/serve-engine'

const sleep = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))
const usage = { promptTokens: 1, reusedTokens: 0, answerTokens: 1, prefillMs: 1, decodeMs: 1 }

/** An engine that writes by hand, and the messages that come of it. */
async function served(write: (onText: (added: string) => void) => Promise<Answer>, atOnce = 0) {
  const messages: { at: number; type: string; value: unknown }[] = []
  const { port1: outer, port2: inner } = new MessageChannel()
  const model: Pick<LanguageModel, 'facts' | 'chat'> = {
    facts: {
      contextTokens: 10,
      grammar: null,
      logprobs: null,
      prefixCache: 'none',
      prefill: false,
      device: 'hand',
      exactCounts: false,
    },
    chat: (_cancel, _request, onText) => write(onText),
  }
  const engine: Engine<null> = {
    load: () => Promise.resolve({ ...model, count: () => Promise.resolve([]), complete: () => write(() => undefined) }),
    dispose: () => Promise.resolve(),
  }
  serveEngine(inner, engine)
  inner.start()
  outer.addEventListener('message', ({ data }: MessageEvent<{ type: string; value: unknown }>) => {
    messages.push({ at: performance.now(), type: data.type, value: data.value })
  })
  outer.start()
  const port: EnginePort = {
    postMessage: (message, transfer) => outer.postMessage(message, transfer ?? []),
    addEventListener: (type: string, listener: (event: MessageEvent<unknown>) => void) => {
      if (type === 'message') outer.addEventListener('message', listener)
    },
    terminate: () => {
      outer.close()
      inner.close()
    },
  }
  const client = startEngine<null>({ spawn: () => port, speed: null })
  const loaded = await client.load(NEVER, null, () => undefined)
  // Past the client, which would send them one after the other itself.
  for (let id = 1; id <= atOnce; id++) outer.postMessage({ type: 'call', id: -id, method: 'chat', params: chatOf('x') })
  return { client, model: loaded, messages, scope: inner }
}

describe('an engine served in few messages', () => {
  it('ENGINE20: text comes in order and whole, in at most 20 messages a second', async () => {
    const tokens = Array.from({ length: 600 }, (_, i) => `${i} `)
    const { client, model, messages } = await served(async onText => {
      for (const token of tokens) {
        onText(token)
        if (token.endsWith('0 ')) await sleep(10)
      }
      return { text: tokens.join(''), stop: 'stop', usage, logprobs: [] }
    })
    let text = ''
    const start = performance.now()
    const answer = await model.chat(NEVER, chatOf('x'), added => {
      text += added
    })
    const seconds = (performance.now() - start) / 1000
    expect(text).toBe(tokens.join(''))
    expect(answer.text).toBe(text)
    const texts = messages.filter(({ type }) => type === 'progress')
    // One at the start, one at the end, and one for each 50 ms between.
    expect(texts.length).toBeLessThanOrEqual(Math.ceil(seconds * 20) + 2)
    expect(texts.length).toBeGreaterThan(5)
    expect(texts.map(({ value }) => value).join('')).toBe(text)
    await client.dispose()
  })

  it('ENGINE20: the first text goes at once, and none waits for the next', async () => {
    const { client, model, messages } = await served(async onText => {
      onText('one')
      await sleep(5)
      onText(' two')
      await sleep(300)
      return { text: 'one two', stop: 'stop', usage, logprobs: [] }
    })
    const start = performance.now()
    await model.chat(NEVER, chatOf('x'), () => undefined)
    const texts = messages.filter(({ type }) => type === 'progress')
    expect(texts.map(({ value }) => value)).toEqual(['one', ' two'])
    expect((texts[1]?.at ?? 0) - start).toBeLessThan(200)
    await client.dispose()
  })

  it('ENGINE19: refuses what is asked before a model is loaded, and answers once it is', async () => {
    const thread = startFakeThread()
    const client = connect<EngineWorkerApi<FakeSource>, EngineWorkerEvents>(thread)
    expect(await problemFrom(client.call('chat', chatOf('x')))).toMatchObject({ kind: 'engine-refused' })
    expect(await problemFrom(client.call('count', ['x']))).toMatchObject({ kind: 'engine-refused' })
    const facts = await client.call('load', fakeSource())
    expect(facts.device).toBe('CPU, scripted')
    expect((await client.call('chat', chatOf('What is 2 + 2?'))).text).toBe('4.')
    thread.terminate()
  })

  it('ENGINE19: answers requests that come at once in their order', async () => {
    const log: string[] = []
    const { client, messages } = await served(async onText => {
      log.push('begins')
      await sleep(20)
      onText('x')
      log.push('ends')
      return { text: 'x', stop: 'stop', usage, logprobs: [] }
    }, 2)
    await expect.poll(() => messages.filter(({ type }) => type === 'value').length).toBe(3)
    expect(log).toEqual(['begins', 'ends', 'begins', 'ends'])
    await client.dispose()
  })

  it('ENGINE21: counts its own requests: to the app, to other hosts with their addresses, and those refused', async () => {
    const note: { urls: (...urls: readonly string[]) => void } = { urls: () => undefined }
    vi.stubGlobal('location', { origin: 'https://app.test' })
    vi.stubGlobal(
      'PerformanceObserver',
      class {
        constructor(tell: (list: { getEntries: () => readonly { name: string }[] }) => void) {
          note.urls = (...urls) => tell({ getEntries: () => urls.map(name => ({ name })) })
        }
        observe(): void {
          note.urls('https://app.test/engine.js')
        }
      },
    )
    const { client, scope } = await served(() => Promise.reject(new RangeError('nothing is asked')))
    note.urls('https://app.test/engine.wasm', 'blob:https://app.test/1', 'data:text/plain,x', 'https://other.test/x')
    scope.dispatchEvent(new Event('securitypolicyviolation'))
    expect(await client.network()).toEqual({ own: 2, other: 1, refused: 1, lastOther: ['https://other.test/x'] })
    for (let n = 0; n < 6; n++) note.urls(`https://other.test/${String(n)}`)
    const { other, lastOther } = await client.network()
    expect(other).toBe(7)
    expect(lastOther).toEqual([1, 2, 3, 4, 5].map(n => `https://other.test/${String(n)}`))
    await client.dispose()
  })
})
