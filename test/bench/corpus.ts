import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeCorpus } from '#cli/corpus/write-corpus.ts'
import { textOf } from '#core/corpus/part'
import { renderSegment } from '#core/corpus/render-segment'
import type { CorpusPair, CorpusShot } from '#core/corpus/segment'
import { corpusSettings, DEFAULT_CORPUS_OPTIONS } from '#core/corpus/corpus-options'
import { PAPER_TEMPLATES } from '#core/corpus/style'
import { alone, type BenchTable, megabytes, seconds } from '#test/bench/app/row'
import { makeChinese, makeEnglish } from '#test/support/make-text'

const RENDERED = 4_000
const PAIRS_A_SECOND = 20_000
const MEGABYTES_A_SECOND = 10
const DISTINCT = 1_000
const WRITTEN = 20_000
const PAIRS_EACH = 5
/** What the heap may grow by while a corpus of 100,000 pairs is written: the places of its passages. */
const HEAP = 64e6

type Language = 'en' | 'zh'

const proseOf = (language: Language, size: number, n: number): string =>
  (language === 'zh' ? makeChinese : makeEnglish)(size, n).slice(0, size)

function pairOf(n: number, language: Language): CorpusPair {
  const [instruction, response] = [`${proseOf(language, 60, n)}?`, proseOf(language, 160, n + 7)]
  const plain = { instruction, response, options: null, reasoning: null, task: 'question' }
  if (n % 4 === 1) return { ...plain, options: [response, 'another', 'a third', 'the last'] }
  if (n % 4 === 2) return { ...plain, reasoning: proseOf(language, 120, n + 9) }
  return plain
}

function shotOf(n: number, language: Language = 'en'): CorpusShot {
  const [first, ...others] = [0, 1, 2, 3, 4].map(place => pairOf(n * PAIRS_EACH + place, language))
  if (first === undefined) throw new Error('no pairs')
  return { key: `passage ${n}`, text: proseOf(language, 1_200, n), language, pairs: [first, ...others] }
}

/** Templates: speed, and how varied what they write is. */
export function benchTemplates(): BenchTable {
  const shots = Array.from({ length: RENDERED }, (_, n) => shotOf(n))
  for (const shot of shots.slice(0, 200)) renderSegment([shot], PAPER_TEMPLATES)
  const began = performance.now()
  let units = 0
  for (const shot of shots) units += textOf(renderSegment([shot], PAPER_TEMPLATES).spans).length
  const ms = performance.now() - began
  const [pairs, speed] = [(RENDERED * PAIRS_EACH * 1_000) / ms, units / 1_000 / ms]
  return {
    name: 'Templates of pre-training text',
    rows: [
      alone('pairs a second', pairs.toFixed(0), `≥ ${PAIRS_A_SECOND}`, pairs >= PAIRS_A_SECOND),
      alone('text a second', `${speed.toFixed(1)} MB`, `≥ ${MEGABYTES_A_SECOND} MB`, speed >= MEGABYTES_A_SECOND),
      ...distinctRows('en'),
      ...distinctRows('zh'),
    ],
  }
}

/** What a text is counted in: words, or characters in Chinese. */
const UNITS = { en: { name: 'words', cut: /\s+/u }, zh: { name: 'characters', cut: /\s*/u } } as const

/** Distinct-n of the words that are ours, over texts of the same passage and pairs: report only. */
function distinctRows(language: Language) {
  const shot = shotOf(1, language)
  const { name, cut } = UNITS[language]
  const texts = Array.from({ length: DISTINCT }, (_, seed) =>
    renderSegment([shot], { ...PAPER_TEMPLATES, seed })
      .spans.filter(span => span.kind === 'template')
      .flatMap(span => span.text.split(cut).filter(unit => unit !== '')),
  )
  const rows = [1, 2, 3, 4].map(n => {
    const all = texts.flatMap(units => units.slice(n - 1).map((_, at) => units.slice(at, at + n).join(' ')))
    const share = new Set(all).size / all.length
    const metric = `${language}: distinct-${n} of our own ${name} in ${DISTINCT} texts of one passage`
    return alone(metric, share.toFixed(4), 'report', true)
  })
  const whole = new Set(texts.map(units => units.join(' '))).size / DISTINCT
  const metric = `${language}: texts of one passage that differ in our own ${name}`
  return [...rows, alone(metric, whole.toFixed(3), '≥ 0.5', whole >= 0.5)]
}

/** The command over 100,000 pairs: time, and what it holds. */
export async function benchCorpus(): Promise<BenchTable> {
  const folder = await mkdtemp(path.join(tmpdir(), 'corpus-'))
  try {
    const from = path.join(folder, 'records.jsonl')
    await writeRecords(from)
    globalThis.gc?.()
    const before = process.memoryUsage().heapUsed
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().heapUsed)
    }, 20)
    const began = performance.now()
    const { counts } = await writeCorpus({
      from,
      out: path.join(folder, 'corpus.jsonl'),
      passages: null,
      general: null,
      narrowing: { states: ['ready'], documents: null, tasks: [], languages: [] },
      settings: corpusSettings(DEFAULT_CORPUS_OPTIONS, false),
    })
    const ms = performance.now() - began
    clearInterval(watch)
    const { size } = await stat(path.join(folder, 'corpus.jsonl'))
    return {
      name: `A corpus of ${counts.pairs} pairs in two rounds`,
      rows: [
        alone('time, from records to a finished file', `${seconds(ms)}, ${megabytes(size)}`, 'report', true),
        alone('most that the heap grows by', megabytes(most - before), `≤ ${megabytes(HEAP)}`, most - before <= HEAP),
      ],
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function writeRecords(file: string): Promise<void> {
  const out = createWriteStream(file)
  const place = (n: number) => ({ document: 'd', start: n * 1_200, end: n * 1_200 + 1_200 })
  for (let n = 0; n < WRITTEN; n++) {
    const { text, pairs } = shotOf(n % 500)
    const round = n < WRITTEN / 2 ? 0 : 1
    const chain = { id: `c${n % (WRITTEN / 2)}`, round, shots: round === 0 ? [] : [place(n - WRITTEN / 2)] }
    for (const [at, { instruction, response, options, reasoning }] of pairs.entries()) {
      const row = {
        id: `${n} ${at}`,
        ...{ instruction, response, options: options ?? [], reasoning, language: 'en', state: 'ready', decision: null },
        passage: { start: place(n).start, end: place(n).end, headings: [], text },
        document: { name: 'd', row: null, sha256: 'd', meta: null },
        chain,
        provenance: { run: 'r' },
      }
      if (!out.write(`${JSON.stringify(row)}\n`)) await once(out, 'drain')
    }
  }
  out.end()
  await once(out, 'finish')
}
