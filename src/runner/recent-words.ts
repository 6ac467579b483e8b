import type { PairKey, ProjectReader } from '#core/ports/project-store'
import type { PairWords } from '#core/verification/judge'

/** Characters of words that are kept; what is older is read again where it is asked for. */
const MOST = 32_000_000

/** The words of pairs that were seen, by id. */
export interface RecentWords {
  readonly note: (id: string, key: PairKey, words: PairWords) => void
  /** From memory, else from the store; null where the pair is gone. */
  readonly of: (id: string) => Promise<PairWords | null>
}

/** Most projects fit into memory whole; of larger ones the words asked for last stay. */
export function recentWords(reader: Pick<ProjectReader, 'pair'>, most = MOST): RecentWords {
  const keys = new Map<string, PairKey>()
  const held = new Map<string, PairWords>()
  let characters = 0
  const sizeOf = ({ instruction, response }: PairWords): number => instruction.length + response.length
  const keep = (id: string, words: PairWords): void => {
    held.set(id, words)
    characters += sizeOf(words)
    for (const [oldest, old] of held) {
      if (characters <= most || oldest === id) return
      held.delete(oldest)
      characters -= sizeOf(old)
    }
  }
  const forget = (id: string, words: PairWords): void => {
    held.delete(id)
    characters -= sizeOf(words)
  }
  return {
    note: (id, key, words) => {
      // The first pair of an id is the one that others are said to repeat.
      if (keys.has(id)) return
      keys.set(id, key)
      keep(id, words)
    },
    of: async id => {
      const here = held.get(id)
      if (here !== undefined) {
        forget(id, here)
        keep(id, here)
        return here
      }
      const key = keys.get(id)
      const stored = key === undefined ? undefined : await reader.pair(key)
      if (stored === undefined || stored.pair.id !== id) return null
      const { instruction, response } = stored.pair
      keep(id, { instruction, response })
      return { instruction, response }
    },
  }
}
