import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { corpusSettings, DEFAULT_CORPUS_OPTIONS } from '#core/corpus/corpus-options'
import { corpusTexts, type RawPassage } from '#core/corpus/corpus-texts'
import { createGeneralTexts, type GeneralTexts } from '#core/corpus/general-texts'
import { createBalance } from '#core/corpus/mixture'
import { createEvenly } from '#core/corpus/pack/evenly'
import { oneShotPlan } from '#core/corpus/pack/one-shot'
import { tuningText } from '#core/corpus/pack/tuning-text'
import { type Config, datasetInfo, pretrainingConfigs } from '#core/corpus/pack/pretraining-configs'
import { comprehensionText } from '#core/corpus/comprehension/comprehension-text'
import { textOf } from '#core/corpus/part'
import { estimateTokens } from '#core/text/token-estimate'
import { openRecords, type OpenRecords, textsOf } from '../corpus/open-records'
import { writeTexts } from '../corpus/write-texts'
import type { CompareOptions } from './compare-options'

/** One corpus of a pack, as its manifest has it. */
export interface PackedCorpus {
  readonly name: string
  readonly file: string
  readonly sha256: string
  readonly texts: number
  /** Estimated. */
  readonly tokens: number
  /** Estimated tokens of all that there was to take from. */
  readonly of: number
}

export interface PackSummary {
  readonly corpora: readonly PackedCorpus[]
  /** Estimated tokens that each corpus was to have. */
  readonly budget: number
  /** Rows of other states; lines of records, passages and training data that could not be read. */
  readonly leftOut: number
  readonly broken: number
  /** Whether the synthesizer's training data was used up, and taken again from the start. */
  readonly repeated: boolean
}

/** Why nothing was written. */
export type Refusal = 'not-empty' | 'no-pairs' | 'no-passages'

/** Gives its texts from the start at each call. */
type Texts = () => AsyncIterable<string>

/**
 * Writes corpora of equal size out of the same documents, a manifest and configurations (rules PACK1 to PACK4). Everything
 * is read twice: once to know how much there is, once to take of it. A text at a time is held.
 *
 * @returns why, where nothing was written
 */
export async function writePack(options: CompareOptions): Promise<PackSummary | Refusal> {
  if ((await readdir(options.out).catch(() => [])).length > 0) return 'not-empty'
  const records = await openRecords(options.from, options.passages, {
    states: options.states,
    documents: null,
    tasks: [],
    languages: [],
  })
  try {
    if (records.plan.segments.length === 0) return 'no-pairs'
    const kinds = textsByName(options, records, await generalWordsOf(options))
    const totals = new Map<string, number>()
    for (const [name, texts] of kinds) totals.set(name, await tokensOf(texts))
    const all = totals.get('vanilla') ?? 0
    if (all === 0) return 'no-passages'
    await mkdir(options.out, { recursive: true })
    const budget = options.tokens ?? Math.min(...totals.values())
    const corpora: PackedCorpus[] = []
    for (const [name, texts] of kinds) {
      const total = totals.get(name) ?? 0
      corpora.push(await writeOne(options.out, name, takenEvenly(texts, budget, total), total))
    }
    const tuning = await tuningOf(options)
    if (tuning.any) {
      const half = takenEvenly(kinds.get('vanilla') ?? none, budget / 2, all)
      corpora.push(await writeOne(options.out, 'mix', withTuning(half, tuning.texts), all))
    }
    await writeManifest(options, corpora, budget)
    const told = tuning.texts.report()
    const broken = records.broken + records.brokenPassages() + told.bad
    return { corpora, budget, leftOut: records.leftOut, broken, repeated: tuning.any && told.repeated }
  } finally {
    await records.close()
  }
}

/** The training data of a synthesizer, and whether there is a text in it. */
async function tuningOf({ tuning }: CompareOptions): Promise<{ readonly texts: GeneralTexts; readonly any: boolean }> {
  const open = (): GeneralTexts => createGeneralTexts(() => (tuning === null ? none() : textsOf(tuning)), tuningText)
  const probe = open()
  return (await probe.next()) === null ? { texts: probe, any: false } : { texts: open(), any: true }
}

async function* none(): AsyncGenerator<never, void> {
  // What there is not has no texts.
}

function textsByName(
  { seed }: CompareOptions,
  records: OpenRecords,
  general: ReadonlySet<string> | null,
): Map<string, Texts> {
  const settings = corpusSettings({ ...DEFAULT_CORPUS_OPTIONS, seed }, false)
  const passages = (): AsyncIterable<RawPassage> => records.passages() ?? none()
  const rendered = (plan: OpenRecords['plan']): Texts =>
    async function* () {
      const source = { shot: records.shot, passages: passages(), general: null }
      for await (const { text } of corpusTexts(plan, source, settings)) yield text
    }
  return new Map<string, Texts>([
    [
      'vanilla',
      async function* () {
        for await (const { text } of passages()) {
          const whole = await text()
          if (whole.trim() !== '') yield whole
        }
      },
    ],
    ['instruct', rendered(records.plan)],
    ['one-shot', rendered(oneShotPlan(records.plan))],
    [
      'rules',
      async function* () {
        for await (const { key, text, language } of passages()) {
          const raw = await text()
          const made = comprehensionText(key, raw, language, { seed, general })
          const whole = made === null ? raw : textOf(made.spans)
          if (whole.trim() !== '') yield whole
        }
      },
    ],
  ])
}

async function tokensOf(texts: Texts): Promise<number> {
  let tokens = 0
  for await (const text of texts()) tokens += estimateTokens(text)
  return tokens
}

async function* takenEvenly(texts: Texts, budget: number, total: number): AsyncGenerator<string, void> {
  const evenly = createEvenly(budget, total)
  for await (const text of texts()) if (evenly.takes(estimateTokens(text))) yield text
}

/** After each text as many tokens of the synthesizer's training data as the text has. */
async function* withTuning(texts: AsyncIterable<string>, tuning: GeneralTexts): AsyncGenerator<string, void> {
  const balance = createBalance(1)
  for await (const text of texts) {
    balance.wrote(estimateTokens(text))
    yield text
    while (balance.isDue()) {
      const more = await tuning.next()
      if (more === null) break
      balance.added(estimateTokens(more))
      yield more
    }
  }
}

async function writeOne(folder: string, name: string, texts: AsyncIterable<string>, of: number): Promise<PackedCorpus> {
  const file = `${name}.jsonl`
  let [count, tokens] = [0, 0]
  const sha256 = await writeTexts(path.join(folder, file), async put => {
    for await (const text of texts) {
      count += 1
      tokens += estimateTokens(text)
      await put(text)
    }
  })
  return { name, file, sha256, texts: count, tokens, of }
}

/** The words of the list, in small letters; null where none was named. */
async function generalWordsOf({ generalWords }: CompareOptions): Promise<ReadonlySet<string> | null> {
  if (generalWords === null) return null
  const words = (await readFile(generalWords, 'utf8')).split(/\s+/u).map(word => word.toLowerCase())
  return new Set(words.filter(word => word !== ''))
}

/** Name, file, digest and size of each corpus, and what they were made of. */
async function writeManifest(options: CompareOptions, corpora: readonly PackedCorpus[], budget: number): Promise<void> {
  const { from, passages, tuning, generalWords, base, seed, states, out } = options
  const sources = [from, passages, tuning, generalWords].filter(file => file !== null)
  const digests = await Promise.all(
    sources.map(async file => ({ file: path.basename(file), sha256: await digest(file) })),
  )
  const manifest = { seed, states, tokens_wanted: budget, tokens_are: 'estimated', sources: digests, corpora }
  const configs: readonly Config[] = [
    { name: 'manifest.json', text: `${JSON.stringify(manifest, null, 2)}\n` },
    datasetInfo(corpora),
    ...pretrainingConfigs(corpora, base),
  ]
  for (const { name, text } of configs) await writeFile(path.join(out, name), text)
}

async function digest(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) {
    const chunk: unknown = piece
    if (Buffer.isBuffer(chunk)) hash.update(chunk)
  }
  return hash.digest('hex')
}
