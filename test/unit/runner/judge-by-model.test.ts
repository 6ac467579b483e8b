import { describe, expect, it } from 'vitest'
import type { StoredPair } from '#core/ports/project-store'
import type { LanguageModel } from '#core/ports/engine'
import { type Problem, ProblemError } from '#core/problem'
import type { Check, Decision, Pair } from '#core/synthesis/pair'
import { stateOf } from '#core/verification/state'
import { locate } from '#core/verification/locate'
import type { FakeScript } from '#engines/fake/fake-source'
import type { GateAsk, GateProgress } from '#messages/gates'
import type { EngineState } from '#messages/run-worker'
import { estimateGate } from '#runner/gate-estimate'
import type { GateMemory } from '#runner/gate-memory'
import { type GateTools, judgeByModel } from '#runner/judge-by-model'
import { fakeModel } from '#test/support/fake-model'
import { pairsInMemory } from '#test/support/pairs-in-memory'
import { provenanceOf } from '#test/support/provenance'

const PASS: Check = { name: 'evidence', result: 'pass', reason: 'evidence-quoted' }
const NEVER = new AbortController().signal
const SPEED = { prefill: 200, decode: 10, loadMs: 1 }
const LAMP = [
  'The lamp of tower 12 burned 30 litres in a week.',
  'The lamp of tower 14 can be seen for 20 miles.',
  'The lamp of tower 16 was lit in 1822 by two keepers.',
]
const TEXTS = [
  LAMP.join(' '),
  'Oak can burn for 9 hours in a closed stove. Pine was cut in 1750 near the river.',
  '茶叶在200度的锅里会变软。采茶应在早上6点开始。',
]

let made = 0
function pairOf(document: number, response: string, more: Partial<Pair> = {}): StoredPair {
  const text = TEXTS[document] ?? ''
  const zh = document === 2
  const n = String(++made).padStart(4, '0')
  const checks = more.checks ?? [PASS]
  const decision: Decision | null = more.decision ?? null
  const pair: Pair = {
    instruction: zh ? `${response.slice(0, 8)}？` : `What is known about ${response.slice(4, 24)}?`,
    response,
    options: null,
    reasoning: null,
    task: 'fact',
    form: 'open',
    needsPassage: true,
    evidence: locate(text, response),
    id: `id-${n}`,
    language: zh ? 'zh' : 'en',
    passage: { start: 0, end: text.length, headings: [] },
    chain: { id: 'c', round: 0, shots: [] },
    provenance: provenanceOf({
      synthesizer: 'chat',
      recipe: 'x',
      recipeVersion: 'v',
      engine: 'wllama',
      model: 'writer',
    }),
    checks,
    decision,
    state: stateOf(decision, checks),
    original: null,
    ...more,
  }
  return { key: `${String(document)}-${n}`, document, run: 1, pair }
}

/** Right pairs, all with numbers, of three passages; then two that say what their passage does not. */
function project(): StoredPair[] {
  made = 0
  const right = [
    ...LAMP.map(sentence => pairOf(0, sentence)),
    pairOf(1, 'Oak can burn for 9 hours in a closed stove.'),
    pairOf(1, 'Pine was cut in 1750 near the river.'),
    pairOf(2, '茶叶在200度的锅里会变软。'),
    pairOf(2, '采茶应在早上6点开始。'),
  ]
  return right.map(stored => ({
    ...stored,
    pair: { ...stored.pair, decision: 'keep' as const, state: 'kept' as const },
  }))
}
const READY = () => [
  pairOf(0, 'The lamp of tower 12 burned 30 litres in a week.'),
  pairOf(0, 'The lamp of tower 12 burned 50 litres in a week.'),
  pairOf(1, 'Pine was cut in 1750 near the river.'),
  pairOf(2, '茶叶在300度的锅里会变软。'),
]

interface Under {
  readonly script?: Partial<FakeScript>
  readonly judge?: string
  readonly memory?: GateMemory
  /** Faults of the requests in their order; null for none. */
  readonly faults?: (Problem | null)[]
}

async function setUp(
  pairs: StoredPair[],
  { script = {}, judge = 'judge', memory = new Map(), faults = [] }: Under = {},
) {
  const fake = await fakeModel(script)
  let restarts = 0
  const model: LanguageModel & { asked: typeof fake.asked } = {
    ...fake,
    chat: (cancel, request, onText) => {
      const fault = faults.shift() ?? null
      return fault === null ? fake.chat(cancel, request, onText) : Promise.reject(new ProblemError(fault))
    },
  }
  const state: EngineState = { state: 'ready', model: judge, engine: 'wllama', facts: model.facts, speed: SPEED }
  const { store, writes } = pairsInMemory(pairs, TEXTS)
  const desk = {
    state: () => state,
    speed: () => SPEED,
    model: () => model,
    restart: () => {
      restarts++
      return Promise.resolve()
    },
  }
  const tools: GateTools = { store, fence: 1, desk, clock: { elapsed: () => performance.now() }, memory }
  const told: GateProgress[] = []
  return {
    told,
    writes,
    asked: model.asked,
    restarts: () => restarts,
    run: (ask: Partial<GateAsk> & { anyway?: boolean } = {}, signal: AbortSignal = NEVER) =>
      judgeByModel(signal, tools, { gate: 'grounded', scope: 'ready', limit: null, anyway: false, ...ask }, progress =>
        told.push(progress),
      ),
    estimate: (ask: Partial<GateAsk> = {}) =>
      estimateGate(NEVER, store, desk, memory, { gate: 'grounded', scope: 'ready', limit: null, ...ask }),
  }
}

const gateOf = ({ pair }: StoredPair, name = 'grounded'): Check | undefined =>
  pair.checks.find(check => check.name === name)
const lost: Problem = { kind: 'gpu-lost', detail: 'x' }

describe('judging by a model', () => {
  it('GATE5, GATE9, GATE13: the judge is measured, then each pair gets its check, and wrong ones fail', async () => {
    const pairs = [...project(), ...READY()]
    const { run, told } = await setUp(pairs)
    const result = await run()
    expect(result).toMatchObject({
      ended: 'done',
      judge: 'judge',
      done: 4,
      total: 4,
      yes: 2,
      no: 2,
      unclear: 0,
      moved: 2,
    })
    expect(result.measure).toMatchObject({ fit: true, right: { count: 7, total: 7 }, wrong: { count: 0 }, kept: 7 })
    expect(result.measure?.kinds.map(({ kind }) => kind)).toEqual(['number', 'other-answer', 'negated'])
    const judged = pairs.slice(7)
    expect(judged.map(({ pair }) => pair.state)).toEqual(['ready', 'failed', 'ready', 'failed'])
    expect(judged.map(stored => gateOf(stored)?.reason)).toEqual([
      'grounded',
      'not-grounded',
      'grounded',
      'not-grounded',
    ])
    for (const stored of judged) {
      expect(gateOf(stored)?.values?.['judge']).toBe('judge')
      expect(stored.pair.checks[0]).toBe(PASS)
    }
    expect(pairs.slice(0, 7).every(stored => gateOf(stored) === undefined)).toBe(true)
    expect(told.map(({ phase }) => phase)).toContain('measuring')
    expect(told.at(-1)?.phase).toBe('judging')
  })

  it('GATE3, GATE13: pairs of one passage are asked about one after another', async () => {
    const pairs = [...project(), ...READY()]
    const { run, asked } = await setUp(pairs)
    await run()
    const passages = asked.slice(-4).map(({ messages }) => messages.at(-1)?.content.slice(6, 20))
    expect(passages[0]).toBe(passages[1])
    expect(new Set(passages).size).toBe(3)
  })

  it('GATE13: a second call passes over what this model judged; another model judges again', async () => {
    const pairs = [...project(), ...READY()]
    await (await setUp(pairs)).run()
    const again = await setUp(pairs)
    // Two failed and are no longer ready; the other two were judged.
    expect(await again.run()).toMatchObject({ ended: 'done', total: 0 })
    expect(again.asked).toEqual([])
    const other = await setUp(pairs, { judge: 'larger' })
    expect(await other.run()).toMatchObject({ ended: 'done', total: 2, yes: 2 })
    expect(pairs.slice(7).map(stored => gateOf(stored)?.values?.['judge'])).toEqual([
      'larger',
      'judge',
      'larger',
      'judge',
    ])
    expect(pairs.every(({ pair }) => pair.checks.filter(({ name }) => name === 'grounded').length <= 1)).toBe(true)
  })

  it('GATE9, GATE16: a judge that says YES to all changes nothing, and only doubts where they are asked for', async () => {
    const pairs = [...project(), ...READY()]
    const memory: GateMemory = new Map()
    const first = await setUp(pairs, { script: { judge: 'yes' }, memory })
    expect(await first.run()).toMatchObject({ ended: 'unfit', moved: 0, measure: { fit: false, caught: 0 } })
    expect(first.writes).toEqual([])
    const measured = first.asked.length
    const second = await setUp(pairs, { script: { judge: 'yes' }, memory })
    expect(await second.run({ anyway: true })).toMatchObject({ ended: 'done', yes: 4, moved: 4 })
    expect(second.asked.length).toBe(4)
    expect(measured).toBeGreaterThan(20)
    for (const stored of pairs.slice(7)) {
      expect(stored.pair.state).toBe('unsure')
      expect(gateOf(stored)).toMatchObject({ result: 'doubt', reason: 'judge-untrusted', values: { caught: 0 } })
    }
  })

  it.each(['neither', 'echo', 'no'] as const)('GATE2, GATE9: a judge that answers "%s" passes no pair', async judge => {
    const pairs = [...project(), ...READY()]
    const { run } = await setUp(pairs, { script: { judge } })
    expect(await run({ anyway: true })).toMatchObject({ ended: 'done', yes: 0, measure: { fit: false } })
    expect(pairs.slice(7).map(stored => gateOf(stored)?.result)).toEqual(Array(4).fill('doubt'))
  })

  it('GATE13: so many pairs as were asked for, spread over all', async () => {
    const pairs = [...project(), ...READY()]
    const { run } = await setUp(pairs)
    expect(await run({ limit: 2 })).toMatchObject({ total: 2, done: 2 })
    expect(pairs.slice(7).map(stored => gateOf(stored) !== undefined)).toEqual([false, true, false, true])
  })

  it('GATE6, GATE7: the other gates judge what they apply to', async () => {
    const alone = { needsPassage: false, instruction: 'How long does oak burn in a stove?' }
    const pairs = [
      ...project(),
      pairOf(1, 'Oak can burn for 9 hours in a closed stove.', alone),
      pairOf(1, 'Oak can burn for 9 hours in a closed stove.', { ...alone, instruction: 'How long does it burn?' }),
      pairOf(1, 'Oak can burn for 9 hours in a closed stove.', { instruction: 'Does it?' }),
    ]
    const { run } = await setUp(pairs)
    // Two pairs that go without their passage are too few to measure by.
    expect(await run({ gate: 'stands-alone', anyway: true })).toMatchObject({ total: 2, yes: 1, no: 1 })
    expect(gateOf(pairs[9] ?? expect.fail(), 'stands-alone')).toBeUndefined()
    expect(await run({ gate: 'round-trip', scope: 'unsure' })).toMatchObject({ ended: 'done', total: 2 })
    expect(gateOf(pairs[7] ?? expect.fail(), 'round-trip')).toMatchObject({ result: 'pass', score: 1 })
  })

  it('GATE14: a cancel ends within a second, and what was judged is stored and not judged again', async () => {
    const many = [...project(), ...Array.from({ length: 10 }, () => READY()).flat()]
    const memory: GateMemory = new Map()
    const pace = { prefill: 50_000, decode: 50, waits: true }
    const slow = await setUp(many, { script: { pace }, memory })
    const control = new AbortController()
    let at = 0
    const stop = setInterval(() => {
      const last = slow.told.at(-1)
      if (last?.phase !== 'judging' || last.done <= 3) return
      at = performance.now()
      control.abort()
      clearInterval(stop)
    }, 5)
    const result = await slow.run({}, control.signal)
    expect(performance.now() - at).toBeLessThan(1_000)
    expect(result.ended).toBe('cancelled')
    const stored = many.filter(pair => gateOf(pair) !== undefined).length
    expect(stored).toBe(result.done)
    expect(stored).toBeLessThan(40)
    const rest = await setUp(many, { memory })
    const second = await rest.run()
    expect(second).toMatchObject({ ended: 'done', total: 40 - stored })
    expect(many.slice(7).every(pair => gateOf(pair) !== undefined)).toBe(true)
  })

  it('GATE14: a pair that is edited or goes while it is judged is left as it is', async () => {
    const pairs = [...project(), ...READY()]
    const { run, told } = await setUp(pairs)
    const edited = pairs[7] ?? expect.fail()
    const work = run()
    while (told.at(-1)?.phase !== 'judging') await new Promise(resolve => setTimeout(resolve, 0))
    pairs[7] = { ...edited, pair: { ...edited.pair, response: 'Other words.', checks: [PASS] } }
    pairs.splice(8, 1)
    await work
    expect(pairs[7].pair.checks).toEqual([PASS])
    expect(gateOf(pairs[8] ?? expect.fail())).toBeDefined()
  })

  it('GATE15: a lost device is started anew and the same pair is judged', async () => {
    const pairs = [...project(), ...READY()]
    const { run, restarts } = await setUp(pairs, { faults: [null, null, lost, lost, null] })
    expect(await run()).toMatchObject({ ended: 'done', yes: 2, no: 2 })
    expect(restarts()).toBe(2)
  })

  it('GATE15: a third fault in a row ends it with the fault; what was judged stays', async () => {
    const pairs = [...project(), ...READY()]
    const memory: GateMemory = new Map()
    await (await setUp(pairs, { memory })).run({ limit: 1 })
    const { run } = await setUp(pairs, { memory, faults: [null, lost, lost, lost] })
    expect(await run()).toMatchObject({ ended: 'problem', problem: lost, done: 1 })
    expect(pairs.filter(stored => gateOf(stored) !== undefined)).toHaveLength(2)
  })

  it('GATE15: a request that the engine refuses is a doubt of its pair', async () => {
    const pairs = [...project(), ...READY()]
    const memory: GateMemory = new Map()
    await (await setUp(pairs, { memory })).run({ limit: 1 })
    const refused: Problem = { kind: 'engine-refused', detail: 'no template' }
    const { run } = await setUp(pairs, { memory, faults: [refused] })
    expect(await run()).toMatchObject({ ended: 'done', unclear: 1 })
    expect(pairs.slice(7).map(stored => gateOf(stored)?.reason)).toContain('judge-failed')
  })

  it('a model that is not loaded is said at once', async () => {
    const { store } = pairsInMemory([], TEXTS)
    const desk = {
      state: (): EngineState => ({ state: 'none' }),
      model: () => expect.fail('not asked for'),
      restart: () => Promise.resolve(),
    }
    const tools: GateTools = { store, fence: 1, desk, clock: { elapsed: () => 0 }, memory: new Map() }
    const ask = { gate: 'grounded', scope: 'ready', limit: null, anyway: false } as const
    await expect(judgeByModel(NEVER, tools, ask, () => undefined)).rejects.toMatchObject({
      problem: { kind: 'model-missing' },
    })
  })
})

describe('what judging costs', () => {
  it('GATE17: from the speed at first, then from the pairs that were judged', async () => {
    const pairs = [...project(), ...READY(), ...READY()]
    const memory: GateMemory = new Map()
    const { estimate, run } = await setUp(pairs, { memory })
    const before = await estimate()
    expect(before).toMatchObject({ judge: 'judge', pairs: 8, judged: 0, from: 'speed' })
    // 7 right pairs and their wrong versions.
    expect(before.probes).toBeGreaterThan(20)
    expect(before.ms).toBeGreaterThan(0)
    await run({ limit: 6 })
    const after = await estimate()
    expect(after).toMatchObject({ from: 'pairs', probes: 0 })
    expect(after.pairs).toBeLessThan(8)
    expect((after.ms ?? 0) / after.pairs).toBeLessThan(1_000)
  })

  it('GATE17: pairs of one passage cost it once where the engine keeps beginnings', async () => {
    const kept = await (await setUp([...project(), ...READY(), ...READY()])).estimate()
    const read = await (
      await setUp([...project(), ...READY(), ...READY()], { script: { prefixCache: 'none' } })
    ).estimate()
    expect(kept.ms ?? 0).toBeLessThan((read.ms ?? 0) / 2)
  })
})
