import { similarity } from '#core/text/shingles'
import type { PairWords, Repetition } from '#core/verification/repeats/find-repetition'
import type { RepeatIndex } from '#core/verification/repeats/repeat-index'
import { type Reading, readingOf } from '#core/verification/repeats/reworded/reading'
import { saysSame } from '#core/verification/repeats/reworded/says-same'
import { comparedShingles, type Signature } from '#core/verification/repeats/signature'

/** A pair of the passage at hand. It is read when it is first compared. */
interface Held {
  readonly words: PairWords
  reading?: Reading | null
}

/** Finds the pair of the same passage that another one says again in other words. */
export interface RewordedSearch {
  /** Rejects with what `wordsOf` rejects with. */
  find(
    passage: { readonly text: string; readonly place: string },
    id: string,
    words: PairWords,
    signature: Signature,
  ): Promise<Repetition | null>
}

/**
 * Looks among the pairs of one passage that the index knows, by rules DUP7 to DUP12. Their words are held for the passage at
 * hand alone: pairs of one passage come one after another.
 */
export function createRewordedSearch(
  index: RepeatIndex,
  wordsOf: (id: string) => Promise<PairWords | null>,
): RewordedSearch {
  let at: string | null = null
  const known = new Map<string, Held | null>()

  const heldOf = async (id: string): Promise<Held | null> => {
    const held = known.get(id)
    if (held !== undefined) return held
    const words = await wordsOf(id)
    const read = words === null ? null : { words }
    known.set(id, read)
    return read
  }

  return {
    async find({ text, place }, id, words, signature) {
      if (place !== at) {
        at = place
        known.clear()
      }
      const own: Held = { words }
      known.set(id, own)
      let lower: string | null = null
      const passage = (): string => (lower ??= text.normalize('NFKC').toLowerCase())
      // By id, so that the order in which they came makes no difference (rule DUP5).
      for (const of of [...index.ofPassage(place)].sort()) {
        const held = known.get(of)
        const other = held === undefined ? await heldOf(of) : held
        if (other === own || other === null) continue
        const [one, again] = [readingFor(other), readingFor(own)]
        if (one === null || again === null || !saysSame(one, again, passage)) continue
        const alike = similarity(signature.shingles, comparedShingles(other.words.instruction, other.words.response))
        return { of, same: false, similarity: Math.round(alike * 1000) / 1000 }
      }
      return null
    },
  }
}

function readingFor(held: Held): Reading | null {
  if (held.reading === undefined) held.reading = readingOf(held.words)
  return held.reading
}
