import { describe, expect, it } from 'vitest'
import type { ProjectStore } from '#core/ports/project-store'
import { ALL, addSource, everyPair, fullRun, NEVER } from './samples'
import { type MakeStore, onStore } from './harness'

const nothing = (): void => undefined

async function countsByState(store: ProjectStore): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { state, count } of await store.tallies(null)) counts[state] = (counts[state] ?? 0) + count
  return counts
}

export function decisionRules(make: MakeStore): void {
  describe('decisions and undo', () => {
    it(
      'ACT1: a bulk act changes what the filter takes, says how many changed, and is one step of undo',
      onStore(make, async under => {
        const fence = await under.store.takeFence()
        const { keys } = await addSource(under.store, fence, 'a', 4, 10)
        await fullRun(under.store, fence, 'one', keys, 10, 3)
        const before = await countsByState(under.store)
        const seen: number[] = []
        const unsure = { ...ALL, states: ['unsure'] } as const
        const changed = await under.store.decide(NEVER, fence, { filter: unsure }, 'keep', done => seen.push(done))
        expect(changed).toBe(before['unsure'])
        expect(seen.at(-1)).toBe(changed)
        expect(await countsByState(under.store)).toEqual({
          ready: before['ready'],
          failed: before['failed'],
          kept: changed,
        })
        expect((await everyPair(under.store, { ...ALL, states: ['kept'] })).length).toBe(changed)
        const store = await under.reopen()
        expect(await store.canUndo()).toEqual({ undo: { kind: 'keep', pairs: changed }, redo: null, steps: 1 })
        const next = await store.takeFence()
        expect(await store.undo(next)).toEqual({ kind: 'keep', pairs: changed })
        expect(await countsByState(store)).toEqual(before)
        expect(await store.redo(next)).toEqual({ kind: 'keep', pairs: changed })
        expect((await countsByState(store))['kept']).toBe(changed)
        expect(await store.redo(next)).toBeNull()
      }),
    )

    it(
      'ACT1: a text in the filter decides only the pairs that hold it',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys } = await addSource(store, fence, 'a', 2, 10)
        await fullRun(store, fence, 'one', keys, 10, 2)
        const changed = await store.decide(NEVER, fence, { filter: { ...ALL, text: 'is 1.300' } }, 'drop', nothing)
        const dropped = await store.pairs({ ...ALL, states: ['dropped'] }, '', 100)
        expect(changed).toBe(2)
        expect(dropped.map(({ document, pair }) => [document, pair.passage.start])).toEqual([
          [1, 300],
          [1, 300],
        ])
      }),
    )

    it(
      'ACT2: an act that changes nothing is no step; a new act ends what could be done again',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys } = await addSource(store, fence, 'a', 1, 3)
        await fullRun(store, fence, 'one', keys, 3, 1)
        const [a, b] = (await store.pairs(ALL, '', 2)).map(({ key }) => key)
        if (a === undefined || b === undefined) throw new Error('too few')
        expect(await store.decide(NEVER, fence, { keys: [a] }, null, nothing)).toBe(0)
        expect((await store.canUndo()).steps).toBe(0)
        expect(await store.decide(NEVER, fence, { keys: [a, a, 'nonsense'] }, 'keep', nothing)).toBe(1)
        await store.undo(fence)
        expect((await store.canUndo()).redo).toEqual({ kind: 'keep', pairs: 1 })
        await store.decide(NEVER, fence, { keys: [b] }, 'drop', nothing)
        expect(await store.canUndo()).toEqual({ undo: { kind: 'drop', pairs: 1 }, redo: null, steps: 1 })
        expect(await store.redo(fence)).toBeNull()
        expect((await store.pair(a))?.pair.decision).toBeNull()
      }),
    )

    it(
      'ACT3: undo reaches 50 steps back',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys } = await addSource(store, fence, 'a', 1, 1)
        await fullRun(store, fence, 'one', keys, 1, 1)
        const [pair] = await store.pairs(ALL, '', 1)
        if (pair === undefined) throw new Error('none')
        for (let i = 0; i < 53; i++) {
          await store.decide(NEVER, fence, { keys: [pair.key] }, i % 2 === 0 ? 'keep' : 'drop', nothing)
        }
        expect((await store.canUndo()).steps).toBe(50)
        let steps = 0
        while ((await store.undo(fence)) !== null) steps++
        expect(steps).toBe(50)
        // The third act was a keep: the state before the 50 that can be undone.
        expect((await store.pair(pair.key))?.pair.decision).toBe('keep')
        expect((await store.canUndo()).steps).toBe(0)
      }),
    )

    it(
      'ACT4: an edit replaces words and checks, and undo brings back both and the decision',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys } = await addSource(store, fence, 'a', 2, 2)
        await fullRun(store, fence, 'one', keys, 2, 2)
        const [stored] = await store.pairs({ ...ALL, states: ['failed'] }, '', 1)
        if (stored === undefined) throw new Error('none')
        const { key, pair } = stored
        const edited = {
          ...pair,
          instruction: 'Edited?',
          language: 'other',
          task: 'new-task',
          checks: [],
          decision: 'keep',
          original: { instruction: pair.instruction, response: pair.response },
        } as const
        const tallies = await store.tallies(null)
        await store.edit(fence, key, edited)
        expect((await store.pair(key))?.pair).toEqual({ ...edited, state: 'kept' })
        expect(await everyPair(store, { ...ALL, tasks: ['new-task'], languages: ['other'] })).toEqual([key])
        expect(await store.undo(fence)).toEqual({ kind: 'edit', pairs: 1 })
        expect((await store.pair(key))?.pair).toEqual(pair)
        expect(await store.tallies(null)).toEqual(tallies)
        await store.redo(fence)
        expect((await store.pair(key))?.pair.instruction).toBe('Edited?')
        await expect(store.edit(fence, 'nonsense', edited)).rejects.toMatchObject({ problem: { kind: 'unexpected' } })
      }),
    )

    it(
      'ACT5: a bulk act that is cancelled has changed nothing',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys } = await addSource(store, fence, 'a', 10, 60)
        await fullRun(store, fence, 'one', keys, 60, 8)
        const before = await store.tallies(null)
        const cancel = { aborted: false }
        const act = store.decide(cancel, fence, { filter: ALL }, 'drop', () => {
          cancel.aborted = true
        })
        await expect(act).rejects.toMatchObject({ problem: { kind: 'cancelled' } })
        expect(await store.tallies(null)).toEqual(before)
        expect((await store.canUndo()).steps).toBe(0)
      }),
    )

    it(
      'ACT6: undo passes over pairs that were deleted meanwhile',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const a = await addSource(store, fence, 'a', 1, 2)
        const b = await addSource(store, fence, 'b', 1, 2)
        await fullRun(store, fence, 'one', [...a.keys, ...b.keys], 2, 1)
        const gone = await fullRun(store, fence, 'two', b.keys, 2, 1)
        await store.decide(NEVER, fence, { filter: ALL }, 'keep', nothing)
        await store.deleteSource(NEVER, fence, a.source)
        await store.deleteRun(NEVER, fence, gone.run.sequence)
        expect(await store.undo(fence)).toEqual({ kind: 'keep', pairs: 6 })
        expect((await store.pairs(ALL, '', 10)).map(({ pair }) => pair.decision)).toEqual([null, null])
      }),
    )

    it(
      'STORE15: pairs since the last backup are counted from what runs wrote',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys } = await addSource(store, fence, 'a', 2, 2)
        await fullRun(store, fence, 'one', keys, 2, 2)
        expect(await store.pairsSinceBackup()).toBe(8)
        await store.noteBackup(fence)
        expect(await store.pairsSinceBackup()).toBe(0)
        const { run } = await fullRun(store, fence, 'two', keys, 1, 1)
        expect(await store.pairsSinceBackup()).toBe(2)
        await store.deleteRun(NEVER, fence, run.sequence)
        expect(await store.pairsSinceBackup()).toBe(0)
      }),
    )
  })
}
