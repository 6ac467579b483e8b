import type { RunLedger } from '#core/ports/project-store'
import type { Original, Pair } from '#core/synthesis/pair'
import { createPairPlaces, type PassagePlace } from '#runner/pair-places'

/** Pairs whose words are held after they were stored or read: those that come up again and again. */
const HELD = 2_048

/** The words of pairs as first written, for the judge. */
export interface WrittenWords {
  /** null where the pair is gone. */
  readonly of: (id: string) => Promise<Original | null>
  /** A pair that stands in the store. */
  readonly stands: (id: string, place: PassagePlace) => void
  /** A pair that is not stored yet: its words are held until it is. */
  readonly note: (pair: Pair) => void
  /** From here on the words of a pair that was noted can be read from the store. */
  readonly stored: (id: string, place: PassagePlace) => void
}

export function createWrittenWords(store: Pick<RunLedger, 'writtenAt'>): WrittenWords {
  const places = createPairPlaces()
  const unstored = new Map<string, Original>()
  /** In order of use. */
  const held = new Map<string, Original>()
  const hold = (id: string, words: Original): void => {
    held.delete(id)
    held.set(id, words)
    if (held.size <= HELD) return
    for (const oldest of held.keys()) {
      held.delete(oldest)
      break
    }
  }
  return {
    of: async id => {
      const known = unstored.get(id) ?? held.get(id)
      if (known !== undefined) {
        if (held.has(id)) hold(id, known)
        return known
      }
      for (const { run, document, start } of places.of(id)) {
        let found: Original | null = null
        // Pairs of one passage are asked for one after another: all of them are held.
        for (const { id: other, instruction, response } of await store.writtenAt(run, document, start)) {
          const words = { instruction, response }
          if (other === id) found ??= words
          if (!unstored.has(other)) hold(other, words)
        }
        if (found !== null) return found
      }
      return null
    },
    note: ({ id, instruction, response }) => {
      unstored.set(id, { instruction, response })
    },
    stands: places.add,
    stored: (id, place) => {
      const words = unstored.get(id)
      if (words === undefined) return
      unstored.delete(id)
      hold(id, words)
      places.add(id, place)
    },
  }
}
