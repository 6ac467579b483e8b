import { describe, expect, it } from 'vitest'
import { problemOf } from '#core/problem'
import { type FakeScript, fakeSource } from '#engines/fake/fake-source'
import type { EngineState } from '#messages/run-worker'
import { createEngineDesk, type LoadRequest } from '#runner/engine-desk'
import { type FakeThread, startFakeThread } from '#test/support/fake-engine-thread'

const { signal } = new AbortController()
const SLOW = { steps: 4, stepMs: 30, fault: null }

/** The scripted engine takes what else is in a source for its script. */
function requestOf(model: string, script: Partial<FakeScript> = {}): LoadRequest {
  const source = { ...fakeSource(script), engine: 'wllama' as const, model, files: [], threads: 1 }
  return { source, workerUrl: 'http://localhost/engine.js', speed: null }
}

function deskOf() {
  const threads: FakeThread[] = []
  const states: EngineState[] = []
  const desk = createEngineDesk(
    () => {
      const thread = startFakeThread()
      threads.push(thread)
      return thread
    },
    () => performance.now(),
    state => states.push(state),
  )
  const alive = (): number => threads.filter(({ terminated }) => !terminated).length
  return { desk, states, alive }
}

describe('the one engine of a tab', () => {
  it('of models that are asked for at once, while another one loads, the last is loaded and no other', async () => {
    const { desk, alive } = deskOf()
    const asked = ['a', 'b', 'c'].map(model => desk.load(signal, requestOf(model, { load: SLOW })))
    const outcomes = await Promise.all(asked.map(load => load.then(({ state }) => state, problemOf)))
    expect(outcomes).toEqual([{ kind: 'cancelled' }, { kind: 'cancelled' }, 'ready'])
    expect(desk.state()).toMatchObject({ state: 'ready', model: 'c' })
    expect(alive()).toBe(1)
    await desk.unload()
    expect(alive()).toBe(0)
  })

  it('unloading spares the model that was asked for after it', async () => {
    const { desk, states, alive } = deskOf()
    await desk.load(signal, requestOf('a'))
    const [, state] = await Promise.all([desk.unload(), desk.load(signal, requestOf('b'))])
    expect(state).toMatchObject({ state: 'ready', model: 'b' })
    expect(desk.state()).toBe(states.at(-1))
    expect(alive()).toBe(1)
    await desk.unload()
  })

  it('unloading ends a loading', async () => {
    const { desk, alive } = deskOf()
    const load = desk.load(signal, requestOf('a', { load: SLOW })).catch(problemOf)
    await desk.unload()
    expect(await load).toEqual({ kind: 'cancelled' })
    expect([desk.state(), alive()]).toEqual([{ state: 'none' }, 0])
  })

  it('a start anew that the person stopped is no failure, and leaves no model', async () => {
    const { desk, alive } = deskOf()
    await desk.load(signal, requestOf('a', { load: SLOW }))
    const stop = new AbortController()
    const restart = desk.restart(stop.signal).catch(problemOf)
    stop.abort()
    expect(await restart).toEqual({ kind: 'cancelled' })
    expect([desk.state(), alive()]).toEqual([{ state: 'none' }, 0])
    expect(() => desk.model('a')).toThrow()
  })
})
