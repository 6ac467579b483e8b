import { type FakeScript, type FakeSource, fakeSource } from './fake-source'

const SLOW = { prefill: 400, decode: 12, waits: true }

/** Scripts by what a model's file is called, e.g. `fake-slow.gguf`. Any other name is a model without a fault. */
const SCRIPTS: Readonly<Record<string, Partial<FakeScript>>> = {
  'fake-slow': { pace: SLOW },
  /** Some passages a second, at a pace of its own. */
  'fake-steady': { pace: { prefill: 20_000, decode: 600, waits: true } },
  'fake-cut-off': { answers: [{ kind: 'cut-off', tokens: 40 }] },
  'fake-planted': { answers: [{ kind: 'planted' }] },
  'fake-garbage': { answers: [{ kind: 'garbage' }] },
  /** Also the sum that is asked after loading. */
  'fake-talks-garbage': { answers: [{ kind: 'garbage' }], smallTalk: { kind: 'garbage' } },
  'fake-empty': { answers: [{ kind: 'empty' }] },
  'fake-white-space': { answers: [{ kind: 'white-space' }] },
  'fake-wrong-language': { answers: [{ kind: 'wrong-language' }] },
  'fake-same-pair': { answers: [{ kind: 'same-pair' }] },
  'fake-throws': { answers: [{ kind: 'throws', text: 'Error: something inside went wrong', tokens: 5 }] },
  'fake-overflow': { answers: [{ kind: 'overflow' }] },
  'fake-dies': { answers: [{ kind: 'dies', tokens: 10 }] },
  'fake-dies-once': { answers: [{ kind: 'pairs' }, { kind: 'dies', tokens: 10 }, { kind: 'pairs' }] },
  'fake-hangs': { answers: [{ kind: 'hangs', tokens: 0 }] },
  'fake-hangs-once': { answers: [{ kind: 'pairs' }, { kind: 'hangs', tokens: 10 }, { kind: 'pairs' }] },
  'fake-lost': { answers: [{ kind: 'lost', tokens: 10 }] },
  'fake-lost-once': { answers: [{ kind: 'pairs' }, { kind: 'lost', tokens: 10 }, { kind: 'pairs' }] },
  'fake-lost-twice': {
    answers: [{ kind: 'pairs' }, { kind: 'lost', tokens: 10 }, { kind: 'lost', tokens: 10 }, { kind: 'pairs' }],
  },
  'fake-lost-idle': { lostAfterMs: 2_000 },
  'fake-judge-yes': { judge: 'yes' },
  'fake-judge-unclear': { judge: 'neither' },
  'fake-judge-echo': { judge: 'echo' },
  'fake-load-slow': { load: { steps: 40, stepMs: 250, fault: null } },
  'fake-load-hangs': { load: { steps: 2, stepMs: 50, fault: 'hangs' } },
  'fake-load-dies': { load: { steps: 2, stepMs: 50, fault: 'dies' } },
  'fake-load-memory': {
    load: { steps: 2, stepMs: 50, fault: { kind: 'out-of-memory', detail: 'scripted: no room for the weights' } },
  },
}

/** What a test's model file stands for, by its name without folders and suffix (a trailing `-00001-of-00002` too). */
export function namedSource(file: string, contextTokens: number): FakeSource {
  const name = file.replace(/^.*\//u, '').replace(/(?:-\d{5}-of-\d{5})?\.gguf$/u, '')
  return { ...fakeSource(SCRIPTS[name] ?? {}, contextTokens), model: name }
}
