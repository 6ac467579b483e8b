import { existsSync, readFileSync } from 'node:fs'
import { createTokenizer } from '#engines/tokenizer'
import { rulesSynthesizer } from '#core/mining/rules-synthesizer'
import type { Language } from '#core/documents/document'
import type { ExamplePair } from '#core/synthesis/recipe'
import { RECIPES } from '#core/synthesis/recipes'
import { createTagParser } from '#core/synthesis/wire/tag-parser'
import { writePair } from '#core/synthesis/wire/write-pair'
import { estimateTokens } from '#core/text/token-estimate'
import type { BenchTable } from '#test/bench/app/row'

const PAIRS = 500
const SHARE = 0.85
const MEGABYTES_A_SECOND = 5
/** A folder of an MLC model: its tokenizer counts as well. */
const MODEL = process.env['PAIRLOOM_MLC_FOLDER'] ?? ''

interface Written {
  readonly pair: ExamplePair
  readonly language: Language
}

/** The same pairs in tags and in JSON, in tokens; and how fast answers are read. */
export function benchWireFormat(): BenchTable {
  const pairs = somePairs()
  const rows = counters().flatMap(({ name, count }) =>
    JSON_FORMS.map(form => {
      const ours = pairs.reduce((sum, { pair, language }) => sum + count(`${writePair(pair, language)}\n\n`), 0)
      const peer = pairs.reduce((sum, { pair }) => sum + count(`${form.write(pair)},\n`), 0)
      return {
        metric: `tokens of ${pairs.length} pairs, ${name}`,
        ours: `${ours} in tags`,
        peer: `${peer} in JSON, ${form.name}`,
        ratio: ours / peer,
        goal: `≤ ${SHARE}`,
        met: ours / peer <= SHARE,
      }
    }),
  )
  const text = pairs.map(({ pair, language }) => writePair(pair, language)).join('\n\n')
  const ours = megabytesASecond(text)
  const peer = jsonMegabytesASecond(pairs)
  return {
    name: 'Wire format',
    rows: [
      ...rows,
      {
        metric: 'reading answers as they stream, MB/s',
        ours: ours.toFixed(1),
        peer: `${peer.toFixed(0)} (JSON.parse of the whole)`,
        ratio: ours / peer,
        goal: `≥ ${MEGABYTES_A_SECOND} MB/s in pieces of 24 units`,
        met: ours >= MEGABYTES_A_SECOND,
      },
    ],
  }
}

/** What chat models are asked for elsewhere: as compact as can be, and as models write it. */
const JSON_FORMS = [
  { name: 'compact', write: (pair: ExamplePair) => JSON.stringify(inJson(pair)) },
  { name: 'indented', write: (pair: ExamplePair) => JSON.stringify([inJson(pair)], null, 2).slice(2, -2) },
] as const

function inJson({ instruction, response, quote, options, reasoning }: ExamplePair) {
  return {
    question: instruction,
    ...(options && { options }),
    ...(reasoning && { reasoning }),
    answer: response,
    source: quote,
  }
}

/** Worked examples, and pairs that the rules find in prose, with the response as its own source. */
function somePairs(): Written[] {
  const shown = RECIPES.flatMap(recipe =>
    (['en', 'zh'] as const).flatMap(language =>
      recipe.words[language].examples.flatMap(({ pairs }) => pairs.map(pair => ({ pair, language }))),
    ),
  )
  const file = new URL('../fixtures/mining/prose-en.txt', import.meta.url)
  const found: Written[] = []
  for (const text of readFileSync(file, 'utf8').split('\n\n')) {
    const asked = { text, headings: [], language: 'en', title: null, first: false, seed: 1, tasks: [] } as const
    const { drafts } = rulesSynthesizer.synthesize({ aborted: false }, asked)
    for (const { instruction, response } of drafts) {
      found.push({ pair: { instruction, response, quote: response }, language: 'en' })
    }
  }
  const all = [...shown, ...found]
  return Array.from({ length: PAIRS }, (_, i) => all[i % all.length]).filter(one => one !== undefined)
}

function counters(): { name: string; count: (text: string) => number }[] {
  const estimated = { name: 'estimated', count: (text: string) => estimateTokens(text) }
  const file = [`${MODEL}/tokenizer.json`, `${MODEL}/resolve/main/tokenizer.json`].find(path => existsSync(path))
  if (MODEL === '' || file === undefined) return [estimated]
  const tokenizer = createTokenizer(JSON.parse(readFileSync(file, 'utf8')))
  return [estimated, { name: 'tokenizer in PAIRLOOM_MLC_FOLDER', count: text => tokenizer.count(text) }]
}

function megabytesASecond(text: string): number {
  const bytes = Buffer.byteLength(text)
  return best(bytes, () => {
    const parser = createTagParser({ strict: false, source: true })
    for (let i = 0; i < text.length; i += 24) parser.push(text.slice(i, i + 24))
    parser.finish('stop')
  })
}

function jsonMegabytesASecond(pairs: readonly Written[]): number {
  const text = JSON.stringify(pairs.map(({ pair }) => inJson(pair)))
  return best(Buffer.byteLength(text), () => {
    JSON.parse(text)
  })
}

/** The best of many runs: the machine's other work only ever slows one. */
function best(bytes: number, act: () => void): number {
  let quickest = Number.POSITIVE_INFINITY
  const end = performance.now() + 3_000
  while (performance.now() < end) {
    const start = performance.now()
    act()
    quickest = Math.min(quickest, performance.now() - start)
  }
  return bytes / 1_000 / quickest
}
