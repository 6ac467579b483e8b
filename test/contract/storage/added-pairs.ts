import { describe, expect, it } from 'vitest'
import type { Pair } from '#core/synthesis/pair'
import { type MakeStore, onStore } from './harness'
import { ALL, addSource, everyPair, fullRun, NEVER, newPair, newRun, outcomeOf, planOver } from './samples'

/** A pair of the person's own for a passage. */
export function ownPair(document: number, start: number, task = 'own'): Pair {
  const item = {
    position: 0,
    chain: 0,
    round: 0,
    document,
    start,
    end: start + 100,
    headings: [],
    language: 'zh',
  } as const
  const pair = newPair('own', item, 0, { task, language: 'zh', decision: 'keep', instruction: 'Mine?' })
  return { ...pair, id: `own ${document} ${start} ${task}` }
}

export function addedPairRules(make: MakeStore): void {
  describe('pairs of the person’s own', () => {
    it(
      'ACT7: a pair is added behind those of its passage, as one step of undo that leaves it dropped',
      onStore(make, async under => {
        const { store } = under
        const fence = await store.takeFence()
        const { keys } = await addSource(store, fence, 'a', 2, 3)
        const { run } = await fullRun(store, fence, 'one', keys, 3, 2)
        const [document = -1] = keys
        const pair = ownPair(document, 100)
        const key = await store.addPair(fence, run.sequence, { document, start: 100 }, pair)
        const here = await store.pairs({ ...ALL, document }, '', 100)
        expect(here.map(stored => stored.key).indexOf(key)).toBe(4)
        expect(here[4]?.pair).toEqual(pair)
        expect(here.map(stored => stored.key)).toEqual(here.map(stored => stored.key).sort())
        expect(await store.canUndo()).toEqual({ undo: { kind: 'add', pairs: 1 }, redo: null, steps: 1 })
        const own = { state: 'kept', task: 'own', language: 'zh', count: 1 } as const
        expect(await store.tallies(null)).toContainEqual(own)
        expect(await store.undo(fence)).toEqual({ kind: 'add', pairs: 1 })
        expect((await store.pair(key))?.pair).toEqual({ ...pair, decision: 'drop', state: 'dropped' })
        expect(await store.tallies(null)).toContainEqual({ ...own, state: 'dropped' })
        const again = await under.reopen()
        const next = await again.takeFence()
        expect(await again.redo(next)).toEqual({ kind: 'add', pairs: 1 })
        expect((await again.pair(key))?.pair).toEqual(pair)
        expect((await again.tallies(null)).reduce((sum, { count }) => sum + count, 0)).toBe(13)
      }),
    )

    it(
      'LEDGER10: a pair can be added where the run wrote nothing; what the run writes there later comes behind it',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys, source } = await addSource(store, fence, 'a', 1, 4)
        const [document = -1] = keys
        const plan = planOver(keys, 2)
        const { sequence } = await store.createRun(fence, newRun('r', plan.length), plan, [])
        const before = await store.pairsSinceBackup()
        const first = await store.addPair(fence, sequence, { document, start: 100 }, ownPair(document, 100))
        const outside = await store.addPair(fence, sequence, { document, start: 350 }, ownPair(document, 350))
        const [, item] = plan
        if (item === undefined) throw new Error('no item')
        const run = await store.commit(fence, sequence, [outcomeOf(item, [newPair('r', item, 0)])], [], 1)
        expect(run).toMatchObject({ done: 1, pairs: 3 })
        expect(await store.settledPositions(sequence)).toEqual([1])
        const third = await store.addPair(fence, sequence, { document, start: 100 }, ownPair(document, 100, 'more'))
        const all = await everyPair(store, ALL)
        expect([all[0], all[2], all[3]]).toEqual([first, third, outside])
        expect((await store.pairs(ALL, '', 9)).map(({ pair }) => pair.task)).toEqual([
          'own',
          'definition',
          'more',
          'own',
        ])
        expect(await store.pairsSinceBackup()).toBe(before + 4)
        expect(await store.passageTallies(document)).toHaveLength(4)
        const nowhere = store.addPair(fence, 99, { document, start: 0 }, ownPair(document, 0))
        await expect(nowhere).rejects.toMatchObject({ problem: { kind: 'run-missing' } })
        await store.deleteSource(NEVER, fence, source)
        const gone = store.addPair(fence, sequence, { document, start: 0 }, ownPair(document, 0))
        await expect(gone).rejects.toMatchObject({ problem: { kind: 'unexpected' } })
        expect(await store.tallies(null)).toEqual([])
      }),
    )
  })
}
