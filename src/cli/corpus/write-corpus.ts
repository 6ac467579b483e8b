import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { type CorpusCounts, createCorpusCounts } from '#core/corpus/corpus-counts'
import { planCorpus } from '#core/corpus/corpus-plan'
import { corpusTexts, type RawPassage, shotOf } from '#core/corpus/corpus-texts'
import { createGeneralTexts, type GeneralReport } from '#core/corpus/general-texts'
import { passageKey, type PassageRows } from '#core/corpus/passage-index'
import type { CorpusShot } from '#core/corpus/segment'
import { jsonLine } from '#core/export/json-line'
import { parseRecord } from '#core/export/parse-record'
import { isRow } from '#core/export/shape'
import type { CommandOptions } from './corpus-options'
import { indexRecords, type Stretch } from './index-records'
import { linesOf } from './read-lines'

export interface CorpusSummary {
  readonly counts: CorpusCounts
  /** Rows of other states, and lines that could not be read. */
  readonly leftOut: number
  readonly broken: number
  readonly general: GeneralReport
}

/**
 * Writes the corpus of a file of records, a text at a time: what is held is where rows stand, not what they say. The file
 * appears under its name when it is whole. The same files and options give the same bytes.
 */
export async function writeCorpus(options: CommandOptions): Promise<CorpusSummary> {
  const { passages, leftOut, broken } = await indexRecords(options.from, options.states)
  const unfinished = `${options.out}.part`
  const records = await open(options.from)
  const out = createWriteStream(unfinished)
  const counts = createCorpusCounts()
  const general = options.general
  const source = {
    shot: (rows: PassageRows<Stretch>) => readShot(records, rows, options),
    passages: options.passages === null ? null : readPassages(options.passages),
    general: general === null ? null : createGeneralTexts(() => textsOf(general)),
  }
  try {
    for await (const text of corpusTexts(planCorpus(passages), source, options.settings)) {
      counts.add(text)
      if (!out.write(jsonLine({ text: text.text }))) await once(out, 'drain')
    }
    out.end()
    await once(out, 'finish')
    await rename(unfinished, options.out)
  } finally {
    out.destroy()
    await records.close()
    await rm(unfinished, { force: true })
  }
  return { counts: counts.read(), leftOut, broken, general: source.general?.report() ?? { bad: 0, repeated: false } }
}

async function* textsOf(file: string): AsyncGenerator<string, void> {
  for await (const { text } of linesOf(file)) yield text
}

async function* readPassages(file: string): AsyncGenerator<RawPassage, void> {
  for await (const text of textsOf(file)) {
    const passage = readPassage(text)
    if (passage !== null) yield passage
  }
}

function readPassage(line: string): RawPassage | null {
  let row: unknown
  try {
    row = JSON.parse(line)
  } catch {
    return null
  }
  if (!isRow(row) || !isRow(row['document'])) return null
  const { start, end, text } = row
  const sha256 = row['document']['sha256']
  if (typeof start !== 'number' || typeof end !== 'number' || typeof text !== 'string' || typeof sha256 !== 'string')
    return null
  return { key: passageKey({ document: sha256, start, end }), text: () => Promise.resolve(text) }
}

async function readShot(
  records: Awaited<ReturnType<typeof open>>,
  { key, where: { offset, bytes } }: PassageRows<Stretch>,
  { states }: CommandOptions,
): Promise<CorpusShot | null> {
  const { buffer } = await records.read(Buffer.alloc(bytes), 0, bytes, offset)
  const found = buffer
    .toString('utf8')
    .split('\n')
    .map(line => parseRecord(line))
    .flatMap(parsed => ('record' in parsed && states.includes(parsed.record.pair.state) ? [parsed.record] : []))
  return shotOf(
    key,
    found[0]?.passageText ?? '',
    found.map(({ pair }) => pair),
  )
}
