import type { Token } from '#core/verification/support/tokens'

/** What stands between two words that both have: in the response and in the passage. */
export interface Gap {
  readonly said: readonly Token[]
  readonly source: readonly Token[]
  /** The word behind, which both have. */
  readonly next: string
  /** Matched words right before and right behind. */
  readonly before: number
  readonly behind: number
}

/** The longest row of words that both have in the same order, and what lies between. */
export function gapsOf(said: readonly Token[], source: readonly Token[]): readonly Gap[] {
  const { left, right } = numbered(said, source)
  const matches: [number, number][] = [[-1, -1]]
  let same = 0
  while (same < left.length && left[same] === right[same]) {
    matches.push([same, same])
    same += 1
  }
  const lengths = lengthsFrom(left, right, same)
  const width = right.length + 1
  for (let i = same, j = same; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) matches.push([i++, j++])
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1
    else j += 1
  }
  matches.push([left.length, right.length])
  return gapsBetween(said, source, matches)
}

/** Each stem as a number, which is quicker to compare; -1 for what the passage does not have. */
function numbered(said: readonly Token[], source: readonly Token[]): { left: Int32Array; right: Int32Array } {
  const numbers = new Map<string, number>()
  const right = Int32Array.from(source, ({ stem }) => {
    const number = numbers.get(stem) ?? numbers.size
    numbers.set(stem, number)
    return number
  })
  return { left: Int32Array.from(said, ({ stem }) => numbers.get(stem) ?? -1), right }
}

/** How many words both have in the same order from each place on (rows: the left one), as far down as `first`. */
function lengthsFrom(left: Int32Array, right: Int32Array, first: number): Uint8Array {
  const width = right.length + 1
  const lengths = new Uint8Array((left.length + 1) * width)
  for (let i = left.length - 1; i >= first; i -= 1) {
    const here = i * width
    const below = here + width
    for (let j = right.length - 1; j >= first; j -= 1) {
      const down = lengths[below + j] ?? 0
      const on = lengths[here + j + 1] ?? 0
      lengths[here + j] = left[i] === right[j] ? (lengths[below + j + 1] ?? 0) + 1 : down > on ? down : on
    }
  }
  return lengths
}

function gapsBetween(
  said: readonly Token[],
  source: readonly Token[],
  matches: readonly [number, number][],
): readonly Gap[] {
  const gaps: Gap[] = []
  let row = 0
  for (let k = 1; k < matches.length; k += 1) {
    const [i, j] = matches[k - 1] ?? [-1, -1]
    const [ni, nj] = matches[k] ?? [-1, -1]
    if (ni === i + 1 && nj === j + 1) {
      row += 1
      continue
    }
    let behind = 0
    while (
      matches[k + behind] !== undefined &&
      matches[k + behind]?.[0] === ni + behind &&
      matches[k + behind]?.[1] === nj + behind &&
      ni + behind < said.length
    )
      behind += 1
    gaps.push({
      said: said.slice(i + 1, ni),
      source: source.slice(j + 1, nj),
      next: said[ni]?.word ?? '',
      before: k === 1 ? 0 : row + 1,
      behind,
    })
    row = 0
  }
  return gaps
}

/** Words of a response that its gaps hold. */
export function missing(gaps: readonly Gap[]): number {
  return gaps.reduce((sum, gap) => sum + gap.said.length, 0)
}
