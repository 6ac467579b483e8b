import type { Language } from '#core/documents/document'
import type { Fence, ItemOutcome, PairFilter, ProjectStore } from '#core/ports/project-store'
import type { PlanItem } from '#core/run/run'
import type { CheckResult, Pair } from '#core/synthesis/pair'
import { randomStream } from '#core/synthesis/random-stream'
import { openStore } from '#storage/open-store'
import { createProject, deleteProject } from '#storage/projects'
import { judgingRows, orderRows } from '#test/bench/storage-peer/judging-rows'
import { rawStore } from '#test/bench/storage-peer/raw-store'
import { provenanceOf } from '#test/support/provenance'

interface BenchRow {
  readonly metric: string
  readonly ours: string
  readonly peer: string
  readonly ratio: number | null
  readonly goal: string
  readonly met: boolean
}

const DOCUMENTS = 1_000
const PASSAGES = 20
const PAIRS_EACH = 5
const PASSAGE = 2_400
const TASKS = Array.from({ length: 20 }, (_, i) => `task-${i}`)
const ALL: PairFilter = { states: [], tasks: [], languages: [], checks: [], document: null, text: '' }
const NEVER = { aborted: false }

const words = randomStream(1, 'bench')
const WORDS = Array.from(
  { length: 4_000 },
  (_, i) => `${'aeiou'[i % 5] ?? 'a'}${i.toString(36)}${'nrtls'[i % 7] ?? 'm'}`,
)
const sentence = (length: number): string => Array.from({ length }, () => words.pick(['the', ...WORDS])).join(' ')

function languageOf(document: number): Language {
  return document % 10 === 9 ? 'zh' : document % 50 === 3 ? 'other' : 'en'
}

function pairOf(item: PlanItem, place: number): Pair {
  const result: CheckResult = words.next() < 0.75 ? 'pass' : words.next() < 0.8 ? 'doubt' : 'fail'
  const repeats = place === 4 && item.start > 0
  return {
    id: `${item.document} ${item.start} ${place}`.padStart(64, '0'),
    instruction: sentence(14),
    response: sentence(45),
    options: null,
    reasoning: null,
    task: TASKS[Math.floor(words.next() ** 3 * TASKS.length)] ?? 'task-0',
    form: 'open',
    needsPassage: false,
    evidence: [{ start: 10, end: 120, how: 'quoted' }],
    language: languageOf(item.document),
    passage: { start: item.start, end: item.end, headings: item.headings },
    chain: { id: `chain-${item.chain}`, round: 0, shots: [] },
    provenance: provenanceOf({ run: 'f'.repeat(64) }),
    checks: ['complete', 'grounded', 'language', 'duplicate'].map((name, i) => ({
      name,
      result: i === 1 || (i === 3 && repeats) ? result : 'pass',
      reason: 'fine',
      ...(i === 3 && repeats ? { values: { of: `${item.document} 0 0`.padStart(64, '0') } } : {}),
    })),
    decision: null,
    state: 'ready',
    original: null,
  }
}

function outcomeOf(item: PlanItem): ItemOutcome {
  const pairs = Array.from({ length: PAIRS_EACH }, (_, place) => pairOf(item, place))
  return {
    item: { position: item.position, state: 'done', attempts: 1, pairs: pairs.length, reason: null, raw: null },
    document: item.document,
    start: item.start,
    pairs,
  }
}

/** Every document once, then again: the order in which a run takes them. */
function planOf(keys: readonly number[], passages: number): PlanItem[] {
  return Array.from({ length: keys.length * passages }, (_, position) => ({
    position,
    chain: position,
    round: 0,
    document: keys[position % keys.length] ?? 0,
    start: Math.floor(position / keys.length) * PASSAGE,
    end: (Math.floor(position / keys.length) + 1) * PASSAGE,
    headings: ['A chapter', `Section ${position % 40}`],
    language: 'en',
  }))
}

async function addDocuments(store: ProjectStore, fence: Fence, count: number): Promise<readonly number[]> {
  const source = await store.beginSource(fence, { name: 'bench', kind: 'text', bytes: 0 })
  const keys: number[] = []
  for (let from = 0; from < count; from += 250) {
    const text = sentence(2)
    const added = Array.from({ length: Math.min(250, count - from) }, (_, i) => ({
      document: {
        source,
        name: `d${from + i}`,
        row: null,
        sha256: `${from + i}`.padStart(64, '0'),
        length: text.length,
        language: 'en' as const,
        title: null,
        pages: null,
        meta: null,
      },
      text,
      passages: [{ start: 0, end: text.length, headings: [], language: 'en' as const }],
    }))
    keys.push(...(await store.addDocuments(fence, added, { target: 600, maximum: 1000 })))
  }
  return keys
}

function newRun(id: string, total: number) {
  return {
    id,
    request: {
      synthesizer: 'rules',
      engine: 'none',
      model: null,
      recipe: 'rules',
      recipeVersion: '1',
      tasks: [],
      seed: 1,
      documents: null,
      sample: null,
    },
    status: 'running',
    problem: null,
    total,
    done: 0,
    failed: 0,
    empty: 0,
    pairs: 0,
    chosen: true,
    activeMs: 0,
    createdAt: 0,
  } as const
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const ms = (value: number): string => `${value.toFixed(2)} ms`

/** Single, strict commits with five pairs, ours and the same reads and writes by hand, taking turns. */
async function commits(store: ProjectStore, fence: Fence, keys: readonly number[]): Promise<BenchRow[]> {
  const rounds = 300
  const plan = planOf(keys, 1).slice(0, rounds)
  const run = await store.createRun(fence, newRun('single', plan.length), plan, [])
  const raw = await rawStore()
  const ours: number[] = []
  const theirs: number[] = []
  try {
    for (const item of plan) {
      const outcome = outcomeOf(item)
      ours.push(await timed(() => store.commit(fence, run.sequence, [outcome], [item.position + 1], 1)))
      theirs.push(await timed(() => raw.commit(outcome)))
    }
  } finally {
    await raw.dispose()
  }
  await store.deleteRun(NEVER, fence, run.sequence)
  const [a, b] = [median(ours.slice(50)), median(theirs.slice(50))]
  return [
    {
      metric: 'strict commit of one result with 5 pairs',
      ours: ms(a),
      peer: `${ms(b)} raw IndexedDB`,
      ratio: a / b,
      goal: '≤ 2.5 × raw',
      met: a / b <= 2.5,
    },
  ]
}

async function fill(store: ProjectStore, fence: Fence, keys: readonly number[]): Promise<BenchRow[]> {
  const plan = planOf(keys, PASSAGES)
  const run = await store.createRun(fence, newRun('full', plan.length), plan, [])
  let spent = 0
  for (let from = 0; from < plan.length; from += 64) {
    const outcomes = plan.slice(from, from + 64).map(outcomeOf)
    spent += await timed(() => store.commit(fence, run.sequence, outcomes, [], 1))
  }
  const rate = (plan.length * PAIRS_EACH) / (spent / 1_000)
  return [
    {
      metric: 'pairs written in batches of 64 results',
      ours: `${Math.round(rate)} /s`,
      peer: '–',
      ratio: null,
      goal: '≥ 5 000 /s',
      met: rate >= 5_000,
    },
  ]
}

/** Time of the slowest of several pages, each the median of some tries: first, middle, last, and one going back. */
async function slowestPage(store: ProjectStore, filter: PairFilter): Promise<number> {
  const medians: number[] = []
  const measure = async (page: () => Promise<unknown>): Promise<void> => {
    const times: number[] = []
    for (let i = 0; i < 7; i++) times.push(await timed(page))
    medians.push(median(times))
  }
  // By keys that a person who scrolls there would send.
  for (const document of [null, DOCUMENTS / 2, DOCUMENTS - 30]) {
    const from = document === null ? '' : document.toString(36).padStart(6, '0').padEnd(19, '0')
    await measure(() => store.pairs(filter, from, 50))
    if (from !== '') await measure(() => store.pairsBefore(filter, from, 50))
  }
  return Math.max(...medians)
}

async function pages(store: ProjectStore): Promise<BenchRow[]> {
  const rare = TASKS.at(-1) ?? ''
  const singles: [string, PairFilter][] = [
    ['no filter', ALL],
    ['state', { ...ALL, states: ['failed'] }],
    ['task', { ...ALL, tasks: [rare] }],
    ['language', { ...ALL, languages: ['other'] }],
    ['document', { ...ALL, document: 990 }],
    ['a state without pairs', { ...ALL, states: ['kept'] }],
  ]
  const combined: [string, PairFilter][] = [
    ['state, task, language', { ...ALL, states: ['failed'], tasks: [rare], languages: ['other'] }],
    ['two states, three tasks', { ...ALL, states: ['failed', 'unsure'], tasks: TASKS.slice(-3) }],
  ]
  // The browser tidies up its files after many writes; a person does not page in that second.
  await new Promise(resolve => setTimeout(resolve, 3_000))
  const rows: BenchRow[] = []
  for (const [list, goal] of [
    [singles, 16],
    [combined, 150],
  ] as const) {
    for (const [name, filter] of list) {
      const time = await slowestPage(store, filter)
      rows.push({
        metric: `page of 50 of 100 000 pairs: ${name}`,
        ours: ms(time),
        peer: '–',
        ratio: null,
        goal: `≤ ${goal} ms`,
        met: time <= goal,
      })
    }
  }
  return rows
}

async function search(store: ProjectStore, name: string, needle: string): Promise<BenchRow> {
  const firsts: number[] = []
  const alls: number[] = []
  for (let i = 0; i < 3; i++) {
    const start = performance.now()
    let first = Number.NaN
    await store.searchPairs(NEVER, { ...ALL, text: needle }, () => {
      if (Number.isNaN(first)) first = performance.now() - start
    })
    firsts.push(first)
    alls.push(performance.now() - start)
  }
  const time = median(firsts)
  return {
    metric: `first hit for a text in 100 000 pairs, ${name}`,
    ours: ms(time),
    peer: `${ms(median(alls))} for all`,
    ratio: null,
    goal: '≤ 1 000 ms',
    met: time <= 1_000,
  }
}

/** Where a scan has to look longest: the only hits are the last pairs of all. */
async function rarities(store: ProjectStore, fence: Fence): Promise<BenchRow[]> {
  const last = await store.pairsBefore(ALL, 'z'.repeat(19), 10)
  const [pair] = last
  if (pair === undefined) return []
  await store.decide(NEVER, fence, { keys: last.map(({ key }) => key) }, 'keep', () => undefined)
  const time = await slowestPage(store, { ...ALL, states: ['kept'] })
  await store.undo(fence)
  await store.edit(fence, pair.key, { ...pair.pair, response: `${pair.pair.response} Quokka.` })
  return [
    {
      metric: 'page of the only 10 kept of 100 000 pairs, at the end',
      ours: ms(time),
      peer: '–',
      ratio: null,
      goal: '≤ 16 ms',
      met: time <= 16,
    },
    await search(store, 'in one pair at the end', 'quokka'),
  ]
}

async function acts(store: ProjectStore, fence: Fence): Promise<BenchRow[]> {
  const decide = await timed(() => store.decide(NEVER, fence, { filter: ALL }, 'keep', () => undefined))
  const undo = await timed(() => store.undo(fence))
  const tallies = await timed(() => store.tallies(null))
  let seen = 0
  const every = await timed(() =>
    store.eachPairText(NEVER, 0, () => {
      seen++
    }),
  )
  return [
    {
      metric: 'keep all 100 000 pairs',
      ours: ms(decide),
      peer: '–',
      ratio: null,
      goal: '≤ 5 000 ms',
      met: decide <= 5_000,
    },
    { metric: 'undo that', ours: ms(undo), peer: '–', ratio: null, goal: '≤ 5 000 ms', met: undo <= 5_000 },
    {
      metric: `read all ${seen} pairs for the duplicate index`,
      ours: ms(every),
      peer: '–',
      ratio: null,
      goal: '≤ 10 000 ms',
      met: every <= 10_000,
    },
    {
      metric: 'counts by state, task, language',
      ours: ms(tallies),
      peer: '–',
      ratio: null,
      goal: '≤ 16 ms',
      met: tallies <= 16,
    },
  ]
}

/** Storage in a real browser: commits beside raw IndexedDB, pages, search and bulk acts over 100 000 pairs. */
export async function benchStorage(): Promise<{ name: string; rows: readonly BenchRow[] }> {
  const { id } = await createProject('bench', 0)
  const opened = await openStore(id, { onTrouble: () => undefined })
  const { store } = opened
  try {
    const fence = await store.takeFence()
    let keys: readonly number[] = []
    const adding = await timed(async () => {
      keys = await addDocuments(store, fence, DOCUMENTS)
    })
    const rate = DOCUMENTS / (adding / 1_000)
    const rows: BenchRow[] = [
      {
        metric: 'short documents added in batches of 250',
        ours: `${Math.round(rate)} /s`,
        peer: '–',
        ratio: null,
        goal: '≥ 1 000 /s',
        met: rate >= 1_000,
      },
    ]
    rows.push(...(await commits(store, fence, keys)), ...(await fill(store, fence, keys)))
    rows.push(
      ...(await pages(store)),
      await search(store, 'in one of 70', WORDS[3_990] ?? ''),
      ...(await rarities(store, fence)),
      ...(await acts(store, fence)),
      ...(await orderRows(store, filter => slowestPage(store, filter))),
      ...(await judgingRows(store, fence)),
    )
    return { name: 'Storage', rows }
  } finally {
    opened.close()
    await deleteProject(id)
  }
}
