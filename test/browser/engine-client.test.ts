import { describe, expect, it } from 'vitest'
import type { GgufSource } from '#core/models/model-source'
import { type FakeSource, fakeSource } from '#engines/fake/fake-source'
import { startEngine } from '#runner/engine-client'
import { checkModel } from '#runner/model-checkup'
import { engineContract } from '#test/contract/engine'
import { chatOf, NEVER, PASSAGE, problemFrom } from '#test/contract/engine/harness'

const spawn = (): Worker =>
  new Worker(new URL('../support/fake-engine-worker.ts', import.meta.url), { type: 'module', name: 'engine' })

// As slow as an engine that a cancel from another thread reaches in time.
const SOURCE = fakeSource({ pace: { prefill: 10_000, decode: 200, waits: true } })

const about = chatOf(`${PASSAGE} Ask about it.`, { maxTokens: 200 })

function gguf(name: string): GgufSource {
  const file = new File(['GGUF'], name)
  return { engine: 'wllama', model: name, files: [file], contextTokens: 2048, threads: 1 }
}

engineContract<FakeSource>(
  'scripted engine in a worker of a real Chromium',
  () => Promise.resolve({ engine: startEngine<FakeSource>({ spawn, speed: null }), source: SOURCE }),
  { bad: null, repeatable: true, ending: about },
)

describe('an engine worker in a real Chromium', () => {
  it('ENGINE23: one that ends itself is missed at once, and started anew', async () => {
    const ends: unknown[] = []
    const client = startEngine<GgufSource>({ spawn, speed: null, onGone: problem => ends.push(problem) })
    const model = await client.load(NEVER, gguf('fake-dies-once.gguf'), () => undefined)
    await checkModel(NEVER, model)
    expect((await model.chat(NEVER, about, () => undefined)).stop).toBe('stop')
    const start = performance.now()
    expect(await problemFrom(model.chat(NEVER, about, () => undefined))).toMatchObject({ kind: 'engine-gone' })
    expect(performance.now() - start).toBeLessThan(5_000)
    expect(ends).toHaveLength(1)
    await client.reload(NEVER, () => undefined)
    expect((await model.chat(NEVER, about, () => undefined)).stop).toBe('stop')
    await client.dispose()
  })

  it('ENGINE26: a worker whose code cannot be loaded rejects the load', async () => {
    const missing = (): Worker => new Worker('/no-such-worker.js', { type: 'module' })
    const client = startEngine<FakeSource>({ spawn: missing, speed: null })
    expect(await problemFrom(client.load(NEVER, fakeSource(), () => undefined))).toMatchObject({ kind: 'engine-gone' })
  })

  it('ENGINE28: disposing ends a thread that hangs within a second', async () => {
    const client = startEngine<GgufSource>({ spawn, speed: null })
    const model = await client.load(NEVER, gguf('fake-hangs.gguf'), () => undefined)
    const asked = problemFrom(model.chat(NEVER, about, () => undefined))
    const start = performance.now()
    await client.dispose()
    expect(await asked).toMatchObject({ kind: 'engine-gone' })
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})
