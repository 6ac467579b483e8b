import type { Shot } from '#core/synthesis/pair'

/** A passage with pairs: its place in a chain, and what it saw when they were written. */
export interface Chained {
  readonly round: number
  readonly place: Shot
  /** The shots of its prompt. */
  readonly saw: readonly Shot[]
}

/**
 * Cuts one chain where it broke (Instruction Pre-Training, `inherit_from_prev`): a passage goes on with the text before it
 * only when that one was really among its shots, so a text never claims what its pairs were not written with; a passage
 * whose pairs were all dropped afterwards is missing here, and breaks the chain (rules CORPUS1, CORPUS2).
 *
 * @param chain the passages of one chain that have pairs to go in, in any order
 */
export function segmentsOf<T extends Chained>(chain: readonly T[]): readonly (readonly [T, ...T[]])[] {
  const segments: [T, ...T[]][] = []
  for (const shot of [...chain].sort((a, b) => a.round - b.round)) {
    const open = segments.at(-1)
    const before = open?.at(-1)
    if (open !== undefined && before !== undefined && shot.saw.some(seen => isSame(seen, before.place))) open.push(shot)
    else segments.push([shot])
  }
  return segments
}

function isSame(a: Shot, b: Shot): boolean {
  return a.document === b.document && a.start === b.start && a.end === b.end
}
