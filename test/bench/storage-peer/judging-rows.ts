import type { Fence, Judged, PairFilter, ProjectStore } from '#core/ports/project-store'
import { DEFAULT_THRESHOLDS, type Thresholds } from '#core/verification/thresholds'
import { loadDetectLanguage } from '#files/language'
import { nextTask } from '#files/next-task'
import { judgeAnew } from '#runner/judge-anew'
import type { BenchRow } from '#test/bench/app/row'

const ALL: PairFilter = { states: [], tasks: [], languages: [], checks: [], document: null, text: '' }
const NEVER = { aborted: false }

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const ms = (value: number): string => `${value.toFixed(2)} ms`

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

/** Another order of all pairs, the counts by check, and a filter by check, from the index. */
export async function orderRows(
  store: ProjectStore,
  slowestPage: (filter: PairFilter) => Promise<number>,
): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  const add = async (metric: string, goal: number, ask: () => Promise<unknown>): Promise<void> => {
    const times: number[] = []
    for (let i = 0; i < 5; i++) times.push(await timed(ask))
    const time = median(times)
    rows.push({ metric, ours: ms(time), peer: '–', ratio: null, goal: `≤ ${goal} ms`, met: time <= goal })
  }
  await add('keys of 100 000 pairs by doubt', 300, () => store.orderedKeys(NEVER, ALL, 'doubt'))
  await add('keys of 100 000 pairs by task', 300, () => store.orderedKeys(NEVER, ALL, 'task'))
  await add('keys of 100 000 pairs by repetition', 3_000, () => store.orderedKeys(NEVER, ALL, 'repetition'))
  await add('counts by check', 50, () => store.checkTallies(null))
  await add('counts by state, task, language of one check', 150, () => store.tallies(null, ['grounded']))
  const byCheck = { ...ALL, checks: ['grounded'] }
  const page = await slowestPage(byCheck)
  rows.push({
    metric: 'page of 50 of 100 000 pairs: a check',
    ours: ms(page),
    peer: '–',
    ratio: null,
    goal: '≤ 16 ms',
    met: page <= 16,
  })
  return rows
}

/** All pairs judged and stored, as the run worker does it: by a version that knows none of them, then by it again with another line. */
export async function judgingRows(store: ProjectStore, fence: Fence): Promise<BenchRow[]> {
  const detect = await loadDetectLanguage()
  const clock = { now: () => 0, elapsed: () => performance.now() }
  const tools = { store, detect, checksVersion: 'of this bench', clock, breathe: nextTask }
  const write = (judged: readonly Judged[]): Promise<unknown> => store.rejudge(fence, judged)
  const rowOf = async (name: string, thresholds: Thresholds): Promise<BenchRow> => {
    let reports = 0
    let pairs = 0
    const count = (): void => {
      reports++
    }
    const preview = await timed(() => judgeAnew(NEVER, tools, thresholds, null, () => undefined))
    const stored = await timed(async () => {
      pairs = (await judgeAnew(NEVER, tools, thresholds, write, count)).pairs
    })
    return {
      metric: `judge ${pairs} pairs anew and store that, with ${reports} counts on the way: ${name}`,
      ours: ms(stored),
      peer: `${ms(preview)} to say what it would change`,
      ratio: null,
      goal: '≤ 20 000 ms',
      met: stored <= 20_000,
    }
  }
  return [
    await rowOf('by other code than before', DEFAULT_THRESHOLDS),
    await rowOf('by other thresholds', { ...DEFAULT_THRESHOLDS, aligned: 0.5, perTask: 2 }),
  ]
}
