import type { Run, RunRequest } from '#core/run/run'
import type { RunProgress, RunStream } from '#messages/run-worker'
import { fakeRun } from './fake-data'
import { FAKE_MODELS, fakeReady } from './fake-models'
import type { FakeOptions } from './fake-services'
import { fakeTaught } from './fake-teaching'

const [QWEN, LLAMA] = FAKE_MODELS.map(model => model.id)

const BY_MODEL: RunRequest = {
  synthesizer: 'chat',
  engine: 'webllm',
  model: LLAMA ?? '',
  recipe: 'mixed',
  recipeVersion: 'b'.repeat(64),
  tasks: [],
  seed: 1,
  documents: null,
  sample: null,
}

/** A run by a model, somewhere on its way. */
function modelRun(more: Partial<Run> = {}, figures: Partial<RunProgress> = {}): RunProgress {
  return {
    run: fakeRun({
      id: 'run-3',
      sequence: 3,
      request: BY_MODEL,
      status: 'running',
      total: 1_080,
      done: 212,
      failed: 0,
      empty: 14,
      pairs: 611,
      ...more,
    }),
    itemsPerSecond: 0.071,
    pairsPerSecond: 0.2104,
    msLeft: 12_240_000,
    tokensPerSecond: 38.23,
    reasons: { 'no-tags': 9, 'wrong-language': 3, 'cut-off': 2 },
    ...figures,
  }
}

const STREAM: RunStream = {
  run: 3,
  document: 1,
  start: 15,
  end: 480,
  attempt: 1,
  text: '<QUE> Why did the first keepers burn oak rather than pine? <ANS> Pine resin coated the glass with soot within an hour, so the first keepers burned oak, which had to be carried from forty miles inland. <SRC> its resin coated the glass with soot within an hour </END>\n<QUE> How much wood did a tower use in a month',
}

const ESTIMATE = { msTotal: 41_400_000, msFirstFifty: 312_000, pairs: 8_640 }

const MEASURED: FakeOptions['commands'] = {
  previewRun: async () => ({
    passages: 2_931,
    documents: 8,
    characters: 2_400_000,
    existing: null,
    estimate: ESTIMATE,
  }),
}

/** What the screen *Write pairs* can look like, by name. */
export const WRITE_STATES: Readonly<Record<string, FakeOptions>> = {
  'no-model': { pairs: 0 },
  'not-loaded': { models: FAKE_MODELS },
  loading: {
    models: FAKE_MODELS,
    session: {
      engine: { state: 'loading', model: QWEN ?? '', progress: { phase: 'weights', done: 411, total: 1_117 } },
    },
  },
  'load-failed': {
    models: FAKE_MODELS,
    session: { engine: { state: 'failed', model: QWEN ?? '', problem: { kind: 'gpu-lost', detail: 'lost' } } },
  },
  loaded: { models: FAKE_MODELS, session: { engine: fakeReady(QWEN ?? '') }, commands: MEASURED },
  rounds: { models: FAKE_MODELS, session: { engine: fakeReady(QWEN ?? '') }, commands: MEASURED },
  synthesizer: {
    models: FAKE_MODELS.map((model, at) => (at === 0 ? { ...model, title: 'instruction-synthesizer Q4_K_M' } : model)),
    session: { engine: fakeReady(QWEN ?? '') },
    commands: MEASURED,
  },
  rejected: {
    models: FAKE_MODELS,
    prepare: ({ runs }) => {
      const [run] = runs
      if (run !== undefined)
        runs[0] = { ...run, rejected: { truncated: 12, 'answer-not-an-option': 4, 'no-answer': 1 } }
    },
  },
  taught: {
    models: FAKE_MODELS,
    session: { engine: fakeReady(QWEN ?? '') },
    commands: { ...MEASURED, teachRecipe: async ask => fakeTaught(ask) },
  },
  comparing: {
    models: FAKE_MODELS,
    session: {
      engine: fakeReady(QWEN ?? ''),
      comparison: { running: true, done: 12, total: 40, pairs: 31, msLeft: 312_000, revision: 1 },
    },
    commands: { ...MEASURED, teachRecipe: async ask => fakeTaught(ask) },
  },
  running: {
    models: FAKE_MODELS,
    session: { engine: { ...fakeReady(LLAMA ?? ''), engine: 'webllm' }, run: modelRun(), stream: STREAM },
    commands: MEASURED,
  },
  resuming: {
    models: FAKE_MODELS,
    session: {
      run: modelRun({ status: 'paused' }),
      engine: { state: 'loading', model: LLAMA ?? '', progress: { phase: 'shaders', done: 12, total: null } },
    },
  },
  'keeps-failing': {
    models: FAKE_MODELS,
    session: {
      run: modelRun({
        status: 'paused',
        failed: 5,
        problem: { kind: 'run-keeps-failing', times: 5, last: { kind: 'engine-refused', detail: 'no template' } },
      }),
    },
  },
}
