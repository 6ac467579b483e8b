import type { Cancel } from '#core/ports/cancel'
import type { Judged, PairFilter, PairKey, ProjectReader, StoredPair } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import type { State } from '#core/synthesis/pair'
import { cap } from '#core/verification/cap'
import { checksAnew } from '#core/verification/checks-anew'
import { duplicate } from '#core/verification/duplicate'
import { createJudge, placeOf } from '#core/verification/judge'
import { stateOf } from '#core/verification/state'
import type { Thresholds } from '#core/verification/thresholds'
import type { JudgingProgress, JudgingResult } from '#messages/judging'
import { recentWords } from '#runner/recent-words'
import type { RunContext } from '#runner/run-context'

const ALL: PairFilter = { states: [], tasks: [], languages: [], checks: [], document: null, text: '' }

/** Pairs that gave way to others before them. */
const GAVE_WAY: PairFilter = { ...ALL, checks: [duplicate.name, cap.name] }

/** Pairs read at once, and written at once at most. */
const PAGE = 512
/** Progress is told at most this often, in ms. */
const REPORT_EVERY = 250
/** Work between two turns of the event loop, in ms: only there can it be cancelled. */
const TURN = 50

export type JudgingTools = Pick<RunContext, 'detect' | 'checksVersion' | 'clock' | 'breathe'> & {
  readonly store: ProjectReader
}

interface PairAndText {
  readonly stored: StoredPair
  /** The passage as the pair knows it, also where the document was cut anew (rule JUDGE1). */
  readonly text: string
  /** Names its passage: among all others of its run, and among all of the project. */
  readonly key: string
  readonly place: string
}

/** Visible pairs in key order with their passages; the next page is read while this one is judged. */
async function* pagesOf(store: ProjectReader, filter: PairFilter): AsyncGenerator<readonly PairAndText[]> {
  const read = async (after: string): Promise<readonly PairAndText[]> => {
    const page = await store.pairs(filter, after, PAGE)
    const nameOf = ({ document, pair: { passage } }: StoredPair): string => placeOf(document, passage)
    const ranges = new Map(
      page.map(stored => {
        const { start, end } = stored.pair.passage
        return [nameOf(stored), { document: stored.document, start, end }] as const
      }),
    )
    const texts = await store.texts([...ranges.values()])
    const byName = new Map([...ranges.keys()].map((name, i) => [name, texts[i] ?? '']))
    return page.map(stored => {
      const place = nameOf(stored)
      return { stored, text: byName.get(place) ?? '', key: `${stored.run} ${place}`, place }
    })
  }
  for (let page = await read(''); page.length > 0; ) {
    const next = read(page.at(-1)?.stored.key ?? '')
    next.catch(() => undefined)
    yield page
    page = await next
  }
}

/** What judging changes, counted while it goes on. */
function createCounts() {
  const moves = new Map<string, { readonly from: State; readonly to: State; count: number }>()
  const checks = new Map<string, { before: number; after: number }>()
  const count = (pair: StoredPair['pair'], side: 'before' | 'after'): void => {
    for (const name of new Set(pair.checks.filter(({ result }) => result !== 'pass').map(check => check.name))) {
      const counted = checks.get(name) ?? { before: 0, after: 0 }
      counted[side]++
      checks.set(name, counted)
    }
  }
  return {
    add: (before: StoredPair['pair'], after: StoredPair['pair']): void => {
      count(before, 'before')
      count(after, 'after')
      if (before.state === after.state) return
      const name = `${before.state} ${after.state}`
      const move = moves.get(name) ?? { from: before.state, to: after.state, count: 0 }
      move.count++
      moves.set(name, move)
    },
    result: (pairs: number): JudgingResult => ({
      pairs,
      moves: [...moves.values()].sort((a, b) => b.count - a.count),
      checks: [...checks].map(([check, counted]) => ({ check, ...counted })),
    }),
  }
}

/** Whether a pair gave way to others before it. A run writes in another order than that of keys. */
function gaveWay({ checks }: StoredPair['pair']): boolean {
  return checks.some(({ name, result }) => result !== 'pass' && GAVE_WAY.checks.includes(name))
}

/**
 * Judges all visible pairs by these thresholds, each against those before it, and says what that changes (rules JUDGE1 to
 * JUDGE8). Evidence stays as it is stored.
 *
 * @param write stores pairs whose checks changed, a batch at a time; null to store nothing
 * @throws ProblemError `cancelled`; what was written before stays, and judging again ends at the same result
 */
export async function judgeAnew(
  cancel: Cancel,
  { store, detect, checksVersion, clock, breathe }: JudgingTools,
  thresholds: Thresholds,
  write: ((judged: readonly Judged[]) => Promise<unknown>) | null,
  report: (progress: JudgingProgress) => void,
): Promise<JudgingResult> {
  const words = recentWords(store)
  const judge = createJudge({ thresholds, detect, version: checksVersion, wordsOf: words.of })
  const counts = createCounts()
  const total = (await store.tallies(null)).reduce((sum, { count }) => sum + count, 0)
  const behind = new Set<PairKey>()
  let done = 0
  let told = -Infinity
  let turn = clock.elapsed()
  const pause = async (): Promise<void> => {
    if (clock.elapsed() - told >= REPORT_EVERY) {
      told = clock.elapsed()
      report({ done, total: Math.max(total, done) })
    }
    await breathe()
    if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
    turn = clock.elapsed()
  }
  /** The checks of a pair that changed, or null. */
  const judgeOne = async ({ stored: { key, pair }, text, ...named }: PairAndText): Promise<Judged | null> => {
    const { headings } = pair.passage
    const known = checksVersion !== undefined && pair.checksVersion === checksVersion
    const passage = { text, language: pair.language, headings, ...named }
    const fresh = await judge.judge(pair, pair.id, passage, known ? pair.checks : [])
    words.note(pair.id, key, pair)
    const checks = checksAnew(pair.checks, fresh, thresholds)
    counts.add(pair, { ...pair, checks, state: stateOf(pair.decision, checks) })
    done++
    const same = pair.checksVersion === checksVersion && JSON.stringify(checks) === JSON.stringify(pair.checks)
    return same ? null : { key, pair: pair.id, checks, checksVersion }
  }
  let writing: Promise<unknown> = Promise.resolve()
  try {
    const judgePage = async (pairs: readonly PairAndText[]): Promise<void> => {
      const judged: Judged[] = []
      for (const one of pairs) {
        if (clock.elapsed() - turn >= TURN) await pause()
        const changed = await judgeOne(one)
        if (changed !== null) judged.push(changed)
      }
      // One batch is on its way to disk while the next is judged.
      await writing
      if (write !== null && judged.length > 0) writing = write(judged)
      writing.catch(() => undefined)
      await pause()
    }
    for await (const page of pagesOf(store, ALL)) {
      for (const { stored, key } of page) {
        if (!gaveWay(stored.pair)) continue
        behind.add(stored.key)
        judge.hold(key)
      }
      await judgePage(page.filter(({ stored }) => !behind.has(stored.key)))
    }
    // Others may be among them by now, as far as they were judged already.
    if (behind.size > 0)
      for await (const page of pagesOf(store, GAVE_WAY))
        await judgePage(page.filter(({ stored }) => behind.has(stored.key)))
  } finally {
    await Promise.allSettled([writing])
  }
  await writing
  report({ done, total: done })
  return counts.result(done)
}
