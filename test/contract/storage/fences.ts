import { describe, expect, it } from 'vitest'
import { DEFAULT_CHUNK_SETTINGS } from '#core/documents/passage'
import { ALL, addSource, everyPair, fullRun, NEVER, newDocument, newPair, newRun, outcomeOf } from './samples'
import { type MakeStore, onStore } from './harness'

export function fenceRules(make: MakeStore): void {
  describe('fences', () => {
    it(
      'STORE8: a newer fence makes every write under an older one fail, and nothing is written',
      onStore(make, async under => {
        const { store } = under
        const old = await store.takeFence()
        const { source, keys } = await addSource(store, old, 'a', 2, 2)
        const { run, plan } = await fullRun(store, old, 'one', keys, 2, 1)
        const [pair] = await store.pairs(ALL, '', 1)
        const [item] = plan
        if (pair === undefined || item === undefined) throw new Error('too few')
        const text = await store.beginText(old)
        const other = await under.another()
        const fence = await other.takeFence()
        expect(fence).not.toBe(old)

        const before = [
          await store.sources(),
          await store.runs(),
          await everyPair(store, ALL),
          await store.tallies(null),
        ]
        const late = { ...item, position: 9 }
        const writes = [
          () => store.beginSource(old, { name: 'x', kind: 'text', bytes: 1 }),
          () => store.addDocuments(old, [newDocument(source, 'x', 'x')], DEFAULT_CHUNK_SETTINGS),
          () => store.beginText(old),
          () => store.appendText(old, text, 'x'.repeat(700_000)),
          () => store.discardText(old, text),
          () => store.replaceCut(old, { document: keys[0] ?? 0, settings: DEFAULT_CHUNK_SETTINGS, passages: [] }),
          () => store.createRun(old, newRun('late', 0), [], []),
          () => store.commit(old, run.sequence, [outcomeOf(late, [newPair('one', late, 0)])], [], 1),
          () => store.setRunStatus(old, run.sequence, 'cancelled', null),
          () => store.chooseRun(old, run.sequence, false),
          () => store.decide(NEVER, old, { filter: ALL }, 'drop', () => undefined),
          () => store.edit(old, pair.key, pair.pair),
          () => store.undo(old),
          () => store.setSourceRemoved(old, source, true),
          () => store.noteBackup(old),
          () => store.deleteSource(NEVER, old, source),
          () => store.deleteRun(NEVER, old, run.sequence),
        ]
        for (const write of writes) {
          await expect(write(), String(write)).rejects.toMatchObject({ problem: { kind: 'lost-lock' } })
        }
        const after = [
          await store.sources(),
          await store.runs(),
          await everyPair(store, ALL),
          await store.tallies(null),
        ]
        expect(after).toEqual(before)
        expect(await other.decide(NEVER, fence, { keys: [pair.key] }, 'keep', () => undefined)).toBe(1)
        expect((await store.pair(pair.key))?.pair.decision).toBe('keep')
      }),
    )

    it(
      'STORE7: taking the fence pauses what a dead holder left running',
      onStore(make, async under => {
        const fence = await under.store.takeFence()
        const { keys } = await addSource(under.store, fence, 'a', 1, 2)
        const one = await fullRun(under.store, fence, 'one', keys, 2, 1)
        const two = await fullRun(under.store, fence, 'two', keys, 2, 1)
        await under.store.setRunStatus(fence, two.run.sequence, 'done', null)
        const store = await under.reopen()
        expect((await store.runs()).map(({ status }) => status)).toEqual(['running', 'done'])
        await store.takeFence()
        expect((await store.runs()).map(({ status }) => status)).toEqual(['paused', 'done'])
        expect((await store.runs())[0]).toMatchObject({ pairs: one.run.pairs, done: 2 })
      }),
    )
  })
}
