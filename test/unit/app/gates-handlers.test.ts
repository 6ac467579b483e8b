import { describe, expect, it } from 'vitest'
import { problemOf, ProblemError } from '#core/problem'
import type { PairFilter, StoredPair } from '#core/ports/project-store'
import { DEFAULT_THRESHOLDS } from '#core/verification/thresholds'
import type { GateProgress } from '#messages/gates'
import { fakeModel } from '#test/support/fake-model'
import { fakeProject } from '#test/screens/fake-data'
// eslint-disable-next-line house/no-far-parent -- only tests import from app, so it has no short name
import { createGates, type GateRoom } from '../../../src/app/workers/run/gates-handlers'

const NEVER = new AbortController().signal
const ASK = { gate: 'grounded', scope: 'ready', limit: null, anyway: true } as const
const SPEED = { prefill: 200, decode: 10, loadMs: 1 }

/** A room whose model takes its time, and in which a run may be driven. */
async function room(driven: { run: boolean }): Promise<{ room: GateRoom; pairs: StoredPair[]; told: unknown[] }> {
  const { pairs } = fakeProject({ sources: 3, pairs: 30 })
  const model = await fakeModel({ pace: { prefill: 20_000, decode: 20, waits: true } })
  const told: unknown[] = []
  return {
    pairs,
    told,
    room: {
      store: () => ({
        pairs: async ({ states }: PairFilter, after, limit) =>
          pairs.filter(({ key, pair }) => key > after && states.includes(pair.state)).slice(0, limit),
        pair: async key => pairs.find(stored => stored.key === key),
        text: async () => 'A passage of the lighthouse.',
        runs: async () => [],
        settings: async () => ({ thresholds: DEFAULT_THRESHOLDS }),
        rejudge: async (_fence, judged) => judged.length,
      }),
      fence: () => 1,
      desk: {
        state: () => ({ state: 'ready', model: 'judge', engine: 'wllama', facts: model.facts, speed: SPEED }),
        model: () => model,
        speed: () => SPEED,
        restart: () => Promise.resolve(),
      },
      changed: what => told.push(what),
      idle: () => {
        if (driven.run) throw new ProblemError({ kind: 'run-active', run: 'r' })
      },
    },
  }
}

const kindOf = (act: () => unknown): string => {
  try {
    act()
    return 'nothing'
  } catch (thrown) {
    return problemOf(thrown).kind
  }
}

describe('gates in the run worker', () => {
  it('GATE18: judging is refused while a run is driven', async () => {
    const gates = createGates((await room({ run: true })).room)
    await expect(gates.handlers.judgeByModel(NEVER, ASK, () => undefined)).rejects.toMatchObject({
      problem: { kind: 'run-active' },
    })
    expect(kindOf(gates.idle)).toBe('nothing')
  })

  it('GATE18: while a model judges nothing else may begin; stopping ends it as a cancel does', async () => {
    const { room: made, told } = await room({ run: false })
    const gates = createGates(made)
    const heard: GateProgress[] = []
    const work = gates.handlers.judgeByModel(NEVER, ASK, progress => heard.push(progress))
    expect(kindOf(gates.idle)).toBe('judging-active')
    while (heard.length < 2) await new Promise(resolve => setTimeout(resolve, 20))
    const began = performance.now()
    await gates.stop()
    expect(performance.now() - began).toBeLessThan(1_000)
    expect(await work).toMatchObject({ ended: 'cancelled', judge: 'judge' })
    expect(kindOf(gates.idle)).toBe('nothing')
    expect(told.at(-1)).toEqual({ pairs: true })
  })
})
