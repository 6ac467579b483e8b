import { open } from 'node:fs/promises'
import { type CorpusPlan, planCorpus } from '#core/corpus/corpus-plan'
import { type CorpusSource, type RawPassage, shotOf } from '#core/corpus/corpus-texts'
import { passageKey, type PassageRows } from '#core/corpus/passage-index'
import { type Language, languageOf } from '#core/documents/document'
import { parseRecord } from '#core/export/parse-record'
import { isRow } from '#core/export/shape'
import type { State } from '#core/synthesis/pair'
import { indexRecords, type Stretch } from './index-records'
import { linesOf } from './read-lines'

/** A passage of a file of passages. */
export interface FilePassage extends RawPassage {
  readonly language: Language
}

/** A file of records, and one of passages beside it, opened for texts to be put together from them. */
export interface OpenRecords {
  readonly plan: CorpusPlan<Stretch>
  readonly shot: CorpusSource<Stretch>['shot']
  /** All passages in order, from the start at each call; null where no file of them was named. */
  readonly passages: () => AsyncIterable<FilePassage> | null
  /** Lines that were no passages, when the passages were last read. */
  readonly brokenPassages: () => number
  /** Rows of other states, and lines that could not be read. */
  readonly leftOut: number
  readonly broken: number
  readonly close: () => Promise<void>
}

/** Looks through the records once; what is held is where rows stand, not what they say. */
export async function openRecords(
  file: string,
  passagesFile: string | null,
  states: readonly State[],
): Promise<OpenRecords> {
  const { passages, leftOut, broken } = await indexRecords(file, states)
  const records = await open(file)
  let brokenPassages = 0
  return {
    plan: planCorpus(passages),
    shot: rows => readShot(records, rows, states),
    passages: () => {
      brokenPassages = 0
      return passagesFile === null ? null : readPassages(passagesFile, () => (brokenPassages += 1))
    },
    brokenPassages: () => brokenPassages,
    leftOut,
    broken,
    close: () => records.close(),
  }
}

/** The lines of a file, without what they are. */
export async function* textsOf(file: string): AsyncGenerator<string, void> {
  for await (const { text } of linesOf(file)) yield text
}

async function* readPassages(file: string, onBroken: () => void): AsyncGenerator<FilePassage, void> {
  for await (const text of textsOf(file)) {
    if (text === '') continue
    const passage = readPassage(text)
    if (passage === null) onBroken()
    else yield passage
  }
}

function readPassage(line: string): FilePassage | null {
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
  return {
    key: passageKey({ document: sha256, start, end }),
    text: () => Promise.resolve(text),
    language: languageOf(row['language']),
  }
}

async function readShot(
  records: Awaited<ReturnType<typeof open>>,
  { key, where: { offset, bytes } }: PassageRows<Stretch>,
  states: readonly State[],
): ReturnType<OpenRecords['shot']> {
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
