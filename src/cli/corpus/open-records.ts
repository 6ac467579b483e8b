import { open } from 'node:fs/promises'
import { type CorpusPlan, planCorpus } from '#core/corpus/corpus-plan'
import { type CorpusSource, type RawPassage, shotOf } from '#core/corpus/corpus-texts'
import { passageKey, type PassageRows } from '#core/corpus/passage-index'
import { languageOf } from '#core/documents/document'
import { parseRecord } from '#core/export/parse-record'
import { isRow } from '#core/export/shape'
import { type Narrowing, type Selection, selectionOf } from '#core/export/selection'
import { indexRecords, type Stretch } from './index-records'
import { linesOf } from './read-lines'

/** A file of records, and one of passages beside it, opened for texts to be put together from them. */
export interface OpenRecords {
  readonly plan: CorpusPlan<Stretch>
  readonly shot: CorpusSource<Stretch>['shot']
  /** All chosen passages in order, from the start at each call; null where no file of them was named. */
  readonly passages: () => AsyncIterable<RawPassage> | null
  /** Lines that were no passages, when the passages were last read. */
  readonly brokenPassages: () => number
  /** Rows that are not chosen, and lines that could not be read. */
  readonly leftOut: number
  readonly broken: number
  readonly close: () => Promise<void>
}

/** Looks through the records once; what is held is where rows stand, not what they say. */
export async function openRecords(
  file: string,
  passagesFile: string | null,
  narrowing: Narrowing<string>,
): Promise<OpenRecords> {
  const { passages, leftOut, broken } = await indexRecords(file, narrowing)
  const { pair: takes, passage: takesPassage } = selectionOf(narrowing)
  const records = await open(file)
  let brokenPassages = 0
  return {
    plan: planCorpus(passages),
    shot: rows => readShot(records, rows, takes),
    passages: () => {
      brokenPassages = 0
      return passagesFile === null ? null : readPassages(passagesFile, takesPassage, () => (brokenPassages += 1))
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

async function* readPassages(
  file: string,
  takes: Selection<string>['passage'],
  onBroken: () => void,
): AsyncGenerator<RawPassage, void> {
  for await (const text of textsOf(file)) {
    if (text === '') continue
    const passage = readPassage(text)
    if (passage === null) onBroken()
    else if (takes(passage.document, passage.language)) yield passage
  }
}

function readPassage(line: string): (RawPassage & { readonly document: string }) | null {
  let row: unknown
  try {
    row = JSON.parse(line)
  } catch {
    return null
  }
  if (!isRow(row) || !isRow(row['document'])) return null
  const { start, end, text } = row
  const { sha256, name } = row['document']
  if (typeof start !== 'number' || typeof end !== 'number' || typeof text !== 'string' || typeof sha256 !== 'string')
    return null
  return {
    document: typeof name === 'string' ? name : '',
    key: passageKey({ document: sha256, start, end }),
    text: () => Promise.resolve(text),
    language: languageOf(row['language']),
  }
}

async function readShot(
  records: Awaited<ReturnType<typeof open>>,
  { key, where: { offset, bytes } }: PassageRows<Stretch>,
  takes: Selection<string>['pair'],
): ReturnType<OpenRecords['shot']> {
  const { buffer } = await records.read(Buffer.alloc(bytes), 0, bytes, offset)
  const found = buffer
    .toString('utf8')
    .split('\n')
    .map(line => parseRecord(line))
    .flatMap(parsed =>
      'record' in parsed && takes(parsed.record.document.name, parsed.record.pair) ? [parsed.record] : [],
    )
  return shotOf(
    key,
    found[0]?.passageText ?? '',
    found.map(({ pair }) => pair),
  )
}
