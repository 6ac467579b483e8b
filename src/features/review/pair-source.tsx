import type { PairFilter, PairKey, ProjectReader, StoredPair } from '#core/ports/project-store'
import { passes } from '#features/review/review-filter'

/** Greater than every key. */
export const LAST: PairKey = '\uffff'

/** Pages of an ordered set of pairs, by key: never by offset, never all at once. */
export interface PairSource {
  readonly filter: PairFilter
  after(key: PairKey, limit: number): Promise<readonly StoredPair[]>
  before(key: PairKey, limit: number): Promise<readonly StoredPair[]>
}

/** All visible pairs that pass the filter. */
export function filteredPairs(reader: ProjectReader, filter: PairFilter): PairSource {
  return {
    filter,
    after: (key, limit) => reader.pairs(filter, key, limit),
    before: (key, limit) => reader.pairsBefore(filter, key, limit),
  }
}

/** What a search found so far: keys in order, which grow while it runs. Rows are read when they come into view. */
export function foundPairs(reader: ProjectReader, filter: PairFilter, keys: readonly PairKey[]): PairSource {
  const read = async (chosen: readonly PairKey[]): Promise<readonly StoredPair[]> => {
    const rows = await Promise.all(chosen.map(key => reader.pair(key)))
    return rows.filter(row => row !== undefined && passes(filter, row.pair)).filter(row => row !== undefined)
  }
  return {
    filter,
    /** Reads on when pairs no longer pass (they were decided meanwhile), so that a short page means the end. */
    async after(key, limit) {
      const page: StoredPair[] = []
      for (let at = placeAfter(keys, key); page.length < limit && at < keys.length; at += limit)
        page.push(...(await read(keys.slice(at, at + limit))))
      return page.slice(0, limit)
    },
    async before(key, limit) {
      const page: StoredPair[] = []
      let end = placeAfter(keys, key)
      if (keys[end - 1] === key) end -= 1
      for (; page.length < limit && end > 0; end -= limit)
        page.unshift(...(await read(keys.slice(Math.max(0, end - limit), end))))
      return page.slice(-limit)
    },
  }
}

/** Index of the first key that is greater. */
function placeAfter(keys: readonly PairKey[], key: PairKey): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle] ?? LAST) <= key) low = middle + 1
    else high = middle
  }
  return low
}
