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
  setMinima(shingles)
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

/** The smallest shingle under each order, of the pair that is read at the moment. */
const minima = new Uint32Array(SKETCH_BITS)
const HIGHEST = 4294967295

/** Four orders at a time, so that a shingle is read once for all of them. */
function setMinima(shingles: Uint32Array): void {
  for (let i = 0; i < SKETCH_BITS; i += 4) {
    const factorA = FACTORS[i] ?? 1
    const factorB = FACTORS[i + 1] ?? 1
    const factorC = FACTORS[i + 2] ?? 1
    const factorD = FACTORS[i + 3] ?? 1
    const maskA = MASKS[i] ?? 0
    const maskB = MASKS[i + 1] ?? 0
    const maskC = MASKS[i + 2] ?? 0
    const maskD = MASKS[i + 3] ?? 0
    let leastA = HIGHEST
    let leastB = HIGHEST
    let leastC = HIGHEST
    let leastD = HIGHEST
    for (let j = 0; j < shingles.length; j++) {
      const shingle = shingles[j] ?? 0
      const a = Math.imul(shingle ^ maskA, factorA) >>> 0
      const b = Math.imul(shingle ^ maskB, factorB) >>> 0
      const c = Math.imul(shingle ^ maskC, factorC) >>> 0
      const d = Math.imul(shingle ^ maskD, factorD) >>> 0
      if (a < leastA) leastA = a
      if (b < leastB) leastB = b
      if (c < leastC) leastC = c
      if (d < leastD) leastD = d
    }
    minima[i] = leastA
    minima[i + 1] = leastB
    minima[i + 2] = leastC
    minima[i + 3] = leastD
  }
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
