import { pairShingles } from '#core/text/shingles'
import { numbersHash } from '#core/verification/repeats/numbers'

/** Bands of a signature, and minima that make up one: 0.99 of all pairs of texts that are 0.8 alike share a band. */
export const BANDS = 12
const ROWS = 5

/** Bits of a sketch, and 32-bit words of it. */
const SKETCH_BITS = 128
export const SKETCH_WORDS = SKETCH_BITS / 32

/** Units of a half that are compared: pairs that agree in so much of it repeat each other. */
const LOOKED_AT = 50_000

/** Standard deviations below what is expected at which a sketch says that two texts are not alike enough. */
const LEEWAY = 3.2

/** What stands for the words of a pair where it is looked for. */
export interface Signature {
  readonly bands: Uint32Array
  readonly sketch: Uint32Array
  readonly shingles: Uint32Array
}

const FACTORS = new Uint32Array(SKETCH_BITS)
const MASKS = new Uint32Array(SKETCH_BITS)
for (let i = 0; i < SKETCH_BITS; i++) {
  FACTORS[i] = spread(0x51ed270b + i) | 1
  MASKS[i] = spread(0x9e3779b9 - i)
}

function spread(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/**
 * MinHash (Broder 1997) of a pair: the smallest of its shingles under each of 128 orders. Five of them make a band: alike
 * texts share one by chance, and are then compared; one bit of each makes the sketch (Li & König 2010), which
 * tells most of the others apart without a look at their words. Numbers are part of every band.
 */
export function signatureOf(instruction: string, response: string): Signature {
  const shingles = comparedShingles(instruction, response)
  const minima = new Uint32Array(SKETCH_BITS)
  for (let i = 0; i < SKETCH_BITS; i++) {
    const factor = FACTORS[i] ?? 1
    const mask = MASKS[i] ?? 0
    let least = 4294967295
    for (let j = 0; j < shingles.length; j++) {
      const value = Math.imul((shingles[j] ?? 0) ^ mask, factor) >>> 0
      if (value < least) least = value
    }
    minima[i] = least
  }
  const numbers = comparedNumbers(instruction, response)
  const bands = new Uint32Array(BANDS)
  for (let band = 0; band < BANDS; band++) {
    let key = spread(numbers ^ Math.imul(band + 1, 0x9e3779b9))
    for (let row = 0; row < ROWS; row++) key = spread(key ^ (minima[band * ROWS + row] ?? 0)) + row
    bands[band] = spread(key)
  }
  const sketch = new Uint32Array(SKETCH_WORDS)
  for (let i = 0; i < SKETCH_BITS; i++) {
    const word = i >> 5
    sketch[word] = ((sketch[word] ?? 0) | ((spread(minima[i] ?? 0) & 1) << (i & 31))) >>> 0
  }
  return { bands, sketch, shingles }
}

/** The shingles by which pairs are compared. */
export function comparedShingles(instruction: string, response: string): Uint32Array {
  return pairShingles(instruction.slice(0, LOOKED_AT), response.slice(0, LOOKED_AT))
}

/** The numbers by which pairs are told apart, in their order (rule DUP3). */
export function comparedNumbers(instruction: string, response: string): number {
  return numbersHash(`${instruction.slice(0, LOOKED_AT)}\u0000${response.slice(0, LOOKED_AT)}`)
}

/** The most bits in which the sketches of two texts that are this alike differ, as good as always. */
export function mostDifferingBits(similarity: number): number {
  const differs = (1 - similarity) / 2
  return Math.ceil(SKETCH_BITS * differs + LEEWAY * Math.sqrt(SKETCH_BITS * differs * (1 - differs)))
}
