import type { BlindSample, Verdict } from '#core/evaluation/blind-sample'
import { sampleOf, type DrawnKey } from '#core/evaluation/draw-sample'
import type { JudgingResult } from '#messages/judging'
import type { FakeProject } from './fake-data'
import type { FakeOptions } from './fake-services'

const WHYS = ['unsupported', 'number', 'entity']

/** The verdict of the nth entry: mostly right among what an export takes, mostly wrong among what failed. */
function verdictAt(stratum: string, place: number): Verdict {
  if (place % 13 === 12) return 'unclear'
  return (stratum === 'export') === (place % 7 !== 3) ? 'right' : 'wrong'
}

/** A check of the project's first pairs, of which so many are marked. */
export function fakeSample(project: FakeProject, marks: number, more: Partial<BlindSample> = {}): BlindSample {
  const of = (states: readonly string[], count: number): readonly string[] =>
    project.pairs
      .filter(({ pair }) => states.includes(pair.state))
      .slice(0, count)
      .map(({ key }) => key)
  const exports = of(['kept', 'ready'], 20)
  const failed = of(['failed'], 10)
  const drawn = [
    ...exports.map((key): DrawnKey => ({ key, stratum: 'export' })),
    ...failed.map((key): DrawnKey => ({ key, stratum: 'failed' })),
  ].sort((a, b) => (a.key.slice(-3) < b.key.slice(-3) ? -1 : 1))
  const sample = sampleOf(
    {
      seed: 1,
      createdAt: Date.UTC(2026, 10, 29, 14, 5),
      population: { export: of(['kept', 'ready'], 9_999).length, failed: of(['failed'], 9_999).length },
      written: Object.fromEntries(project.runs.filter(run => run.chosen).map(run => [run.sequence, run.pairs])),
    },
    drawn,
    new Map(project.pairs.map(stored => [stored.key, stored])),
  )
  const entries = sample.entries.map((entry, place) => {
    const verdict = place < marks ? verdictAt(entry.stratum, place) : null
    return { ...entry, verdict, why: verdict === 'wrong' ? (WHYS[place % 3] ?? null) : null }
  })
  return { ...sample, entries, ...more }
}

/** Puts a check into a fake project; all of it marked unless told. */
const checked =
  (marks = 30, more: Partial<BlindSample> = {}) =>
  (project: FakeProject): void => {
    project.samples.unshift(fakeSample(project, marks, { id: 'check-1', ...more }))
  }

const TRIAL: JudgingResult = {
  pairs: 400,
  moves: [
    { from: 'ready', to: 'unsure', count: 12 },
    { from: 'failed', to: 'ready', count: 3 },
  ],
  checks: [
    { check: 'evidence', before: 30, after: 42 },
    { check: 'duplicate', before: 9, after: 6 },
  ],
}

/** Evaluate and Export in their states, by name. */
export const EVALUATE_STATES: Readonly<Record<string, FakeOptions>> = {
  'evaluate-empty': { pairs: 0 },
  'evaluate-none': { pairs: 400 },
  'evaluate-open': { pairs: 400, prepare: checked(12) },
  'evaluate-figure': { pairs: 400, prepare: checked(), commands: { previewJudging: async () => TRIAL } },
  'evaluate-void': { pairs: 400, prepare: checked(30, { written: { '1': 9_000 } }) },
  'evaluate-follower': { pairs: 400, prepare: checked(), session: { role: 'follower' } },
  'marking-pair': { pairs: 400, prepare: checked(12) },
  'marking-done': { pairs: 400, prepare: checked() },
  'marking-follower': { pairs: 400, prepare: checked(12), session: { role: 'follower' } },
  'export-none': { pairs: 400 },
  'export-measured': { pairs: 400, prepare: checked() },
  'export-void': { pairs: 400, prepare: checked(30, { written: { '1': 9_000 } }) },
}
