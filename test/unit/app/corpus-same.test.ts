import 'fake-indexeddb/auto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeCorpus } from '#cli/corpus/write-corpus.ts'
import { type CorpusOptions, corpusSettings, DEFAULT_CORPUS_OPTIONS, TWO_MODES } from '#core/corpus/corpus-options'
import { DEFAULT_EXPORT_OPTIONS, planExport } from '#core/export/export-plan'
import { jsonLine } from '#core/export/json-line'
import { lineText } from '#core/export/line-writer'
import type { Fence, ProjectStore } from '#core/ports/project-store'
import { DEFAULT_CHUNK_SETTINGS } from '#core/documents/passage'
import { problemOf } from '#core/problem'
import type { PlanItem } from '#core/run/run'
import type { Pair } from '#core/synthesis/pair'
/* eslint-disable house/no-far-parent -- only tests import from app, so it has no short name */
import { projectTexts } from '../../../src/app/corpus/corpus-lines'
import { sampleGeneral } from '../../../src/app/corpus/general-file'
import { indexPairs } from '../../../src/app/corpus/index-pairs'
import { datasetLines } from '../../../src/app/export/dataset-lines'
/* eslint-enable house/no-far-parent */
import { dexieStore } from '#test/contract/storage/dexie-store'
import type { StoreUnderTest } from '#test/contract/storage/harness'
import { addSource, fullRun, NEVER, newPair, newRun, outcomeOf, passagesOf } from '#test/contract/storage/samples'

const PASSAGES = 140
const DOCUMENTS = 6
const GENERAL = Array.from({ length: 400 }, (_, n) =>
  JSON.stringify(
    n % 9 === 1
      ? { wrong: n }
      : n % 2 === 0
        ? { question: `G${n}?`, response: 'H. '.repeat(n) }
        : { instruction: `Sort ${n}.`, output: 'a 中 b' },
  ),
).join('\n')

let under: StoreUnderTest
let folder: string
const file = (name: string): string => path.join(folder, name)

/** Each passage of a document has sentences that can be asked about, in the language that documents take turns in. */
const textOf = (i: number): string =>
  (i % 2 === 0
    ? 'Ferries cross. Rivers flow. A reaction ferry is defined as a ferry moved by the river itself. Rain.'
    : '渡船过河。河水流淌。反应渡是指由水流沿缆索推动的渡船。雨落下来。'
  )
    .padEnd(100, ' ')
    .repeat(PASSAGES)

/** Three rounds over everything, each chain one passage of each round; every seventh passage did not see the one before. */
async function chainedRun(store: ProjectStore, fence: Fence, keys: readonly number[]): Promise<void> {
  const places = keys.flatMap(document => Array.from({ length: PASSAGES }, (_, p) => ({ document, start: p * 100 })))
  const inRound = Math.ceil(places.length / 3)
  const plan = places.map(
    (place, position): PlanItem => ({
      ...place,
      position,
      chain: position % inRound,
      round: Math.floor(position / inRound),
      end: place.start + 100,
      headings: [],
      language: 'en',
    }),
  )
  const run = await store.createRun(fence, newRun('chained', plan.length), plan, [])
  const hashes = new Map((await store.documentsAt(keys)).map(document => [document?.order, document?.sha256 ?? '']))
  const outcomes = plan.map(item => {
    const before = plan[item.position - inRound]
    const saw = before === undefined || item.position % 7 === 0 ? [] : [before]
    const shots = saw.map(({ document, start, end }) => ({ document: hashes.get(document) ?? '', start, end }))
    const pairs = Array.from({ length: item.position % 4 }, (_, place): Pair => {
      const pair = newPair('chained', item, place, {
        language: item.position % 3 === 0 ? 'zh' : 'en',
        result: (item.position + place) % 11 === 0 ? 'fail' : 'pass',
      })
      const shape = [{}, { options: [pair.response, 'other', 'third'] }, { reasoning: 'One. Two.' }][
        (item.position + place) % 3
      ]
      return { ...pair, ...shape, chain: { ...pair.chain, shots } }
    })
    return outcomeOf(item, pairs)
  })
  for (let at = 0; at < outcomes.length; at += 64) {
    await store.commit(fence, run.sequence, outcomes.slice(at, at + 64), [], 5)
  }
}

async function ownPairs(store: ProjectStore, fence: Fence, document: number): Promise<void> {
  const run = await store.createRun(fence, { ...newRun('own', 0), status: 'done' }, [], [])
  for (const start of [0, 300, 9_900]) {
    const item: PlanItem = {
      position: 0,
      chain: 0,
      round: 0,
      document,
      start,
      end: start + 100,
      headings: [],
      language: 'en',
    }
    const pair = newPair('own', item, 0, { decision: 'keep', instruction: `My own of ${start}?` })
    const own: Pair = { ...pair, chain: { id: 'person', round: 0, shots: [] } }
    await store.addPair(fence, run.sequence, { document, start }, own)
  }
}

async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

async function exportTo(name: string, format: 'records' | 'passages'): Promise<void> {
  const plan = planExport({ ...DEFAULT_EXPORT_OPTIONS, format })
  const pages = await allOf(datasetLines(NEVER, under.store, plan, null).pages)
  await writeFile(
    file(name),
    pages
      .flat()
      .map(({ line }) => lineText(line))
      .join(''),
  )
}

async function inApp(
  options: CorpusOptions,
  general: Blob | null,
): Promise<{ bytes: string; contents: ReturnType<ReturnType<typeof projectTexts>['contents']> }> {
  const corpus = await indexPairs(NEVER, under.store, options, () => undefined)
  const made = projectTexts(NEVER, under.store, corpus, options, general, () => undefined)
  const texts = await allOf(made.texts)
  return { bytes: texts.map(({ text }) => jsonLine({ text })).join(''), contents: made.contents() }
}

async function byCommand(options: CorpusOptions, general: string | null) {
  const { states, documents, tasks, languages } = options
  const named = documents === null ? null : (await under.store.documentsAt(documents)).map(found => found?.name ?? '')
  const summary = await writeCorpus({
    from: file('records.jsonl'),
    out: file('out.jsonl'),
    passages: file('passages.jsonl'),
    general,
    narrowing: { states, documents: named, tasks, languages },
    settings: corpusSettings(options, general !== null),
  })
  return { bytes: await readFile(file('out.jsonl'), 'utf8'), summary }
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'corpus-same-'))
  under = await dexieStore()
  const { store } = under
  const fence = await store.takeFence()
  const { keys } = await addSource(store, fence, 'texts', DOCUMENTS, PASSAGES, textOf)
  await chainedRun(store, fence, keys)
  await ownPairs(store, fence, keys[0] ?? 0)
  await fullRun(store, fence, 'second', keys.slice(4, 5), 20, 2)
  // Cut anew: the pairs of this document stand at passages that are not there any more.
  const last = keys.at(-1) ?? 0
  await store.replaceCut(fence, {
    document: last,
    settings: DEFAULT_CHUNK_SETTINGS,
    passages: passagesOf(PASSAGES * 100, 130),
  })
  await exportTo('records.jsonl', 'records')
  await exportTo('passages.jsonl', 'passages')
  await writeFile(file('general.jsonl'), GENERAL)
}, 30_000)

afterAll(async () => {
  await under.dispose()
  await rm(folder, { recursive: true })
})

describe('the page and the command', { timeout: 20_000 }, () => {
  it.each([
    ['as they are', {}, false],
    ['another seed', { seed: 7 }, false],
    ['a fifth converted', { converted: 0.2 }, false],
    ['nothing converted', { converted: 0 }, false],
    ['general instructions', {}, true],
    ['fewer general instructions', { general: 0.25, converted: 0.5 }, true],
    ['two modes', { weights: TWO_MODES, inversion: 1 }, false],
    ['one mode', { weights: { ...TWO_MODES, classic: 0, dialog: 0, numbered: 1 }, inversion: 0 }, false],
    ['only what was kept', { states: ['kept'] }, false],
    ['raw passages read for comprehension', { comprehension: 1, converted: 0.5 }, false],
    ['a share of them, with general instructions', { comprehension: 0.4, converted: 0, seed: 3 }, true],
    ['only some tasks', { tasks: ['definition'], comprehension: 1 }, false],
    ['only one language', { languages: ['zh'], comprehension: 0.5 }, false],
    ['only two documents', { documents: [1, 4], comprehension: 0.5 }, false],
    ['one document, one task', { documents: [4], tasks: ['cause'] }, true],
  ] as const)('CORPUS3: write the same bytes: %s', async (_name, change, withGeneral) => {
    const options = { ...DEFAULT_CORPUS_OPTIONS, ...change }
    const [app, command] = [
      await inApp(options, withGeneral ? new Blob([GENERAL]) : null),
      await byCommand(options, withGeneral ? file('general.jsonl') : null),
    ]
    expect(app.bytes.length).toBeGreaterThan(10_000)
    const [ours, theirs] = [app.bytes.split('\n'), command.bytes.split('\n')]
    expect(ours.find((line, place) => line !== theirs[place])).toBeUndefined()
    expect(ours.length).toBe(theirs.length)
    expect(app.contents).toEqual({ counts: command.summary.counts, general: command.summary.general })
  })

  it('CORPUS8: raw passages are read for comprehension in both languages, and counted by themselves', async () => {
    const { bytes, contents } = await inApp({ ...DEFAULT_CORPUS_OPTIONS, comprehension: 1 }, null)
    const { texts, tokens, examples } = contents.counts
    expect(texts.mined).toBeGreaterThan(3 * texts.raw)
    expect(tokens.examples).toBeGreaterThan(0)
    expect(examples['word-to-text']).toBeGreaterThan(texts.mined / 2)
    expect(bytes).toContain('reaction ferry')
    expect(bytes).toContain('反应渡')
  })

  it('CORPUS6: own pairs stand with their passage, and chains of three rounds are texts', async () => {
    const { bytes } = await inApp(DEFAULT_CORPUS_OPTIONS, null)
    const first = bytes.split('\n')[0] ?? ''
    expect(first).toContain('My own of 0?')
    const ofDocuments = bytes.split('\n').map(line => new Set(line.match(/What is \d+\./gu)).size)
    expect(Math.max(...ofDocuments)).toBe(3)
  })
})

describe('a file of general instructions', () => {
  it('shows how the first one will be written, and counts what is none', async () => {
    const rows = `{"question":"G?","response":"H."}\n{"wrong":1}\n`
    expect(await sampleGeneral(new Blob([rows]))).toEqual({ rows: 2, bad: 1, whole: true, example: 'G? H.' })
    expect(await sampleGeneral(new Blob([rows.repeat(501)]))).toMatchObject({ rows: 1_000, bad: 500, whole: false })
  })

  it.each([
    ['{"id":1,"score":2}\n', { kind: 'no-instructions', columns: ['id', 'score'] }],
    ['[\n{"question":"Q","response":"R"}\n]', { rows: 3, bad: 2, whole: true, example: 'Q R' }],
    ['a,b\n1,2\n', { kind: 'no-instructions', columns: [] }],
    ['\n\n', { kind: 'empty-file' }],
  ])('says what is wrong with %j', async (text, expected) => {
    const found = await sampleGeneral(new Blob([text])).catch(problemOf)
    expect(found).toEqual(expected)
  })
})
