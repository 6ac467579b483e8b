import { wilson } from '#core/evaluation/wilson'
import type { GateAsk, GateEstimate, GateMeasure, GateProgress, GateResult } from '#messages/gates'
import { FAKE_MODELS, fakeReady } from './fake-models'
import type { FakeOptions } from './fake-services'

const JUDGE = FAKE_MODELS[0]?.id ?? ''
const rate = (count: number, total: number) => ({ count, total, ...wilson(count, total) })

export const FIT: GateMeasure = {
  right: rate(8, 8),
  wrong: rate(3, 22),
  caught: 19,
  planted: 22,
  kinds: [
    { kind: 'number', caught: 6, planted: 7 },
    { kind: 'other-answer', caught: 8, planted: 8 },
    { kind: 'negated', caught: 5, planted: 7 },
  ],
  unclear: 0,
  fit: true,
  kept: 5,
}

export const YES_TO_ALL: GateMeasure = {
  ...FIT,
  wrong: rate(22, 22),
  caught: 0,
  kinds: FIT.kinds.map(one => ({ ...one, caught: 0 })),
  fit: false,
  kept: 8,
}

const PROGRESS: GateProgress = {
  phase: 'judging',
  done: 112,
  total: 300,
  msLeft: 452_000,
  yes: 94,
  no: 15,
  unclear: 3,
  moved: 16,
  measure: FIT,
}

const COSTS: Readonly<Record<GateAsk['gate'], GateEstimate>> = {
  'stands-alone': { judge: JUDGE, pairs: 41, judged: 0, probes: 16, ms: 21_000, from: 'speed' },
  grounded: { judge: JUDGE, pairs: 300, judged: 12, probes: 30, ms: 720_000, from: 'pairs' },
  'round-trip': { judge: JUDGE, pairs: 300, judged: 0, probes: 16, ms: 4_320_000, from: 'speed' },
}

const ended = (more: Partial<GateResult>): GateResult => ({
  ...PROGRESS,
  done: 300,
  msLeft: 0,
  yes: 251,
  no: 41,
  unclear: 8,
  moved: 46,
  judge: JUDGE,
  ended: 'done',
  problem: null,
  ...more,
})

const loaded = (commands: FakeOptions['commands'] = {}): FakeOptions => ({
  models: FAKE_MODELS,
  session: { engine: fakeReady(JUDGE) },
  commands: { estimateGate: async ({ gate }) => COSTS[gate], ...commands },
})

/** What the checks by a model can look like, by name. All but the first four are shown once judging was started. */
export const GATES_STATES: Readonly<Record<string, FakeOptions>> = {
  'gates-empty': { pairs: 0 },
  'gates-no-model': {
    commands: {
      estimateGate: async ({ gate }) => ({ ...COSTS[gate], judge: null, judged: 0, probes: 0, ms: null, from: null }),
    },
  },
  'gates-loaded': loaded(),
  'gates-follower': {
    ...loaded(),
    session: { engine: fakeReady(JUDGE), role: 'follower' },
  },
  'gates-working': loaded({
    judgeByModel: (_ask, _signal, progress) => {
      progress(PROGRESS)
      return new Promise(() => undefined)
    },
  }),
  'gates-measuring': loaded({
    judgeByModel: (_ask, _signal, progress) => {
      progress({ ...PROGRESS, phase: 'measuring', done: 9, total: 30, msLeft: 14_000, yes: 0, no: 0, measure: null })
      return new Promise(() => undefined)
    },
  }),
  'gates-done': loaded({ judgeByModel: async () => ended({}) }),
  'gates-stopped': loaded({ judgeByModel: async () => ended({ ...PROGRESS, ended: 'cancelled' }) }),
  'gates-unfit': loaded({
    judgeByModel: async ({ anyway }) =>
      anyway
        ? ended({ measure: YES_TO_ALL, yes: 300, no: 0, unclear: 0, moved: 300 })
        : ended({ ended: 'unfit', done: 0, yes: 0, no: 0, unclear: 0, moved: 0, measure: YES_TO_ALL }),
  }),
  'gates-failed': loaded({
    judgeByModel: async () => ended({ ...PROGRESS, ended: 'problem', problem: { kind: 'gpu-lost', detail: 'lost' } }),
  }),
}
