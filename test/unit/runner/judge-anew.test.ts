import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_CHUNK_SETTINGS } from '#core/documents/passage'
import type { Judged, StoredPair } from '#core/ports/project-store'
import type { Check, Pair } from '#core/synthesis/pair'
import { DEFAULT_THRESHOLDS } from '#core/verification/thresholds'
import type { JudgingProgress, JudgingResult } from '#messages/judging'
import { judgeAnew, type JudgingTools } from '#runner/judge-anew'
import { recentWords } from '#runner/recent-words'
import { openStore, type OpenedStore } from '#storage/open-store'
import { createProject } from '#storage/projects'
import { addNumberedTexts, addStaleRun, stale } from './judging-samples'
import { ALL, NEVER, newPair, newRun, outcomeOf, passagesOf, planOver } from '#test/contract/storage/samples'

let opened: OpenedStore
let fence = 0
let tools: JudgingTools
let elapsed = 0

const grounded = (score: number, result: Check['result'], reason: string): Check => ({
  name: 'grounded',
  result,
  reason,
  score,
})

beforeEach(async () => {
  opened = await openStore((await createProject('judging', 0)).id, { onTrouble: () => undefined })
  fence = await opened.store.takeFence()
  elapsed = 0
  tools = {
    store: opened.store,
    detect: () => 'en',
    clock: { now: () => 0, elapsed: () => (elapsed += 1) },
    breathe: () => Promise.resolve(),
  }
})

const addTexts = (count: number, passages: number) => addNumberedTexts(opened.store, fence, count, passages)
const addRun = (keys: readonly number[], passages: number, others: (i: number) => readonly Check[]) =>
  addStaleRun(opened.store, fence, keys, passages, others)
const everyPair = (): Promise<readonly StoredPair[]> => opened.store.pairs(ALL, '', 10_000)
const write = (judged: readonly Judged[]): Promise<number> => opened.store.rejudge(fence, judged)

async function judge(thresholds = DEFAULT_THRESHOLDS, store = true): Promise<JudgingResult> {
  return judgeAnew(NEVER, tools, thresholds, store ? write : null, () => undefined)
}

function movesBetween(before: readonly StoredPair[], after: readonly StoredPair[]): JudgingResult['moves'] {
  const counts = new Map<string, JudgingResult['moves'][number]>()
  before.forEach(({ pair: { state: from } }, i) => {
    const to = after[i]?.pair.state ?? from
    if (from === to) return
    counts.set(`${from} ${to}`, { from, to, count: (counts.get(`${from} ${to}`)?.count ?? 0) + 1 })
  })
  return [...counts.values()].sort((a, b) => b.count - a.count)
}

describe('judging anew', () => {
  it('JUDGE2, JUDGE5: every pair gets the checks that code gives now; the preview counts exactly what is stored', async () => {
    const { keys } = await addTexts(3, 40)
    await addRun(keys, 40, () => [])
    const before = await everyPair()
    const decided = before.slice(10, 16).map(({ key }) => key)
    await opened.store.decide(NEVER, fence, { keys: decided }, 'keep', () => undefined)
    const held = await everyPair()
    const preview = await judge(DEFAULT_THRESHOLDS, false)
    expect(await everyPair()).toEqual(held)
    const result = await judge()
    expect(result).toEqual(preview)
    const after = await everyPair()
    expect(result.pairs).toBe(120)
    expect(result.moves).toEqual(movesBetween(held, after))
    expect(result.moves.map(({ from, to }) => `${from} ${to}`)).toContain('failed ready')
    expect(after.filter(({ pair }) => pair.state === 'kept').map(({ key }) => key)).toEqual(decided)
    for (const { pair } of after) expect(pair.checks).not.toContainEqual(stale)
    expect(after.map(({ pair }) => pair.evidence)).toEqual(held.map(({ pair }) => pair.evidence))
    const counted = new Map((await opened.store.checkTallies(null)).map(({ check, count }) => [check, count]))
    for (const { check, before: was, after: is } of result.checks) {
      expect(counted.get(check) ?? 0).toBe(is)
      expect(was).toBe(check === 'completeness' ? 120 : 0)
    }
    expect(counted.get('duplicate')).toBeGreaterThan(10)
    expect(counted.get('evidence')).toBe(24)
    const repeats = after.filter(({ pair }) =>
      pair.checks.some(({ name, result: said }) => name === 'duplicate' && said !== 'pass'),
    )
    expect(repeats.every(({ pair }) => pair.instruction.includes('number 0 '))).toBe(true)
  })

  it('JUDGE3: what a model or the person said stays, and thresholds are applied to its scores', async () => {
    const { keys } = await addTexts(1, 6)
    const marked: Check = { name: 'person', result: 'doubt', reason: 'seen' }
    const unclear: Check = { name: 'grounded', result: 'doubt', reason: 'judge-unclear', score: 0.9 }
    const agreement: Check = { name: 'round-trip', result: 'pass', reason: 'round-trip-agrees', score: 0.6 }
    const others = [
      [grounded(0.7, 'pass', 'grounded')],
      [grounded(0.4, 'fail', 'not-grounded')],
      [unclear],
      [agreement, marked],
      [{ ...agreement, score: 0.2 }],
      [{ name: 'round-trip', result: 'pass', reason: 'round-trip-agrees' } as const],
    ]
    await addRun(keys, 6, i => others[i] ?? [])
    const said = async (): Promise<readonly (readonly Check[])[]> =>
      (await everyPair()).map(({ pair }) =>
        pair.checks.filter(({ name }) => ['grounded', 'round-trip', 'person'].includes(name)),
      )
    await judge()
    const disagrees = { result: 'doubt', reason: 'round-trip-differs' } as const
    expect(await said()).toEqual(
      others.map((checks, i) => (i === 4 ? [{ ...agreement, score: 0.2, ...disagrees }] : checks)),
    )
    await judge({ ...DEFAULT_THRESHOLDS, grounded: 0.8, agreement: 0.1 })
    expect((await said()).flat().map(({ result }) => result)).toEqual([
      'fail',
      'fail',
      'doubt',
      'pass',
      'doubt',
      'pass',
      'pass',
    ])
    await judge({ ...DEFAULT_THRESHOLDS, grounded: 0.3, agreement: 0.7 })
    expect((await said()).flat().map(({ result }) => result)).toEqual([
      'pass',
      'pass',
      'doubt',
      'doubt',
      'doubt',
      'doubt',
      'pass',
    ])
  })

  it('JUDGE1: a pair is judged beside its own range after a new cut; pairs of removed documents are passed over', async () => {
    const { sources, keys } = await addTexts(2, 6)
    await addRun(keys, 6, () => [])
    await opened.store.replaceCut(fence, {
      document: keys[0] ?? -1,
      settings: DEFAULT_CHUNK_SETTINGS,
      passages: passagesOf(600, 7),
    })
    const seen: string[] = []
    const watched = {
      ...opened.store,
      texts: async (ranges: readonly { document: number; start: number; end: number }[]) => {
        seen.push(...ranges.map(({ document, start, end }) => `${document} ${start} ${end}`))
        return opened.store.texts(ranges)
      },
    }
    await opened.store.setSourceRemoved(fence, sources[1] ?? -1, true)
    const result = await judgeAnew(NEVER, { ...tools, store: watched }, DEFAULT_THRESHOLDS, write, () => undefined)
    expect(result.pairs).toBe(6)
    expect(seen.filter(range => range !== '')).toEqual(
      Array.from({ length: 6 }, (_, i) => `${keys[0]} ${i * 100} ${i * 100 + 100}`),
    )
    await opened.store.setSourceRemoved(fence, sources[1] ?? -1, false)
    const hidden = await opened.store.pairs({ ...ALL, document: keys[1] ?? -1 }, '', 10)
    expect(hidden.map(({ pair }) => pair.checks)).toEqual(hidden.map(() => [stale]))
  })

  it('JUDGE4, JUDGE6: cut off anywhere and asked for again it ends at the same result', {
    timeout: 60_000,
  }, async () => {
    const { keys } = await addTexts(3, 370)
    await addRun(keys, 370, i => [
      grounded(i / 1_110, i < 555 ? 'fail' : 'pass', i < 555 ? 'not-grounded' : 'grounded'),
    ])
    const thresholds = { ...DEFAULT_THRESHOLDS, grounded: 0.9 }
    const held = await everyPair()
    const reports: { at: number; progress: JudgingProgress }[] = []
    await judgeAnew(NEVER, tools, thresholds, null, progress => reports.push({ at: elapsed, progress }))
    expect(reports.at(-1)?.progress).toEqual({ done: 1_110, total: 1_110 })
    expect(reports.length).toBeGreaterThan(3)
    for (let i = 1; i < reports.length - 1; i++) {
      expect((reports[i]?.at ?? 0) - (reports[i - 1]?.at ?? 0)).toBeGreaterThanOrEqual(250)
    }
    let batches = 0
    const cancel = { aborted: false }
    const cut = judgeAnew(
      cancel,
      tools,
      thresholds,
      judged => {
        cancel.aborted = ++batches === 2
        return write(judged)
      },
      () => undefined,
    )
    await expect(cut).rejects.toMatchObject({ problem: { kind: 'cancelled' } })
    const partly = await everyPair()
    expect(partly.filter(({ pair }, i) => pair.checks.length !== held[i]?.pair.checks.length).length).toBe(1_024)
    await judge(thresholds)
    const after = await everyPair()
    expect(await judge(thresholds)).toMatchObject({ pairs: 1_110, moves: [] })
    expect(await everyPair()).toEqual(after)

    // The same pairs judged in one go.
    for (let from = 0; from < held.length; from += 512) {
      await write(
        held
          .slice(from, from + 512)
          .map(({ key, pair }) => ({ key, pair: pair.id, checks: pair.checks, checksVersion: undefined })),
      )
    }
    expect(await everyPair()).toEqual(held)
    await judge(thresholds)
    expect(await everyPair()).toEqual(after)
  })

  it('JUDGE7: who stood stands, though the one that gave way has the lower key; only a threshold moves pairs', async () => {
    const { keys } = await addTexts(2, 10)
    await addRun(keys, 10, () => [])
    await judge()
    const failsAs = ({ pair }: StoredPair): string | null =>
      pair.checks.find(({ name, result }) => name === 'duplicate' && result === 'fail')?.reason ?? null
    const [first, later] = (await everyPair()).filter(({ pair }) => pair.instruction.includes('number 0 '))
    if (first === undefined || later === undefined) throw new Error('two pairs say the same')
    expect([failsAs(first), failsAs(later)]).toEqual([null, 'duplicate'])
    // As if the run had written the later one first.
    const saying = (to: StoredPair, from: StoredPair): Judged => ({
      key: to.key,
      pair: to.pair.id,
      checks: to.pair.checks.map(
        check => from.pair.checks.find(({ name }) => name === 'duplicate' && name === check.name) ?? check,
      ),
      checksVersion: undefined,
    })
    await write([saying(first, later), saying(later, first)])
    const held = await everyPair()
    expect(await judge()).toMatchObject({ pairs: 20, moves: [] })
    expect((await everyPair()).map(failsAs)).toEqual(held.map(failsAs))
  })

  it('JUDGE7: a pair beyond a cap stays beyond it, and is counted beside those of its passage', async () => {
    const { keys } = await addTexts(1, 2)
    const plan = planOver(keys, 2)
    const { sequence } = await opened.store.createRun(fence, newRun('r', plan.length), plan, [])
    const names = ['anchors', 'bells', 'candles']
    const pairOf = (item: (typeof plan)[number], place: number): Pair => ({
      ...newPair('r', item, place, {
        instruction: `Who keeps the ${names[place] ?? ''} of the harbour of ${item.start === 0 ? 'this' : 'that'} town?`,
      }),
      response: `The harbour of ${item.start === 0 ? 'this' : 'that'} town keeps its ${names[place] ?? ''}.`,
      checks: [{ name: 'cap', result: place === 0 ? 'doubt' : 'pass', reason: 'over-task-cap' }],
    })
    await opened.store.commit(
      fence,
      sequence,
      plan.map(item =>
        outcomeOf(
          item,
          [0, 1, 2].map(place => pairOf(item, place)),
        ),
      ),
      [],
      1,
    )
    const beyond = async (perTask: number): Promise<readonly boolean[]> => {
      await judge({ ...DEFAULT_THRESHOLDS, perTask })
      return (await everyPair()).map(({ pair }) => pair.checks.some(({ reason }) => reason === 'over-task-cap'))
    }
    // What fails takes no place: these pairs have to stand.
    expect((await everyPair()).length).toBe(6)
    expect(await beyond(2)).toEqual([true, false, false, true, false, false])
    expect(await beyond(1)).toEqual([true, false, true, true, false, true])
    expect(await beyond(3)).toEqual([false, false, false, false, false, false])
  })

  it('JUDGE4: an old fence stores nothing', async () => {
    const { keys } = await addTexts(1, 5)
    await addRun(keys, 5, () => [])
    const held = await everyPair()
    await opened.store.takeFence()
    await expect(judge()).rejects.toMatchObject({ problem: { kind: 'lost-lock' } })
    expect(await everyPair()).toEqual(held)
  })

  it('JUDGE8: settled checks of the same version stand, all others come anew', async () => {
    const { keys } = await addTexts(2, 10)
    await addRun(keys, 10, () => [])
    tools = { ...tools, checksVersion: 'v1' }
    await judge()
    const judged = await everyPair()
    expect(new Set(judged.map(({ pair }) => pair.checksVersion))).toEqual(new Set(['v1']))
    // What is put in the place of checks shows which of them are asked again.
    const planted = (name: string): Check => ({ name, result: 'doubt', reason: 'planted' })
    const plant = (checksVersion: string): Promise<number> =>
      write(
        judged.map(({ key, pair: { id, checks } }) => {
          return { key, pair: id, checks: checks.map(({ name }) => planted(name)), checksVersion }
        }),
      )
    const stillPlanted = async (): Promise<ReadonlySet<string>> => {
      const all = (await everyPair()).flatMap(({ pair }) => pair.checks)
      return new Set(all.filter(({ reason }) => reason === 'planted').map(({ name }) => name))
    }
    await plant('v1')
    await judge()
    expect(await stillPlanted()).toEqual(new Set(['completeness', 'leak', 'language', 'support']))
    await plant('v0')
    expect((await judge(DEFAULT_THRESHOLDS, false)).pairs).toBe(20)
    expect((await stillPlanted()).size).toBe(7)
    await judge()
    expect(await everyPair()).toEqual(judged)
  })

  it('JUDGE8: without a version nothing stands, and none is left on what was judged', async () => {
    const { keys } = await addTexts(1, 5)
    await addRun(keys, 5, () => [])
    tools = { ...tools, checksVersion: 'v1' }
    await judge()
    tools = { ...tools, checksVersion: undefined }
    await judge()
    expect((await everyPair()).map(({ pair }) => pair.checksVersion)).toEqual(Array(5).fill(undefined))
  })

  it('JUDGE8: a pair that only gets another version is stored again, once', async () => {
    const { keys } = await addTexts(1, 5)
    await addRun(keys, 5, () => [])
    await judge()
    tools = { ...tools, checksVersion: 'v2' }
    let stored = 0
    const count = async (): Promise<number> => {
      stored = 0
      await judgeAnew(
        NEVER,
        tools,
        DEFAULT_THRESHOLDS,
        judged => {
          stored += judged.length
          return write(judged)
        },
        () => undefined,
      )
      return stored
    }
    expect(await count()).toBe(5)
    expect(await count()).toBe(0)
  })

  it('keeps the words asked for last in memory and reads the others again', async () => {
    const { keys } = await addTexts(1, 4)
    await addRun(keys, 4, () => [])
    const pairs = await everyPair()
    let reads = 0
    const store = {
      pair: (key: string) => {
        reads++
        return opened.store.pair(key)
      },
    }
    const size = Math.max(...pairs.map(({ pair }) => pair.instruction.length + pair.response.length))
    const words = recentWords(store, size * 2)
    for (const { key, pair } of pairs) words.note(pair.id, key, pair)
    const ask = async (at: number): Promise<string | undefined> => (await words.of(pairs[at]?.pair.id ?? ''))?.response
    expect(await ask(3)).toBe(pairs[3]?.pair.response)
    expect(await ask(2)).toBe(pairs[2]?.pair.response)
    expect(reads).toBe(0)
    expect(await ask(0)).toBe(pairs[0]?.pair.response)
    expect(await ask(2)).toBe(pairs[2]?.pair.response)
    expect(reads).toBe(1)
    expect(await ask(3)).toBe(pairs[3]?.pair.response)
    expect(reads).toBe(2)
    expect(await words.of('unknown')).toBeNull()
  })
})
