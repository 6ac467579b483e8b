import { describe, expect, it } from 'vitest'
import type { BlindSample } from '#core/evaluation/blind-sample'
import type { CheckTally, Judged, PairFilter, StoredPair } from '#core/ports/project-store'
import type { Check, State } from '#core/synthesis/pair'
import { stateOf } from '#core/verification/state'
import { DEFAULT_THRESHOLDS } from '#core/verification/thresholds'
import { type MakeStore, onStore } from './harness'
import { takes } from './pairs'
import { ALL, addSource, everyPair, fullRun, NEVER, newPair, newRun, outcomeOf, planOver } from './samples'

const failed = (name: string, values: Check['values'] = {}): Check => ({ name, result: 'fail', reason: 'odd', values })
const passed = (name: string): Check => ({ name, result: 'pass', reason: 'ok' })

const DOUBT: readonly State[] = ['unsure', 'failed', 'ready', 'kept', 'dropped']

function troublesOf({ pair }: StoredPair): string[] {
  return [...new Set(pair.checks.filter(({ result }) => result !== 'pass').map(({ name }) => name))]
}

function checkCounts(pairs: readonly StoredPair[]): CheckTally[] {
  const counts = new Map<string, number>()
  for (const name of pairs.flatMap(troublesOf)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([check, count]) => ({ check, count }))
}

const sorted = (rows: readonly object[]): string[] => rows.map(row => JSON.stringify(row)).sort()

export function sampleOf(id: string, createdAt: number, entries: BlindSample['entries'] = []): BlindSample {
  return { id, seed: 3, createdAt, population: { export: 9, failed: 2 }, written: { 1: 11 }, entries }
}

export function judgingRules(make: MakeStore): void {
  describe('judging', () => {
    it(
      'STORE20: counts by check, and by state, task and language under checks, agree with the pairs',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys } = await addSource(store, fence, 'a', 5, 12)
        const hidden = await addSource(store, fence, 'hidden', 1, 5)
        await fullRun(store, fence, 'one', [...keys, ...hidden.keys], 12)
        await fullRun(store, fence, 'two', keys.slice(1, 3), 7, 2)
        const unchosen = await fullRun(store, fence, 'three', keys, 2, 2)
        await store.chooseRun(fence, unchosen.run.sequence, false)
        await store.setSourceRemoved(fence, hidden.source, true)
        await store.decide(NEVER, fence, { filter: { ...ALL, tasks: ['list'] } }, 'drop', () => undefined)
        const pairs = await store.pairs(ALL, '', 10_000)
        for (const document of [null, keys[1] ?? null, hidden.keys[0] ?? null]) {
          const here = pairs.filter(stored => document === null || stored.document === document)
          expect(sorted(await store.checkTallies(document))).toEqual(sorted(checkCounts(here)))
          const filter = { states: ['failed', 'dropped'], tasks: ['cause', 'list'], languages: ['zh'] } as const
          const taken = here.filter(stored => takes({ ...ALL, ...filter }, stored))
          expect(sorted(await store.checkTallies(document, filter))).toEqual(sorted(checkCounts(taken)))
          for (const checks of [['support'], ['tone'], ['length', 'evidence'], ['no such check']]) {
            const tallies = await store.tallies(document, checks)
            const filtered = here.filter(stored => takes({ ...ALL, checks }, stored))
            expect(tallies.reduce((sum, { count }) => sum + count, 0)).toBe(filtered.length)
            for (const { state, task, language, count } of tallies) {
              const one = { ...ALL, states: [state], tasks: [task], languages: [language] }
              expect(filtered.filter(stored => takes(one, stored)).length).toBe(count)
            }
          }
        }
        expect((await store.checkTallies(null)).map(({ check }) => check).sort()).toEqual(
          ['evidence', 'length', 'support', 'tone'].sort(),
        )
      }),
    )

    it(
      'STORE20: a bulk decision by check changes what the filter shows',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys } = await addSource(store, fence, 'a', 4, 10)
        await fullRun(store, fence, 'one', keys, 10)
        for (const checks of [['tone'], ['support', 'evidence']]) {
          const filter: PairFilter = { ...ALL, checks, languages: ['en'] }
          const shown = await everyPair(store, filter)
          expect(shown.length).toBeGreaterThan(5)
          expect(await store.decide(NEVER, fence, { filter }, 'keep', () => undefined)).toBe(shown.length)
          expect(await everyPair(store, { ...filter, states: ['kept'] })).toEqual(shown)
        }
      }),
    )

    it(
      'STORE21: pairs are listed by doubt and by task; what is equal there stays in the order of keys',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys } = await addSource(store, fence, 'a', 4, 9)
        await fullRun(store, fence, 'one', keys, 9)
        await fullRun(store, fence, 'two', keys.slice(1, 3), 9, 2)
        const [first, second] = await store.pairs({ ...ALL, states: ['failed'] }, '', 2)
        if (first === undefined || second === undefined) throw new Error('too few')
        const checks = [failed('support'), failed('cap'), failed('leak'), passed('tone')]
        await store.rejudge(fence, [{ key: second.key, pair: second.pair.id, checks, checksVersion: undefined }])
        await store.decide(NEVER, fence, { keys: [first.key] }, 'keep', () => undefined)
        const pairs = await store.pairs(ALL, '', 10_000)
        for (const filter of [ALL, { ...ALL, states: ['failed', 'kept'] as const }, { ...ALL, checks: ['tone'] }]) {
          const taken = pairs.filter(stored => takes(filter, stored))
          const keysOf = (list: readonly StoredPair[]): string[] => list.map(({ key }) => key)
          const ordered = { ...filter, text: 'is ignored' }
          expect(await store.orderedKeys(NEVER, ordered, 'place')).toEqual(keysOf(taken))
          const doubt = [...taken].sort(
            (a, b) =>
              DOUBT.indexOf(a.pair.state) - DOUBT.indexOf(b.pair.state) || troublesOf(b).length - troublesOf(a).length,
          )
          expect(await store.orderedKeys(NEVER, ordered, 'doubt')).toEqual(keysOf(doubt))
          const task = [...taken].sort((a, b) => (a.pair.task < b.pair.task ? -1 : a.pair.task > b.pair.task ? 1 : 0))
          expect(await store.orderedKeys(NEVER, ordered, 'task')).toEqual(keysOf(task))
        }
        for (const order of ['place', 'doubt', 'task', 'repetition'] as const) {
          const cancelled = store.orderedKeys({ aborted: true }, ALL, order)
          await expect(cancelled).rejects.toMatchObject({ problem: { kind: 'cancelled' } })
        }
      }),
    )

    it(
      'STORE21: pairs that repeat one another stand together, the one that the others repeat first',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys } = await addSource(store, fence, 'a', 1, 8)
        const plan = planOver(keys, 8)
        const { sequence } = await store.createRun(fence, newRun('r', plan.length), plan, [])
        // Passage by passage: which pair each one repeats.
        const repeats = [null, 4, 0, null, null, 2, 99, 4]
        const pairs = plan.map((item, i) => {
          const of = repeats[i]
          const pair = newPair('r', item, 0, { instruction: `"id":"r ${keys[0]} 400 0" is no id of mine` })
          const check =
            of === null || of === undefined
              ? passed('duplicate')
              : failed('duplicate', { of: `r ${keys[0]} ${of * 100} 0` })
          const checks = [check]
          return { ...pair, checks, state: stateOf(null, checks) }
        })
        await store.commit(
          fence,
          sequence,
          plan.map((item, i) => outcomeOf(item, pairs.slice(i, i + 1))),
          [],
          1,
        )
        const all = await everyPair(store, ALL)
        const at = (order: readonly string[]): number[] => order.map(key => all.indexOf(key))
        expect(at(await store.orderedKeys(NEVER, ALL, 'repetition'))).toEqual([0, 2, 5, 4, 1, 7])
        const failedOnes: PairFilter = { ...ALL, states: ['failed'] }
        expect(at(await store.orderedKeys(NEVER, failedOnes, 'repetition'))).toEqual([2, 5, 1, 7])
      }),
    )

    it(
      'STORE22: settings are kept; what was never set, or has no number, has its default',
      onStore(make, async under => {
        expect(await under.store.settings()).toEqual({ thresholds: DEFAULT_THRESHOLDS })
        const fence = await under.store.takeFence()
        const thresholds = { ...DEFAULT_THRESHOLDS, repetition: 0.7, perTask: 3 }
        await under.store.saveSettings(fence, { thresholds: { ...thresholds, grounded: Number.NaN } })
        const store = await under.reopen()
        expect(await store.settings()).toEqual({ thresholds })
      }),
    )

    it(
      'STORE22: blind checks are kept, newest first, and one with the same id takes the place of the other',
      onStore(make, async under => {
        const fence = await under.store.takeFence()
        const { keys, source } = await addSource(under.store, fence, 'a', 1, 2)
        const { run } = await fullRun(under.store, fence, 'one', keys, 2, 1)
        const [stored] = await under.store.pairs(ALL, '', 1)
        if (stored === undefined) throw new Error('none')
        const entry = { key: stored.key, pair: stored.pair.id, words: 'w', stratum: 'export', checks: ['cap'] } as const
        const sizes = async () => (await under.store.usage()).find(({ category }) => category === 'ledger')
        const before = await sizes()
        await under.store.saveSample(fence, sampleOf('a', 1))
        await under.store.saveSample(fence, sampleOf('b', 2, [{ ...entry, verdict: null, why: null }]))
        const marked = sampleOf('b', 2, [{ ...entry, verdict: 'wrong', why: 'number' }])
        await under.store.saveSample(fence, marked)
        expect(await under.store.samples()).toEqual([marked, sampleOf('a', 1)])
        const after = await sizes()
        expect((after?.rows ?? 0) - (before?.rows ?? 0)).toBe(2)
        expect((after?.bytes ?? 0) - (before?.bytes ?? 0)).toBeGreaterThan(200)
        // A blind check outlives the pairs that it is about.
        await under.store.deleteSource(NEVER, fence, source)
        await under.store.deleteRun(NEVER, fence, run.sequence)
        expect(await under.store.pair(stored.key)).toBeUndefined()
        const store = await under.reopen()
        expect(await store.samples()).toEqual([marked, sampleOf('a', 1)])
        await store.deleteSample(await store.takeFence(), 'b')
        expect(await store.samples()).toEqual([sampleOf('a', 1)])
      }),
    )

    it(
      'STORE23: judging anew changes checks, evidence, states and counts, never decisions, and is no step of undo',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys } = await addSource(store, fence, 'a', 4, 10)
        const hidden = await addSource(store, fence, 'hidden', 1, 4)
        await fullRun(store, fence, 'one', [...keys, ...hidden.keys], 10)
        await fullRun(store, fence, 'two', keys.slice(2), 10, 2)
        await store.decide(NEVER, fence, { filter: { ...ALL, tasks: ['cause'] } }, 'keep', () => undefined)
        const before = await store.pairs(ALL, '', 10_000)
        const steps = await store.canUndo()
        const judged = before
          .filter((_, i) => i % 3 !== 0)
          .map(({ key, pair }, i): Judged => {
            const checks = [i % 2 === 0 ? failed('support', { x: i }) : passed('support'), passed('tone')]
            return i % 5 === 0
              ? {
                  key,
                  pair: pair.id,
                  checks,
                  checksVersion: 'second',
                  evidence: [{ start: 1, end: 3, how: 'fuzzy', score: 0.7 }],
                }
              : { key, pair: pair.id, checks, checksVersion: undefined }
          })
        await store.setSourceRemoved(fence, hidden.source, true)
        expect(await store.rejudge(fence, judged)).toBe(judged.length)
        await store.setSourceRemoved(fence, hidden.source, false)
        const anew = new Map(judged.map(each => [each.key, each]))
        const expected = before.map(stored => {
          const each = anew.get(stored.key)
          if (each === undefined) return stored
          const { checks, checksVersion, evidence = stored.pair.evidence } = each
          return {
            ...stored,
            pair: { ...stored.pair, checks, checksVersion, evidence, state: stateOf(stored.pair.decision, checks) },
          }
        })
        const after = await store.pairs(ALL, '', 10_000)
        expect(after).toEqual(expected)
        expect(await store.canUndo()).toEqual(steps)
        for (const { state, task, language, count } of await store.tallies(null)) {
          const one = { ...ALL, states: [state], tasks: [task], languages: [language] }
          expect(expected.filter(stored => takes(one, stored)).length).toBe(count)
        }
        expect(sorted(await store.checkTallies(null))).toEqual(sorted(checkCounts(expected)))
        expect((await store.tallies(null)).reduce((sum, { count }) => sum + count, 0)).toBe(expected.length)
      }),
    )

    it(
      'STORE23: pairs that were replaced or deleted meanwhile are passed over',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const a = await addSource(store, fence, 'a', 1, 3)
        const b = await addSource(store, fence, 'b', 1, 2)
        await fullRun(store, fence, 'one', [...a.keys, ...b.keys], 3, 1)
        const gone = await fullRun(store, fence, 'two', a.keys, 2, 1)
        const pairs = await store.pairs(ALL, '', 100)
        await store.deleteSource(NEVER, fence, b.source)
        await store.deleteRun(NEVER, fence, gone.run.sequence)
        const left = await store.pairs(ALL, '', 100)
        const judged = pairs.map(({ key, pair }, i) => ({
          key,
          pair: i === 0 ? 'another one' : pair.id,
          checks: [failed('cap')],
          checksVersion: undefined,
        }))
        expect(left.length).toBe(3)
        expect(
          await store.rejudge(fence, [...judged, { key: 'nonsense', pair: 'x', checks: [], checksVersion: undefined }]),
        ).toBe(2)
        const after = await store.pairs(ALL, '', 100)
        expect(after[0]).toEqual(left[0])
        expect(after.slice(1).map(({ pair }) => pair.checks)).toEqual([[failed('cap')], [failed('cap')]])
        expect(await store.checkTallies(null)).toContainEqual({ check: 'cap', count: 2 })
      }),
    )

    it(
      'STORE24: counts by passage agree with the pairs, in order of start',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys, source } = await addSource(store, fence, 'a', 3, 9)
        await fullRun(store, fence, 'one', keys, 9)
        await fullRun(store, fence, 'two', keys.slice(1), 4, 2)
        const [, document = -1] = keys
        const pairs = await store.pairs({ ...ALL, document }, '', 1_000)
        const tallies = await store.passageTallies(document)
        expect(tallies.map(({ start }) => start)).toEqual(tallies.map(({ start }) => start).sort((a, b) => a - b))
        expect(tallies.reduce((sum, { count }) => sum + count, 0)).toBe(pairs.length)
        for (const { start, state, task, count } of tallies) {
          const here = pairs.filter(({ pair }) => pair.passage.start === start)
          expect(here.filter(({ pair }) => pair.state === state && pair.task === task).length).toBe(count)
        }
        expect(new Set(tallies.map(({ start }) => start)).size).toBe(9)
        expect(await store.passageTallies(99)).toEqual([])
        await store.setSourceRemoved(fence, source, true)
        expect(await store.passageTallies(document)).toEqual([])
      }),
    )
  })
}
