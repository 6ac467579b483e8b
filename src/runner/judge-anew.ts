import type { Cancel } from '#core/ports/cancel'
import type { Judged, PairFilter, ProjectReader, StoredPair } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import type { State } from '#core/synthesis/pair'
import { checksAnew } from '#core/verification/checks-anew'
import { createJudge, placeOf } from '#core/verification/judge'
import { stateOf } from '#core/verification/state'
import type { Thresholds } from '#core/verification/thresholds'
import type { JudgingProgress, JudgingResult } from '#messages/judging'
import { recentWords } from '#runner/recent-words'
import type { RunContext } from '#runner/run-context'

const ALL: PairFilter = { states: [], tasks: [], languages: [], checks: [], document: null, text: '' }

/** Pairs read at once, and written at once at most. */
const PAGE = 512
/** Progress is told at most this often, in ms. */
const REPORT_EVERY = 250
/** Work between two turns of the event loop, in ms: only there can it be cancelled. */
const TURN = 50

export type JudgingTools = Pick<RunContext, 'detect' | 'clock' | 'breathe'> & { readonly store: ProjectReader }

interface PairAndText {
  readonly stored: StoredPair
  /** The passage as the pair knows it, also where the document was cut anew (rule JUDGE1). */
  readonly text: string
}

/** All visible pairs in key order with their passages; the next page is read while this one is judged. */
async function* pagesOf(store: ProjectReader): AsyncGenerator<readonly PairAndText[]> {
  const read = async (after: string): Promise<readonly PairAndText[]> => {
    const page = await store.pairs(ALL, after, PAGE)
    const nameOf = ({ document, pair }: StoredPair): string => `${document} ${pair.passage.start} ${pair.passage.end}`
    const ranges = new Map(
      page.map(stored => {
        const { start, end } = stored.pair.passage
        return [nameOf(stored), { document: stored.document, start, end }] as const
      }),
    )
    const texts = await store.texts([...ranges.values()])
    const byName = new Map([...ranges.keys()].map((name, i) => [name, texts[i] ?? '']))
    return page.map(stored => ({ stored, text: byName.get(nameOf(stored)) ?? '' }))
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

/**
 * Judges all visible pairs by these thresholds, each against those before it in key order, and says what that changes
 * (rules JUDGE1 to JUDGE5). Evidence stays as it is stored.
 *
 * @param write stores pairs whose checks changed, a batch at a time; null to store nothing
 * @throws ProblemError `cancelled`; what was written before stays, and judging again ends at the same result
 */
export async function judgeAnew(
  cancel: Cancel,
  { store, detect, clock, breathe }: JudgingTools,
  thresholds: Thresholds,
  write: ((judged: readonly Judged[]) => Promise<unknown>) | null,
  report: (progress: JudgingProgress) => void,
): Promise<JudgingResult> {
  const words = recentWords(store)
  const judge = createJudge({ thresholds, detect, wordsOf: words.of })
  const counts = createCounts()
  const total = (await store.tallies(null)).reduce((sum, { count }) => sum + count, 0)
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
  let writing: Promise<unknown> = Promise.resolve()
  try {
    for await (const page of pagesOf(store)) {
      const judged: Judged[] = []
      for (const { stored, text } of page) {
        if (clock.elapsed() - turn >= TURN) await pause()
        const { key, document, run, pair } = stored
        const place = placeOf(document, pair.passage)
        const { headings } = pair.passage
        const passage = { text, language: pair.language, headings, key: `${run} ${place}`, place }
        const fresh = await judge.judge(pair, pair.id, passage)
        words.note(pair.id, key, pair)
        const checks = checksAnew(pair.checks, fresh, thresholds)
        counts.add(pair, { ...pair, checks, state: stateOf(pair.decision, checks) })
        if (JSON.stringify(checks) !== JSON.stringify(pair.checks)) judged.push({ key, pair: pair.id, checks })
        done++
      }
      // One batch is on its way to disk while the next is judged.
      await writing
      if (write !== null && judged.length > 0) writing = write(judged)
      writing.catch(() => undefined)
      await pause()
    }
  } finally {
    await Promise.allSettled([writing])
  }
  await writing
  report({ done, total: done })
  return counts.result(done)
}
