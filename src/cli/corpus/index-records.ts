import { createPassageIndex, type PassageRows } from '#core/corpus/passage-index'
import { parseRecord } from '#core/export/parse-record'
import type { State } from '#core/synthesis/pair'
import { linesOf } from './read-lines'

/** Bytes of a file in which the rows of a passage stand. */
export interface Stretch {
  readonly offset: number
  readonly bytes: number
}

export interface RecordsIndex {
  readonly passages: readonly PassageRows<Stretch>[]
  /** Rows of other states, and lines that are no records. */
  readonly leftOut: number
  readonly broken: number
}

/** Looks through a file of records once and notes where the rows of each passage stand. */
export async function indexRecords(file: string, states: readonly State[]): Promise<RecordsIndex> {
  const index = createPassageIndex<Stretch>((first, next) => ({
    offset: first.offset,
    bytes: next.offset + next.bytes - first.offset,
  }))
  let [leftOut, broken] = [0, 0]
  for await (const { text, offset, bytes } of linesOf(file)) {
    if (text === '') continue
    const parsed = parseRecord(text)
    if ('fault' in parsed) {
      broken += 1
      continue
    }
    const { pair, document } = parsed.record
    if (states.includes(pair.state)) index.add(pair, document.sha256, { offset, bytes })
    else leftOut += 1
  }
  return { passages: index.rows, leftOut, broken }
}
