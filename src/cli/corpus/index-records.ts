import { createPassageIndex, type PassageRows } from '#core/corpus/passage-index'
import { parseRecord } from '#core/export/parse-record'
import { type Narrowing, selectionOf } from '#core/export/selection'
import { linesOf } from './read-lines'

/** Bytes of a file in which the rows of a passage stand. */
export interface Stretch {
  readonly offset: number
  readonly bytes: number
}

export interface RecordsIndex {
  readonly passages: readonly PassageRows<Stretch>[]
  /** Rows that are not chosen, and lines that are no records. */
  readonly leftOut: number
  readonly broken: number
}

/** Looks through a file of records once and notes where the rows of each passage stand. */
export async function indexRecords(file: string, narrowing: Narrowing<string>): Promise<RecordsIndex> {
  const index = createPassageIndex<Stretch>((first, next) => ({
    offset: first.offset,
    bytes: next.offset + next.bytes - first.offset,
  }))
  const { pair: takes } = selectionOf(narrowing)
  let [leftOut, broken] = [0, 0]
  for await (const { text, offset, bytes } of linesOf(file)) {
    if (text === '') continue
    const parsed = parseRecord(text)
    if ('fault' in parsed) {
      broken += 1
      continue
    }
    const { pair, document } = parsed.record
    if (takes(document.name, pair)) index.add(pair, document.sha256, { offset, bytes })
    else leftOut += 1
  }
  return { passages: index.rows, leftOut, broken }
}
