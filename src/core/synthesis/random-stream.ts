import { mix128 } from '#core/text/mix128'

/**
 * A seeded stream of numbers. Each choice gets a stream of its own, named by labels, so that choices are independent of
 * each other and of their order (rule SEED1; defect 6 of the reference implementation is one generator re-used).
 */
export interface RandomStream {
  /** In [0, 1). */
  next(): number
  /** Integer in [0, below). */
  integer(below: number): number
  /** One of the items; the list must not be empty. */
  pick<T>(items: readonly [T, ...T[]]): T
  /** A new, shuffled list. */
  shuffle<T>(items: readonly T[]): T[]
}

/** A stream for a seed and the labels of one choice, e.g. `randomStream(1, 'phrase', sha256, 0)`. */
export function randomStream(seed: number, ...labels: readonly (string | number)[]): RandomStream {
  let [a, b, c, d] = mix128([seed, ...labels].join('\u0000'))
  // sfc32: 128 bits of state, passes PractRand; small and quick.
  const next = (): number => {
    a |= 0
    b |= 0
    c |= 0
    d |= 0
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 12; i++) next()
  const integer = (below: number): number => Math.floor(next() * below)
  return {
    next,
    integer,
    pick: items => items[integer(items.length)] ?? items[0],
    shuffle: items => {
      const out = [...items]
      for (let i = out.length - 1; i > 0; i--) {
        const j = integer(i + 1)
        const held = out[i]
        const other = out[j]
        if (held !== undefined && other !== undefined) {
          out[i] = other
          out[j] = held
        }
      }
      return out
    },
  }
}
