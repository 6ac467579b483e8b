import { bitCount } from '#core/text/bit-count'

/** 32-bit words of a sketch. */
const WORDS = 16

/** Bitmaps of 512 bits that stand for sets of hashes: two of them tell cheaply that two sets differ too much. */
export interface Sketches {
  readonly add: (item: number, set: Uint32Array) => void
  /** False only when the sets differ in more than `most` elements for sure. */
  readonly mayDifferBy: (a: number, b: number, most: number) => boolean
}

export function createSketches(size: number): Sketches {
  const bits = new Uint32Array(size * WORDS)
  return {
    add(item, set) {
      for (const hash of set) {
        const word = item * WORDS + ((hash >>> 5) & (WORDS - 1))
        bits[word] = (bits[word] ?? 0) | (1 << (hash & 31))
      }
    },
    mayDifferBy(a, b, most) {
      // Each bit that only one of the bitmaps has stands for an element, at least, that only one of the sets has.
      let different = 0
      for (let word = 0; word < WORDS; word++) {
        different += bitCount((bits[a * WORDS + word] ?? 0) ^ (bits[b * WORDS + word] ?? 0))
        if (different > most) return false
      }
      return true
    },
  }
}
