import type { PairFilter, PairKey, ProjectReader, StoredPair } from '#core/ports/project-store'
import { passes } from '#features/review/review-filter'

/** Greater than every key. */
export const LAST: PairKey = '\uffff'

/** Pages of an ordered set of pairs, by key: never by offset, never all at once. */
export interface PairSource {
  readonly filter: PairFilter
  /** Whether a row stands at a key or behind it, in the order of the source. */
  reached(row: PairKey, key: PairKey): boolean
  after(key: PairKey, limit: number): Promise<readonly StoredPair[]>
  before(key: PairKey, limit: number): Promise<readonly StoredPair[]>
}

/** All visible pairs that pass the filter. */
export function filteredPairs(reader: ProjectReader, filter: PairFilter): PairSource {
  return {
    filter,
    reached: (row, key) => row >= key,
    after: (key, limit) => reader.pairs(filter, key, limit),
    before: (key, limit) => reader.pairsBefore(filter, key, limit),
  }
}

/** Keys that were read or found, in the order in which they are shown. They may grow, and pairs may leave them. */
export interface KeyList {
  readonly keys: readonly PairKey[]
  /** Index of the first key behind one that was given before, '' for the start, or LAST for the end. */
  behind(key: PairKey): number
}

/** Rows of a list of keys, read when they come into view. */
export function listedPairs(reader: ProjectReader, filter: PairFilter, list: KeyList): PairSource {
  const { keys } = list
  const read = async (chosen: readonly PairKey[]): Promise<readonly StoredPair[]> => {
    const rows = await Promise.all(chosen.map(key => reader.pair(key)))
    return rows.filter(row => row !== undefined && passes(filter, row.pair)).filter(row => row !== undefined)
  }
  return {
    filter,
    reached: (row, key) => list.behind(row) >= list.behind(key),
    /** Reads on when pairs no longer pass (they were decided meanwhile), so that a short page means the end. */
    async after(key, limit) {
      const page: StoredPair[] = []
      for (let at = list.behind(key); page.length < limit && at < keys.length; at += limit)
        page.push(...(await read(keys.slice(at, at + limit))))
      return page.slice(0, limit)
    },
    async before(key, limit) {
      const page: StoredPair[] = []
      let end = list.behind(key)
      if (keys[end - 1] === key) end -= 1
      for (; page.length < limit && end > 0; end -= limit)
        page.unshift(...(await read(keys.slice(Math.max(0, end - limit), end))))
      return page.slice(-limit)
    },
  }
}
