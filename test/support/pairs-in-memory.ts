import type { PairFilter, StoredPair } from '#core/ports/project-store'
import { stateOf } from '#core/verification/state'
import { DEFAULT_THRESHOLDS } from '#core/verification/thresholds'
import type { GateTools } from '#runner/judge-by-model'

/**
 * A store that holds pairs in an array, which `rejudge` changes in place.
 *
 * @param texts of the documents, by their keys
 */
export function pairsInMemory(pairs: StoredPair[], texts: readonly string[]) {
  /** How many pairs each call stored. */
  const writes: number[] = []
  const store: GateTools['store'] = {
    pairs: async ({ states }: PairFilter, after, limit) =>
      pairs
        .filter(({ key, pair }) => key > after && (states.length === 0 || states.includes(pair.state)))
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .slice(0, limit),
    pair: async key => pairs.find(stored => stored.key === key),
    text: async (document, start, end) => (texts[document] ?? '').slice(start, end),
    runs: async () => [],
    settings: async () => ({ thresholds: DEFAULT_THRESHOLDS }),
    rejudge: async (_fence, judged) => {
      writes.push(judged.length)
      for (const { key, pair: id, checks } of judged) {
        const at = pairs.findIndex(stored => stored.key === key && stored.pair.id === id)
        const held = pairs[at]
        if (held === undefined) continue
        pairs[at] = { ...held, pair: { ...held.pair, checks, state: stateOf(held.pair.decision, checks) } }
      }
      return judged.length
    },
  }
  return { store, writes }
}
