import type { Connection } from '#storage/database/connection'
import { BLOCK } from '#storage/documents/text-blocks'

interface TextRange {
  readonly document: number
  readonly start: number
  readonly end: number
}

/** Blocks kept in memory: about 4 MB, a screenful of passages and the next batch of a run. */
const KEPT_BLOCKS = 64

const keyOf = (document: number, block: number): string => `${document} ${block}`

/** Reads ranges of texts; blocks that can no longer change are kept, the ones used last longest. */
export function textReader(connection: Connection): (ranges: readonly TextRange[]) => Promise<readonly string[]> {
  const kept = new Map<string, string>()
  const keep = (key: string, text: string): void => {
    kept.delete(key)
    kept.set(key, text)
    if (kept.size <= KEPT_BLOCKS) return
    const [oldest] = kept.keys()
    if (oldest !== undefined) kept.delete(oldest)
  }
  return async ranges => {
    const found = new Map<string, string>()
    const missing = new Map<string, readonly [document: number, block: number]>()
    for (const { document, start, end } of ranges) {
      for (let block = Math.floor(start / BLOCK); block * BLOCK < end; block++) {
        const key = keyOf(document, block)
        const text = kept.get(key)
        if (text === undefined) missing.set(key, [document, block])
        else found.set(key, text)
      }
    }
    if (missing.size > 0) {
      const rows = await connection.read(['texts'], db => db.texts.bulkGet([...missing.values()]))
      for (const row of rows) {
        if (row === undefined) continue
        const key = keyOf(row.document, row.block)
        found.set(key, row.text)
        if (row.closed) keep(key, row.text)
      }
    }
    return ranges.map(({ document, start, end }) => {
      let text = ''
      for (let block = Math.floor(start / BLOCK); block * BLOCK < end; block++) {
        const from = block * BLOCK
        text += (found.get(keyOf(document, block)) ?? '').slice(Math.max(0, start - from), end - from)
      }
      return text
    })
  }
}
