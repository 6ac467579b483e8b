import { beforeEach, describe, expect, it } from 'vitest'
import type { ItemOutcome } from '#core/ports/project-store'
import { type Problem, ProblemError } from '#core/problem'
import type { PlanItem } from '#core/run/run'
import type { RunStream } from '#messages/run-worker'
import { createPersistence } from '#runner/persistence'
import { createStreaming } from '#runner/run-stream'

const ITEM: PlanItem = {
  position: 4,
  chain: 4,
  round: 0,
  document: 7,
  start: 10,
  end: 90,
  headings: [],
  language: 'en',
}
const WRITTEN: ItemOutcome = {
  item: { position: 4, state: 'done', attempts: 1, pairs: 0, reason: 'no-tags', raw: 'x' },
  document: 7,
  start: 10,
  pairs: [],
}
const NEVER = new AbortController().signal
const lost: Problem = { kind: 'gpu-lost', detail: 'x' }

/** Writing that fails as listed, then works. */
function failing(...problems: readonly (Problem | null)[]): () => Promise<ItemOutcome> {
  let at = 0
  return () => {
    const problem = problems[at++] ?? null
    return problem === null ? Promise.resolve(WRITTEN) : Promise.reject(new ProblemError(problem))
  }
}

describe('writing through faults of the engine', () => {
  let restarts = 0
  let faults: Problem[] = []
  const restart = (): Promise<void> => {
    restarts++
    const fault = faults.shift()
    return fault === undefined ? Promise.resolve() : Promise.reject(new ProblemError(fault))
  }

  beforeEach(() => {
    restarts = 0
    faults = []
  })

  it.each(['gpu-lost', 'engine-gone', 'out-of-memory'] as const)(
    'RUN9: after %s the engine is started anew and the same item is written',
    async kind => {
      const persist = createPersistence(restart)
      expect(await persist(NEVER, ITEM, failing({ kind, detail: 'x' }))).toBe(WRITTEN)
      expect(restarts).toBe(1)
    },
  )

  it('RUN9: the third fault in a row pauses, counting those of starting anew', async () => {
    const persist = createPersistence(restart)
    faults = [lost]
    await expect(persist(NEVER, ITEM, failing(lost, lost))).rejects.toMatchObject({
      problem: { kind: 'run-keeps-failing', times: 3, last: lost },
    })
    expect(restarts).toBe(2)
  })

  it('RUN9: faults with a written item between them are not in a row', async () => {
    const persist = createPersistence(restart)
    for (let item = 0; item < 5; item++) await persist(NEVER, ITEM, failing(lost, lost))
    expect(restarts).toBe(10)
  })

  it('RUN9: what lies in the passage makes its item failed', async () => {
    const persist = createPersistence(restart)
    const overflow: Problem = { kind: 'context-overflow', promptTokens: 9, contextTokens: 8 }
    const { item } = await persist(NEVER, ITEM, failing(overflow))
    expect(item).toMatchObject({ position: 4, state: 'failed', reason: 'context-overflow' })
    expect(restarts).toBe(0)
  })

  it.each<Problem>([
    { kind: 'engine-refused', detail: 'x' },
    { kind: 'model-missing', model: 'm' },
  ])('RUN9: an engine that does not start again ($kind) pauses: its passage is not to blame', async problem => {
    const persist = createPersistence(restart)
    faults = [problem]
    await expect(persist(NEVER, ITEM, failing(lost))).rejects.toMatchObject({ problem })
  })

  it('throws everything else, and a fault after the person stopped', async () => {
    const persist = createPersistence(restart)
    await expect(persist(NEVER, ITEM, failing({ kind: 'quota-full' }))).rejects.toMatchObject({
      problem: { kind: 'quota-full' },
    })
    await expect(persist(AbortSignal.abort(), ITEM, failing(lost))).rejects.toMatchObject({ problem: lost })
    await expect(createPersistence(null)(NEVER, ITEM, failing(lost))).rejects.toMatchObject({ problem: lost })
    expect(restarts).toBe(0)
  })
})

describe('telling what a model writes', () => {
  it('tells ten times a second at most, all of the text each time, and starts anew with each attempt', () => {
    let now = 1_000
    const told: RunStream[] = []
    const streaming = createStreaming(
      () => now,
      stream => told.push(stream),
    )
    streaming.add('nobody listens', 1)
    streaming.begin(3, ITEM)
    for (let token = 0; token < 40; token++) {
      now += 20
      streaming.add('a', 1)
    }
    expect(told.length).toBe(9)
    expect(told.at(-1)).toEqual({ run: 3, document: 7, start: 10, end: 90, text: 'a'.repeat(40), attempt: 1 })
    now += 200
    streaming.add('b', 2)
    expect(told.at(-1)).toMatchObject({ text: 'b', attempt: 2 })
  })
})
