import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { ProjectStore } from '#core/ports/project-store'
import { createProject } from '#storage/projects'
import { faultyStore, type Faults, noFaults } from '#test/contract/storage/faulty-store'
import { ALL, addSource, fullRun, NEVER, newPair, newRun, outcomeOf, planOver } from '#test/contract/storage/samples'

const quotaFull = { problem: { kind: 'quota-full' } }

async function project(): Promise<{ store: ProjectStore; faults: Faults; id: string; opened: () => number }> {
  const { id } = await createProject('p', 1)
  const faults = noFaults()
  return { id, faults, ...(await faultyStore(id, faults)) }
}

describe('when the browser refuses', () => {
  it('LEDGER2: a quota that fills at any write of a commit leaves nothing of it, and the same commit works later', async () => {
    const { store, faults } = await project()
    const fence = await store.takeFence()
    const { keys } = await addSource(store, fence, 'a', 3, 3)
    const plan = planOver(keys, 3)
    const { sequence } = await store.createRun(fence, newRun('r', plan.length), plan, [])
    const outcomes = plan.slice(0, 4).map(item => outcomeOf(item, [newPair('r', item, 0), newPair('r', item, 1)]))
    const before = await store.runs()
    let writes = 0
    for (; ; writes++) {
      Object.assign(faults, { after: writes, kind: 'quota' })
      const failed = await store.commit(fence, sequence, outcomes, [5], 10).then(
        () => false,
        (error: unknown) => {
          expect(error).toMatchObject(quotaFull)
          return true
        },
      )
      if (!failed) break
      expect(await store.runs()).toEqual(before)
      expect(await store.pairs(ALL, '', 100)).toEqual([])
      expect(await store.tallies(null)).toEqual([])
      expect(await store.settledPositions(sequence)).toEqual([])
      expect(await store.item(sequence, 5)).toBeUndefined()
    }
    // Items, pairs, index and run: a fault was tried at each.
    expect(writes).toBe(4)
    expect((await store.runs())[0]).toMatchObject({ done: 4, pairs: 8, activeMs: 10 })
    expect(await store.pairs(ALL, '', 100)).toHaveLength(8)
  })

  it('STORE8: with a full quota the pen can still be taken and a run and a source be deleted', async () => {
    const { store, faults, id } = await project()
    const old = await store.takeFence()
    const a = await addSource(store, old, 'a', 2, 2)
    const b = await addSource(store, old, 'b', 2, 2)
    const keys = [...a.keys, ...b.keys]
    const one = await fullRun(store, old, 'one', keys, 2, 2)
    const two = await fullRun(store, old, 'two', keys, 2, 2)
    Object.assign(faults, { after: 0, kind: 'quota', always: true })
    await expect(addSource(store, old, 'c', 1, 1)).rejects.toMatchObject(quotaFull)

    const other = await faultyStore(id, faults)
    const fence = await other.store.takeFence()
    await expect(store.deleteRun(NEVER, old, one.run.sequence)).rejects.toMatchObject({
      problem: { kind: 'lost-lock' },
    })
    await other.store.deleteRun(NEVER, fence, two.run.sequence)
    await other.store.deleteSource(NEVER, fence, a.source)
    const again = await other.store.takeFence()
    expect(new Set([old, fence, again]).size).toBe(3)

    const check = async (reader: ProjectStore): Promise<void> => {
      expect((await reader.runs()).map(({ sequence }) => sequence)).toEqual([one.run.sequence])
      expect((await reader.pairs(ALL, '', 100)).map(({ document }) => document)).toEqual(
        b.keys.flatMap(key => [key, key, key, key]),
      )
      expect((await reader.tallies(null)).reduce((sum, { count }) => sum + count, 0)).toBe(8)
      expect((await reader.documents({ after: -1, limit: 9, removed: true })).map(({ order }) => order)).toEqual(b.keys)
    }
    await check(other.store)
    Object.assign(faults, noFaults())
    const last = await other.store.takeFence()
    await check(other.store)
    expect((await other.store.runs())[0]?.pairs).toBe(8)
    await expect(other.store.chooseRun(again, one.run.sequence, false)).rejects.toMatchObject({
      problem: { kind: 'lost-lock' },
    })
    await other.store.chooseRun(last, one.run.sequence, true)
  })

  it.each(['before', 'after'])(
    'STORE9: a deletion cut off with a full quota is right for readers %s it is counted anew',
    async when => {
      const { store, faults } = await project()
      const fence = await store.takeFence()
      const a = await addSource(store, fence, 'a', 2, 2)
      const b = await addSource(store, fence, 'b', 2, 2)
      await fullRun(store, fence, 'one', [...a.keys, ...b.keys], 2, 2)
      await store.setSourceRemoved(fence, b.source, true)
      Object.assign(faults, { after: 0, kind: 'quota', always: true })
      const cutOff = store.deleteSource({ aborted: true }, fence, a.source)
      await expect(cutOff).rejects.toMatchObject({ problem: { kind: 'cancelled' } })
      expect(await store.document(a.keys[0] ?? -1)).toBeUndefined()
      expect(await store.documentBySha256('hash of a/0')).toBeUndefined()
      expect((await store.documents({ after: -1, limit: 9, removed: true })).map(({ order }) => order)).toEqual(b.keys)
      expect(await store.pairs(ALL, '', 100)).toEqual([])
      expect(await store.tallies(null)).toEqual([])
      Object.assign(faults, noFaults())
      const count = async (): Promise<number> =>
        (await store.tallies(null)).reduce((sum, tally) => sum + tally.count, 0)
      const restore = (under: number): Promise<void> => store.setSourceRemoved(under, b.source, false)
      if (when === 'before') await restore(fence)
      expect(await count()).toBe(when === 'before' ? 8 : 0)
      const next = await store.takeFence()
      expect(await count()).toBe(when === 'before' ? 8 : 0)
      if (when === 'after') await restore(next)
      expect(await count()).toBe(8)
      expect((await store.runs())[0]?.pairs).toBe(8)
      expect((await store.pairs(ALL, '', 100)).map(({ document }) => document)).toEqual(
        b.keys.flatMap(key => [key, key, key, key]),
      )
      expect((await store.usage()).find(({ category }) => category === 'texts')?.rows).toBe(2)
    },
  )

  it('STORE8: spare fences run out, and writing again makes new ones', async () => {
    const { store, faults } = await project()
    Object.assign(faults, { after: 0, kind: 'quota', always: true })
    const fences = new Set<number>()
    for (let i = 0; i < 15; i++) fences.add(await store.takeFence())
    expect(fences.size).toBe(15)
    await expect(store.takeFence()).rejects.toMatchObject(quotaFull)
    Object.assign(faults, noFaults())
    const fence = await store.takeFence()
    expect(fences.has(fence)).toBe(false)
    await store.noteBackup(fence)
    await expect(store.noteBackup(Math.max(...fences))).rejects.toMatchObject({ problem: { kind: 'lost-lock' } })
  })

  it('STORE4: a lost connection is opened again and the write done once; one that stays lost is said to be unavailable', async () => {
    const { store, faults, opened } = await project()
    const fence = await store.takeFence()
    const { keys } = await addSource(store, fence, 'a', 1, 2)
    const before = opened()
    Object.assign(faults, { after: 1, kind: 'connection-lost' })
    const { run } = await fullRun(store, fence, 'r', keys, 2, 2)
    expect(run).toMatchObject({ done: 2, pairs: 4 })
    expect(opened()).toBe(before + 1)
    Object.assign(faults, { after: 0, kind: 'connection-lost', always: true })
    await expect(store.noteBackup(fence)).rejects.toMatchObject({ problem: { kind: 'storage-unavailable' } })
    expect(opened()).toBe(before + 3)
    Object.assign(faults, noFaults())
    await store.noteBackup(fence)
    expect(await store.pairsSinceBackup()).toBe(0)
  })
})
