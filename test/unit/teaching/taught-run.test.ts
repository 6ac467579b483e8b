import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { chunk } from '#core/documents/chunker'
import { blindPairs, compareSides } from '#core/evaluation/comparison'
import type { ChatRequest, LanguageModel } from '#core/ports/engine'
import { ProblemError } from '#core/problem'
import type { StoredPair } from '#core/ports/project-store'
import type { Run, RunRequest } from '#core/run/run'
import type { Pair } from '#core/synthesis/pair'
import type { Recipe } from '#core/synthesis/recipe'
import { recipeVersion } from '#core/synthesis/recipe-version'
import { readingComprehension } from '#core/synthesis/recipes/reading-comprehension/recipe'
import { summary } from '#core/synthesis/recipes/summary/recipe'
import { loadHash } from '#files/sha256'
import type { ComparisonAsk } from '#messages/teaching'
import { createComparing, isSameComparison } from '#runner/compare-recipes'
import type { EngineDesk } from '#runner/engine-desk'
import type { RunContext } from '#runner/run-context'
import { driveRun } from '#runner/run-loop'
import { startRun } from '#runner/start-run'
import { synthesizerFor } from '#runner/synthesizer-for'
import { teachRecipe } from '#runner/teach-recipe'
import { showPrompt } from '#runner/try-recipe'
import { type OpenedStore, openStore } from '#storage/open-store'
import { createProject } from '#storage/projects'
import { loaded } from '#test/unit/engine-client/started'

const settings = { target: 110, maximum: 180 }
const NEVER = new AbortController().signal
const ALL = { states: [], tasks: [], languages: [], checks: [], document: null, text: '' }
const MODEL = 'scripted'

let opened: OpenedStore
let context: RunContext
let desk: EngineDesk
/** What the model was asked, in order. */
let asked: ChatRequest[]
let projects = 0

/** The scripted engine, which writes pairs out of whatever passage it is asked about; larger contexts on request. */
async function heard(contextTokens: number): Promise<LanguageModel> {
  const { model } = await loaded({})
  return {
    ...model,
    facts: { ...model.facts, contextTokens },
    count: texts => model.count(texts),
    chat: (cancel, request, onText) => {
      asked.push(request)
      return model.chat(cancel, request, onText)
    },
  }
}

async function deskWith(contextTokens: number): Promise<EngineDesk> {
  const model = await heard(contextTokens)
  const speed = { prefill: 100, decode: 10, loadMs: 1 }
  return {
    state: () => ({ state: 'ready', model: MODEL, engine: 'wllama', facts: model.facts, speed }),
    model: name => {
      if (name !== MODEL) throw new ProblemError({ kind: 'model-missing', model: name ?? '' })
      return model
    },
    load: () => Promise.reject(new RangeError('not here')),
    unload: () => Promise.resolve(),
    restart: () => Promise.resolve(),
    speed: () => null,
    network: () => Promise.resolve(null),
  }
}

beforeEach(async () => {
  const { id } = await createProject(`teaching ${++projects}`, 0)
  opened = await openStore(id, { onTrouble: () => undefined })
  asked = []
  desk = await deskWith(6_000)
  const hash = await loadHash()
  let elapsed = 0
  context = {
    store: opened.store,
    fence: await opened.store.takeFence(),
    hash,
    detect: text => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en'),
    clock: { now: () => 0, elapsed: () => (elapsed += 10) },
    breathe: () => Promise.resolve(),
    synthesizer: (request, onText) => synthesizerFor(opened.store, hash, { desk, answers: null }, request, onText),
  }
  await addDocument('lighthouses.md', 'en')
  await addDocument('tea.zh.md', 'zh')
})

async function addDocument(name: string, language: 'en' | 'zh'): Promise<void> {
  const text = readFileSync(`public/samples/${name}`, 'utf8').slice(0, 3_000)
  const passages = chunk(text, settings, () => language)
  const { store, fence, hash } = context
  const source = await store.beginSource(fence, { name, kind: 'text', bytes: text.length })
  const document = {
    source,
    name,
    row: null,
    sha256: hash.sha256(text),
    length: text.length,
    language,
    title: null,
    pages: null,
    meta: null,
  }
  const [order = -1] = await store.addDocuments(fence, [{ document, text, passages }], settings)
  await store.finishSource(fence, {
    id: source,
    name,
    kind: 'text',
    bytes: text.length,
    encoding: null,
    column: null,
    columns: null,
    documents: 1,
    passages: passages.length,
    characters: text.length,
    languages: [language],
    warnings: [],
    problem: null,
    firstDocument: order,
    lastDocument: order,
  })
}

async function requestFor(recipe: Recipe): Promise<RunRequest> {
  const version = recipeVersion(context.hash, recipe)
  await context.store.saveRecipe(context.fence, { version, recipe, own: false, savedAt: 0 })
  return {
    synthesizer: 'chat',
    engine: 'wllama',
    model: MODEL,
    recipe: recipe.name,
    recipeVersion: version,
    tasks: [],
    seed: 1,
    documents: null,
    sample: null,
  }
}

async function write(recipe: Recipe, signal = NEVER): Promise<Run> {
  return driveRun(signal, context, await startRun(context, await requestFor(recipe)), () => undefined)
}

const pairsOf = async (run: Run): Promise<readonly StoredPair[]> =>
  (await context.store.pairs(ALL, '', 10_000)).filter(stored => stored.run === run.sequence)

/** Keeps some clean pairs of each language, and edits the first of them. */
async function keepSome(run: Run): Promise<string> {
  const clean = (await pairsOf(run)).filter(({ pair }) => pair.checks.every(({ result }) => result === 'pass'))
  const chosen = (['en', 'zh'] as const).flatMap(language =>
    clean.filter(({ pair }) => pair.language === language).slice(0, 4),
  )
  expect(chosen.length).toBeGreaterThan(4)
  const { store, fence } = context
  await store.decide({ aborted: false }, fence, { keys: chosen.map(({ key }) => key) }, 'keep', () => undefined)
  const [first] = chosen
  const held = first && (await store.pair(first.key))
  if (held === undefined) throw new RangeError('nothing was kept')
  const { instruction, response } = held.pair
  const edited: Pair = {
    ...held.pair,
    instruction: 'Edited: what is it that is told here?',
    original: { instruction, response },
  }
  await store.edit(fence, held.key, edited)
  return edited.instruction
}

const teach = (recipe: Recipe = readingComprehension) =>
  teachRecipe(context.store, context.hash, desk, { recipe, contextTokens: null, seed: 1 })

const said = ({ messages }: Pick<ChatRequest, 'messages'>): string => messages.map(({ content }) => content).join('\n')

describe('teaching by keeping, from kept pairs to records', () => {
  it('TEACH5, TEACH6, TEACH9: edited words arrive in the prompts, pairs name what they were shown, and what was kept stays', async () => {
    const base = await write(readingComprehension)
    const edited = await keepSome(base)
    const teaching = await teach()
    expect(teaching.pairs).toBeGreaterThan(4)
    expect(teaching.examples[0]).toMatchObject({ language: 'en', edited: 1, name: 'lighthouses.md' })
    expect(teaching.examples.map(({ language }) => language)).toContain('zh')
    expect(teaching).toMatchObject({ exact: desk.model(MODEL).facts.exactCounts, tooSmall: false })
    expect(teaching.tokens).toBeGreaterThan(50)
    expect(teaching.version).toBe(recipeVersion(context.hash, teaching.recipe))

    asked.splice(0)
    const run = await write(teaching.recipe)
    expect(run.status).toBe('done')
    const pairs = await pairsOf(run)
    expect(pairs.length).toBeGreaterThan(10)
    const english = asked.filter(request => !/\p{Script=Han}/u.test(said(request)))
    const shown = english.filter(request => said(request).includes(edited))
    expect(shown.length).toBeGreaterThan(english.length / 2)

    const documents = await context.store.documentsAt(pairs.map(({ document }) => document))
    const places = new Set<string>()
    for (const [index, { pair }] of pairs.entries()) {
      const sha256 = documents[index]?.sha256
      const overlaps = pair.chain.shots.filter(
        ({ document, start, end }) => document === sha256 && start < pair.passage.end && pair.passage.start < end,
      )
      expect(overlaps).toEqual([])
      expect(pair.provenance).toMatchObject({ recipe: 'reading-comprehension', recipeVersion: teaching.version })
      for (const { document, start, end } of pair.chain.shots) places.add(`${document} ${start} ${end}`)
    }
    const wanted = teaching.examples.flatMap(({ example: { from } }) =>
      from ? [`${from.document} ${from.start} ${from.end}`] : [],
    )
    expect([...places].sort()).toEqual(wanted.sort())
    expect(pairs.filter(({ pair }) => pair.chain.shots.length > 0).length).toBeGreaterThan(pairs.length * 0.9)

    const runs = await context.store.runs()
    expect(runs.find(({ sequence }) => sequence === base.sequence)?.chosen).toBe(true)
    expect(runs.find(({ sequence }) => sequence === run.sequence)?.chosen).toBe(true)
    // A prompt for a passage that an example is of leaves that one out, and the preview shows the same prompt.
    const [own] = teaching.examples
    const from = own?.example.from
    if (own === undefined || from === undefined) throw new RangeError('nothing was taught')
    const preview = await showPrompt(context.store, desk, {
      recipe: teaching.recipe,
      document: own.document,
      start: from.start,
      end: from.end,
    })
    expect(said(preview)).not.toContain(edited)
  })

  it('TEACH7: where nothing fits, the recipe stays as it is', async () => {
    await keepSome(await write(readingComprehension))
    const other = await teach(summary)
    expect(other).toMatchObject({ recipe: summary, pairs: 0, examples: [], tokens: 0 })
    expect(other.version).toBe(recipeVersion(context.hash, summary))
    desk = await deskWith(1_500)
    const small = await teach()
    expect(small).toMatchObject({ recipe: readingComprehension, tooSmall: true, examples: [] })
    expect(small.pairs).toBeGreaterThan(4)
  })

  it('TEACH2, TEACH5, RUN2: taught again it is the same; interrupted and resumed, the run is the same', async () => {
    await keepSome(await write(readingComprehension))
    const { recipe, version } = await teach()
    expect((await teach()).version).toBe(version)
    expect((await teach(recipe)).version).toBe(version)
    const whole = await write(recipe)
    const strip = (stored: readonly StoredPair[]): unknown[] => stored.map(({ pair }) => pair)
    const wanted = strip(await pairsOf(whole))
    await context.store.deleteRun({ aborted: false }, context.fence, whole.sequence)
    for (const stops of [1, 3]) {
      const control = new AbortController()
      let reports = 0
      const run = await startRun(context, await requestFor(recipe))
      const paused = await driveRun(control.signal, context, run, () => {
        if (++reports > stops) control.abort()
      })
      expect(paused.status).toBe('paused')
    }
    const done = await write(recipe)
    expect(done.status).toBe('done')
    expect(strip(await pairsOf(done))).toEqual(wanted)
  })
})

describe('comparing with and without', () => {
  async function askFor(passages: number): Promise<ComparisonAsk> {
    await keepSome(await write(readingComprehension))
    const { recipe } = await teach()
    return {
      without: readingComprehension,
      with: recipe,
      engine: 'wllama',
      model: MODEL,
      documents: null,
      passages,
      seed: 7,
    }
  }
  const tools = () => ({
    reader: context.store,
    hash: context.hash,
    detect: context.detect,
    desk,
    elapsed: () => context.clock.elapsed(),
  })

  it('COMPARE1: writes the same passages with both, none that an example is of, and stores nothing', async () => {
    const ask = await askFor(6)
    const before = await context.store.pairs(ALL, '', 10_000)
    const comparing = await createComparing(tools(), ask)
    const told: { done: number; running: boolean }[] = []
    await comparing.write(NEVER, ({ done, running, total }) => {
      expect(total).toBe(comparing.comparison().passages * 2)
      told.push({ done, running })
    })
    const comparison = comparing.comparison()
    const of = (side: string): string[] =>
      comparison.written
        .filter(one => one.side === side)
        .map(({ document, start }) => `${document} ${start}`)
        .sort()
    expect(of('with')).toEqual(of('without'))
    expect(comparison.written).toHaveLength(comparison.passages * 2)
    expect(told.at(-1)).toEqual({ done: comparison.written.length, running: false })
    const sides = compareSides(comparison)
    expect(sides.with.pairs).toBeGreaterThan(0)
    expect(sides.with.promptTokens).toBeGreaterThan(sides.without.promptTokens)
    expect(
      comparison.written
        .filter(one => one.side === 'without')
        .flatMap(one => one.pairs.flatMap(pair => pair.chain.shots)),
    ).toEqual([])
    expect(
      comparison.written.filter(one => one.side === 'with').flatMap(one => one.pairs.flatMap(pair => pair.chain.shots))
        .length,
    ).toBeGreaterThan(0)
    const taught = new Set(
      ask.with.words.en.examples
        .concat(ask.with.words.zh.examples)
        .flatMap(({ from }) => from ?? [])
        .map(({ start, document }) => `${document} ${start}`),
    )
    const documents = await context.store.documentsAt(comparison.written.map(({ document }) => document))
    expect(comparison.written.filter(({ start }, i) => taught.has(`${documents[i]?.sha256 ?? ''} ${start}`))).toEqual(
      [],
    )
    expect(await context.store.pairs(ALL, '', 10_000)).toEqual(before)
    expect(await context.store.runs()).toHaveLength(1)
  })

  it('COMPARE5: stopped anywhere and gone on with, it is the same, and nothing is asked twice', async () => {
    const ask = await askFor(6)
    const whole = await createComparing(tools(), ask)
    asked.splice(0)
    await whole.write(NEVER, () => undefined)
    const requests = asked.length
    const parts = await createComparing(tools(), ask)
    asked.splice(0)
    for (let rounds = 0; parts.comparison().written.length < whole.comparison().written.length; rounds++) {
      expect(rounds).toBeLessThan(20)
      const control = new AbortController()
      const before = parts.comparison().written.length
      await parts.write(control.signal, ({ done }) => {
        if (done > before + 1) control.abort()
      })
    }
    expect(parts.comparison().written.map(one => ({ ...one, usage: null }))).toEqual(
      whole.comparison().written.map(one => ({ ...one, usage: null })),
    )
    expect(asked).toHaveLength(requests)
    expect(isSameComparison(ask, structuredClone(ask))).toBe(true)
    expect(isSameComparison(ask, { ...ask, passages: 5 })).toBe(false)
  })

  it('COMPARE3: marks are taken by what was written, whoever wrote it', async () => {
    const comparing = await createComparing(tools(), await askFor(6))
    await comparing.write(NEVER, () => undefined)
    const [first] = blindPairs(comparing.comparison())
    comparing.mark(first?.id ?? '', 'right')
    expect(comparing.comparison().marks).toEqual({ [first?.id ?? '']: 'right' })
    comparing.mark(first?.id ?? '', null)
    expect(comparing.comparison().marks).toEqual({})
  })

  it('COMPARE1: a project without passages has nothing to compare', async () => {
    const ask = { ...(await askFor(6)), documents: [] }
    await expect(createComparing(tools(), ask)).rejects.toMatchObject({ problem: { kind: 'nothing-to-write' } })
  })
})
