import { describe, expect, it } from 'vitest'
import type { PairFilter, StoredPair } from '#core/ports/project-store'
import { ALL, addSource, everyPair, fullRun, NEVER } from './samples'
import { type MakeStore, onStore } from './harness'

const FILTERS: readonly PairFilter[] = [
  ALL,
  { ...ALL, states: ['ready'] },
  { ...ALL, states: ['failed', 'unsure'] },
  { ...ALL, tasks: ['cause'] },
  { ...ALL, languages: ['zh'] },
  { ...ALL, document: 3 },
  { ...ALL, states: ['unsure'], tasks: ['list', 'cause'], languages: ['en'] },
  { ...ALL, states: ['failed'], document: 5 },
  { ...ALL, states: ['kept'] },
  { ...ALL, tasks: ['no such task'] },
  { ...ALL, checks: ['support'] },
  { ...ALL, checks: ['tone'] },
  { ...ALL, checks: ['evidence', 'length'], states: ['failed'], languages: ['zh'] },
  { ...ALL, checks: ['length', 'tone'], document: 4, tasks: ['list'] },
  { ...ALL, checks: ['round-trip', 'no such check'] },
]

export function takes(filter: PairFilter, { pair, document }: StoredPair): boolean {
  const has = <T>(list: readonly T[], value: T): boolean => list.length === 0 || list.includes(value)
  return (
    has(filter.states, pair.state) &&
    has(filter.tasks, pair.task) &&
    has(filter.languages, pair.language) &&
    (filter.checks.length === 0 ||
      pair.checks.some(({ name, result }) => result !== 'pass' && filter.checks.includes(name))) &&
    (filter.document === null || filter.document === document)
  )
}

export function pairRules(make: MakeStore): void {
  describe('pairs', () => {
    it(
      'STORE6, STORE20: pages of any filter hold the visible pairs in order of document, passage, run and place',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys } = await addSource(store, fence, 'a', 6, 40)
        await fullRun(store, fence, 'one', keys, 40, 4)
        await fullRun(store, fence, 'two', keys.slice(2), 20, 2)
        const all: StoredPair[] = []
        for (let after = ''; ; ) {
          const page = await store.pairs(ALL, after, 333)
          all.push(...page)
          after = page.at(-1)?.key ?? ''
          if (page.length < 333) break
        }
        expect(all.length).toBe(6 * 40 * 4 + 4 * 20 * 2)
        expect(all.map(({ key }) => key)).toEqual([...all.map(({ key }) => key)].sort())
        for (let i = 1; i < all.length; i++) {
          const [a, b] = [all[i - 1], all[i]]
          if (a === undefined || b === undefined) continue
          const order = a.document - b.document || a.pair.passage.start - b.pair.passage.start || a.run - b.run
          expect(order).toBeLessThanOrEqual(0)
        }
        expect(all.filter(stored => FILTERS.slice(-5, -1).every(filter => !takes(filter, stored))).length).not.toBe(0)
        for (const filter of FILTERS) {
          const expected = all.filter(stored => takes(filter, stored))
          expect(await everyPair(store, filter, 61)).toEqual(expected.map(({ key }) => key))
          const middle = expected[Math.floor(expected.length / 2)]?.key ?? ''
          const before = expected.filter(({ key }) => key < middle)
          expect(await store.pairsBefore(filter, middle, 50)).toEqual(middle === '' ? [] : before.slice(-50))
        }
      }),
    )

    it(
      'STORE13: counts by state, task and language agree with the pairs, for the project and for documents',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys } = await addSource(store, fence, 'a', 5, 7)
        await fullRun(store, fence, 'one', keys, 7)
        await fullRun(store, fence, 'two', keys.slice(1, 3), 7, 1)
        const pairs = await store.pairs(ALL, '', 1_000)
        const count = (document: number | null): number =>
          pairs.filter(stored => document === null || stored.document === document).length
        for (const document of [null, ...keys]) {
          const tallies = await store.tallies(document)
          expect(tallies.reduce((sum, tally) => sum + tally.count, 0)).toBe(count(document))
          for (const tally of tallies) {
            const filter: PairFilter = {
              ...ALL,
              document,
              states: [tally.state],
              tasks: [tally.task],
              languages: [tally.language],
            }
            expect(pairs.filter(stored => takes(filter, stored)).length).toBe(tally.count)
          }
        }
        const byDocument = await store.documentTallies([...keys, 99])
        expect([...byDocument.keys()].sort()).toEqual([...keys])
        for (const [document, tallies] of byDocument) {
          expect(tallies.reduce((sum, tally) => sum + tally.count, 0)).toBe(count(document))
        }
      }),
    )

    it(
      'STORE14: a text is found in instruction or response, whatever its case, and a search can be cancelled',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys } = await addSource(store, fence, 'a', 8, 30)
        await fullRun(store, fence, 'one', keys, 30, 3)
        const find = async (text: string, filter: PairFilter = ALL): Promise<string[]> => {
          const found: string[] = []
          await store.searchPairs(NEVER, { ...filter, text }, batch => found.push(...batch.map(({ key }) => key)))
          return found
        }
        const pairs = await store.pairs(ALL, '', 1_000)
        const expected = pairs.filter(({ pair }) => pair.instruction.includes('is 5.1')).map(({ key }) => key)
        expect(expected.length).toBeGreaterThan(3)
        expect(await find('IS 5.1')).toEqual(expected)
        expect((await find('它是 700')).length).toBe(24)
        expect(await find('它是 700', { ...ALL, document: 3 })).toHaveLength(3)
        expect(await find('nowhere')).toEqual([])
        const cancel = { aborted: false }
        let batches = 0
        const search = store.searchPairs(cancel, { ...ALL, text: 'what' }, () => {
          batches++
          cancel.aborted = true
        })
        await expect(search).rejects.toMatchObject({ problem: { kind: 'cancelled' } })
        expect(batches).toBe(1)
      }),
    )

    it(
      'STORE6: a key that names nothing gives nothing',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys } = await addSource(store, fence, 'a', 1, 1)
        await fullRun(store, fence, 'one', keys, 1, 1)
        const [only] = await store.pairs(ALL, '', 5)
        expect(await store.pair('nonsense')).toBeUndefined()
        expect(await store.pair(`${(only?.key ?? '').slice(0, -1)}7`)).toBeUndefined()
        expect(await store.pairs(ALL, only?.key ?? '', 5)).toEqual([])
        expect(await store.pairsBefore(ALL, only?.key ?? '', 5)).toEqual([])
      }),
    )
  })
}
