import { parseRecord } from '#core/export/parse-record'
import type { Shot, State } from '#core/synthesis/pair'
import { linesOf } from './read-lines'

/** A passage whose rows stand together in a file of records. */
export interface PassageRows {
  readonly key: string
  readonly chain: string
  readonly round: number
  readonly place: Shot
  readonly saw: readonly Shot[]
  /** Where its rows stand. */
  readonly offset: number
  readonly bytes: number
}

export interface RecordsIndex {
  readonly passages: readonly PassageRows[]
  /** Rows of other states, and lines that are no records. */
  readonly leftOut: number
  readonly broken: number
}

export function passageKey({ document, start, end }: Shot): string {
  return `${document} ${String(start)} ${String(end)}`
}

/**
 * Looks through a file of records once and notes where the rows of each passage stand, so that texts of any number of
 * passages can be put together from the file without holding it. Rows of one passage and run stand next to each other.
 */
export async function indexRecords(file: string, states: readonly State[]): Promise<RecordsIndex> {
  const passages: PassageRows[] = []
  let openId = ''
  let [leftOut, broken] = [0, 0]
  for await (const { text, offset, bytes } of linesOf(file)) {
    if (text === '') continue
    const parsed = parseRecord(text)
    if ('fault' in parsed) {
      broken += 1
      continue
    }
    const { pair, document } = parsed.record
    if (!states.includes(pair.state)) {
      leftOut += 1
      continue
    }
    const place = { document: document.sha256, start: pair.passage.start, end: pair.passage.end }
    const id = `${passageKey(place)} ${pair.provenance.run} ${pair.chain.id} ${String(pair.chain.round)}`
    const last = passages.at(-1)
    if (last !== undefined && openId === id) {
      passages[passages.length - 1] = { ...last, bytes: offset + bytes - last.offset }
      continue
    }
    openId = id
    const { chain } = pair
    passages.push({
      key: passageKey(place),
      // Pairs without a chain are a chain of their own.
      chain: chain.id === '' ? id : `${pair.provenance.run} ${chain.id}`,
      round: chain.round,
      place,
      saw: chain.shots,
      offset,
      bytes,
    })
  }
  return { passages, leftOut, broken }
}
