import { describe, expect, it } from 'vitest'
import type { ProjectStore } from '#core/ports/project-store'
import { ALL, addSource, everyPair, fullRun, NEVER, newPair, outcomeOf } from './samples'
import { type MakeStore, onStore } from './harness'

async function rowsByCategory(store: ProjectStore): Promise<Record<string, number>> {
  return Object.fromEntries((await store.usage()).map(({ category, rows }) => [category, rows]))
}

export function removalRules(make: MakeStore): void {
  describe('removing, restoring, deleting', () => {
    it(
      'STORE16: removing a source hides its pairs and takes them out of the counts; restoring undoes that',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const a = await addSource(store, fence, 'a', 3, 5)
        const b = await addSource(store, fence, 'b', 2, 5)
        const { run, plan } = await fullRun(store, fence, 'one', [...a.keys, ...b.keys], 5, 2)
        const before = await store.tallies(null)
        const pairs = await everyPair(store, ALL)
        await store.setSourceRemoved(fence, a.source, true)
        await store.setSourceRemoved(fence, a.source, true)
        expect((await store.pairs(ALL, '', 100)).every(({ document }) => b.keys.includes(document))).toBe(true)
        expect((await store.tallies(null)).reduce((sum, { count }) => sum + count, 0)).toBe(20)
        expect(await store.tallies(a.keys[0] ?? 0)).toEqual([])
        expect(await store.documentTallies(a.keys)).toEqual(new Map())
        // What happens to hidden pairs meanwhile shows in the counts when they come back.
        await store.decide(NEVER, fence, { keys: [pairs[0] ?? ''] }, 'keep', () => undefined)
        await store.setSourceRemoved(fence, a.source, false)
        expect(await everyPair(store, ALL)).toEqual(pairs)
        const after = await store.tallies(null)
        expect(after.filter(({ state }) => state === 'kept')).toMatchObject([{ count: 1 }])
        await store.undo(fence)
        expect(await store.tallies(null)).toEqual(before)
        expect((await store.runs()).find(({ id }) => id === run.id)?.pairs).toBe(plan.length * 2)
      }),
    )

    it(
      'STORE16: pairs written for a removed document stay out of sight until it is restored',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const a = await addSource(store, fence, 'a', 1, 2)
        const { run, plan } = await fullRun(store, fence, 'one', a.keys, 1, 1)
        await store.setSourceRemoved(fence, a.source, true)
        const [first] = plan
        if (first === undefined) throw new Error('no plan')
        const item = { ...first, position: 5, start: 100, end: 200 }
        await store.commit(fence, run.sequence, [outcomeOf(item, [newPair('one', item, 0)])], [], 0)
        expect(await store.tallies(null)).toEqual([])
        expect(await everyPair(store, ALL)).toEqual([])
        await store.setSourceRemoved(fence, a.source, false)
        expect((await store.tallies(null)).reduce((sum, { count }) => sum + count, 0)).toBe(2)
        expect((await everyPair(store, ALL)).length).toBe(2)
      }),
    )

    it(
      'STORE17: deleting a source frees all that came from it and leaves the rest as it was',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const a = await addSource(store, fence, 'a', 3, 40)
        const empty = await rowsByCategory(store)
        const b = await addSource(store, fence, 'b', 3, 40)
        await fullRun(store, fence, 'one', a.keys, 40, 4)
        const { run } = await fullRun(store, fence, 'both', [...b.keys, ...a.keys], 40, 4)
        await store.deleteSource(NEVER, fence, b.source)
        expect(await store.sources()).toHaveLength(1)
        expect((await store.pairs(ALL, '', 2_000)).every(({ document }) => a.keys.includes(document))).toBe(true)
        expect((await store.tallies(null)).reduce((sum, { count }) => sum + count, 0)).toBe(2 * 3 * 40 * 4)
        expect((await store.runs()).map(({ pairs }) => pairs)).toEqual([480, 480])
        expect(await store.text(b.keys[0] ?? 0, 0, 10)).toBe('')
        expect(await store.cut(b.keys[0] ?? 0)).toBeUndefined()
        const { texts, passages } = await rowsByCategory(store)
        expect({ texts, passages }).toEqual({ texts: empty['texts'], passages: empty['passages'] })
        expect(await store.planItems(run.sequence, 0, 1)).toHaveLength(1)
        await store.deleteSource(NEVER, fence, b.source)
      }),
    )

    it(
      'STORE17: a deletion that is cancelled is done for readers; the next writer frees the rest',
      onStore(make, async under => {
        const fence = await under.store.takeFence()
        const a = await addSource(under.store, fence, 'a', 2, 4)
        const b = await addSource(under.store, fence, 'b', 2, 4)
        const kept = await fullRun(under.store, fence, 'one', [...a.keys, ...b.keys], 4, 2)
        const gone = await fullRun(under.store, fence, 'two', b.keys, 4, 2)
        const stopped = { aborted: true }
        const cancelled = { problem: { kind: 'cancelled' } }
        await expect(under.store.deleteSource(stopped, fence, a.source)).rejects.toMatchObject(cancelled)
        await expect(under.store.deleteRun(stopped, fence, gone.run.sequence)).rejects.toMatchObject(cancelled)
        const check = async (store: ProjectStore): Promise<void> => {
          expect((await store.runs()).map(({ sequence }) => sequence)).toEqual([kept.run.sequence])
          expect((await store.pairs(ALL, '', 100)).map(({ run, document }) => [run, document])).toEqual(
            b.keys.flatMap(document => Array.from({ length: 8 }, () => [kept.run.sequence, document])),
          )
          expect((await store.tallies(null)).reduce((sum, { count }) => sum + count, 0)).toBe(16)
          expect(await store.document(a.keys[0] ?? 0)).toBeUndefined()
        }
        await check(under.store)
        const store = await under.reopen()
        await store.takeFence()
        await check(store)
        expect(await rowsByCategory(store)).toMatchObject({ texts: 2, passages: 2 })
        expect(await store.item(gone.run.sequence, 0)).toBeUndefined()
        expect(await store.planItems(gone.run.sequence, 0, 5)).toEqual([])
      }),
    )

    it(
      'STORE17: deleting a run frees its rows; its number is not used again',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys } = await addSource(store, fence, 'a', 2, 3)
        const one = await fullRun(store, fence, 'one', keys, 3, 2)
        const two = await fullRun(store, fence, 'two', keys, 3, 2)
        const [pair] = (await store.pairs(ALL, '', 10)).filter(({ run }) => run === two.run.sequence)
        await store.deleteRun(NEVER, fence, two.run.sequence)
        expect(await store.pair(pair?.key ?? '')).toBeUndefined()
        expect((await everyPair(store, ALL)).length).toBe(12)
        const three = await fullRun(store, fence, 'three', keys, 3, 2)
        expect(three.run.sequence).toBeGreaterThan(two.run.sequence)
        expect((await store.runs()).map(({ sequence }) => sequence)).toEqual([one.run.sequence, three.run.sequence])
        const late = store.commit(fence, two.run.sequence, [], [], 0)
        await expect(late).rejects.toMatchObject({ problem: { kind: 'run-missing' } })
      }),
    )
  })
}
