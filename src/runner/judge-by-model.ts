import type { Clock } from '#core/ports/clock'
import type { Fence, Judged, ProjectStore, StoredPair } from '#core/ports/project-store'
import { type Problem, ProblemError, problemOf } from '#core/problem'
import { createPace } from '#core/run/pace'
import type { Check } from '#core/synthesis/pair'
import type { Gate, GatePair, Judging, Weighed } from '#core/verification/gates/gate'
import { gateCheck, withCheck } from '#core/verification/gates/gate-check'
import { gateNamed } from '#core/verification/gates/gates'
import { createJudging } from '#core/verification/gates/judging'
import { measureJudge, type Probe } from '#core/verification/gates/measure'
import { stateOf } from '#core/verification/state'
import type { Thresholds } from '#core/verification/thresholds'
import type { GateAsk, GateMeasure, GateProgress, GateResult } from '#messages/gates'
import { createEndurance, type Endure } from '#runner/endurance'
import type { EngineDesk } from '#runner/engine-desk'
import { type GateMemory, memoryKey } from '#runner/gate-memory'
import { gatePair, type GateReader, isJudged, knownPairs, pairsToJudge } from '#runner/gate-pairs'

export interface GateTools {
  readonly store: GateReader & Pick<ProjectStore, 'rejudge'>
  readonly fence: Fence
  readonly desk: Pick<EngineDesk, 'state' | 'model' | 'restart'>
  readonly clock: Pick<Clock, 'elapsed'>
  readonly memory: GateMemory
}

/** Progress goes out at most this often, and results are stored at least this often, in ms. */
const REPORT_EVERY = 250
const STORE_EVERY = 1_000
/** Fewer pairs tell little about the time of others. */
const ENOUGH_TO_TELL = 5

/**
 * Lets the loaded model judge pairs by one gate (rules GATE9, GATE13 to GATE16): it is measured on known pairs first, then
 * asked about one pair after another; each result is stored as a check of its pair. Resolves when all are judged, when the
 * signal aborts, when the judge is not fit, and when the engine keeps failing; what was judged by then is stored.
 */
export async function judgeByModel(
  signal: AbortSignal,
  tools: GateTools,
  ask: GateAsk & { readonly anyway: boolean },
  report: (progress: GateProgress) => void,
): Promise<GateResult> {
  const { store, desk, clock, memory } = tools
  const gate = gateNamed(ask.gate)
  const state = desk.state()
  if (state.state !== 'ready') throw new ProblemError({ kind: 'model-missing', model: '' })
  const judge = state.model
  const judging = createJudging(desk.model(judge))
  const weigh = weighing(signal, gate, judging, createEndurance(desk.restart))
  const tally = createTally(clock, report)
  const key = memoryKey(gate, judge)
  const ended = (how: GateResult['ended'], problem: Problem | null = null): GateResult => ({
    ...tally.now(),
    judge,
    ended: how,
    problem,
  })
  try {
    const { thresholds } = await store.settings()
    const { keys } = await pairsToJudge(signal, store, gate, judge, ask)
    if (keys.length === 0) return ended('done')
    const measure = memory.get(key)?.measure ?? (await measured(signal, tools, gate, weigh, thresholds, tally))
    memory.set(key, { ...memory.get(key), measure })
    tally.begin('judging', keys.length, measure)
    if (!measure.fit && !ask.anyway) return ended('unfit')
    const shelf = createShelf(tools, tally)
    const began = clock.elapsed()
    let asked = 0
    try {
      for (const pairKey of keys) {
        if (signal.aborted) break
        const stored = await store.pair(pairKey)
        if (stored === undefined || isJudged(stored, gate, judge)) {
          tally.passed()
          continue
        }
        const weighed = await weigh(await gatePair(store, stored))
        asked++
        const check =
          'problem' in weighed
            ? failedCheck(gate, judge, weighed.problem)
            : gateCheck(gate, { judge, thresholds, measure }, weighed)
        tally.weighed(gate, thresholds, check)
        await shelf.add(stored, check)
      }
    } finally {
      await shelf.store()
      if (asked >= ENOUGH_TO_TELL) {
        memory.set(key, { ...memory.get(key), msPerPair: (clock.elapsed() - began) / asked })
      }
    }
    return ended(signal.aborted ? 'cancelled' : 'done')
  } catch (thrown) {
    const problem = problemOf(thrown)
    if (signal.aborted && problem.kind === 'cancelled') return ended('cancelled')
    if (problem.kind === 'run-keeps-failing') return ended('problem', problem.last)
    throw thrown
  }
}

/** What a gate said of a pair, or what kept the engine from answering. */
type Outcome = Weighed | { readonly problem: Problem['kind'] }
type Weigh = (pair: GatePair) => Promise<Outcome>

function weighing(signal: AbortSignal, gate: Gate, judging: Judging, endure: Endure): Weigh {
  return pair =>
    endure<Outcome>(
      signal,
      () => gate.weigh(signal, judging, pair),
      problem => ({ problem }),
    )
}

function failedCheck({ name }: Gate, judge: string, problem: string): Check {
  return { name, result: 'doubt', reason: 'judge-failed', values: { judge, problem } }
}

/** The judge on pairs whose truth is known. */
async function measured(
  signal: AbortSignal,
  { store }: GateTools,
  gate: Gate,
  weigh: Weigh,
  thresholds: Thresholds,
  tally: Tally,
): Promise<GateMeasure> {
  const { known, kept } = await knownPairs(signal, store, gate)
  tally.begin('measuring', known.length, null)
  const probes: Probe[] = []
  for (const { kind, ...pair } of known) {
    const weighed = await weigh(pair)
    probes.push({ kind, weighed: 'problem' in weighed ? { kind: 'unclear', said: weighed.problem } : weighed })
    tally.passed()
  }
  return { ...measureJudge(gate, thresholds, probes), kept }
}

interface Tally {
  begin(phase: GateProgress['phase'], total: number, measure: GateMeasure | null): void
  passed(): void
  weighed(gate: Gate, thresholds: Thresholds, check: Check): void
  moved(): void
  now(): GateProgress
}

/** Counts, and tells of them four times a second at most. */
function createTally(clock: Pick<Clock, 'elapsed'>, report: (progress: GateProgress) => void): Tally {
  let phase: GateProgress['phase'] = 'measuring'
  let measure: GateMeasure | null = null
  let counts = { done: 0, total: 0, yes: 0, no: 0, unclear: 0, moved: 0 }
  let pace = createPace()
  let last = Number.NEGATIVE_INFINITY
  const now = (): GateProgress => ({ phase, ...counts, msLeft: pace.read(counts.total - counts.done).msLeft, measure })
  const step = (): void => {
    counts = { ...counts, done: counts.done + 1 }
    pace.note(clock.elapsed(), counts.done, counts.done)
    if (clock.elapsed() - last < REPORT_EVERY) return
    last = clock.elapsed()
    report(now())
  }
  return {
    begin: (next, total, known) => {
      phase = next
      measure = known
      counts = { ...counts, done: 0, total }
      pace = createPace()
      pace.note(clock.elapsed(), 0, 0)
      last = clock.elapsed()
      report(now())
    },
    passed: step,
    weighed: (gate, thresholds, { score }) => {
      const said = score === undefined ? 'unclear' : score >= gate.line(thresholds) ? 'yes' : 'no'
      counts = { ...counts, [said]: counts[said] + 1 }
      step()
    },
    moved: () => {
      counts = { ...counts, moved: counts.moved + 1 }
    },
    now,
  }
}

/** Gathers checks and stores them: at once where a pair takes longer than a second, else once a second (rule GATE13). */
function createShelf({ store, fence, clock }: GateTools, tally: Tally) {
  let waiting: { readonly before: StoredPair; readonly check: Check }[] = []
  let last = clock.elapsed()
  const put = async (): Promise<void> => {
    const batch = waiting
    waiting = []
    last = clock.elapsed()
    const judged: Judged[] = []
    for (const { before, check } of batch) {
      const held = await store.pair(before.key)
      // Judging takes time: a pair that was edited or replaced meanwhile is not the one that was judged (rule GATE14).
      if (held === undefined || !sameWords(held, before)) continue
      const checks = withCheck(held.pair.checks, check)
      judged.push({ key: held.key, pair: held.pair.id, checks, checksVersion: held.pair.checksVersion })
      if (stateOf(held.pair.decision, checks) !== held.pair.state) tally.moved()
    }
    if (judged.length > 0) await store.rejudge(fence, judged)
  }
  return {
    add: async (before: StoredPair, check: Check): Promise<void> => {
      waiting.push({ before, check })
      if (clock.elapsed() - last >= STORE_EVERY) await put()
    },
    store: put,
  }
}

function sameWords({ pair: a }: StoredPair, { pair: b }: StoredPair): boolean {
  return a.id === b.id && a.instruction === b.instruction && a.response === b.response
}
