import type { KeyRanges } from '#storage/database/rows'

/** Index of the first range that ends at or after the key, times two. */
function rangeFrom(ranges: KeyRanges, key: number): number {
  let low = 0
  let high = ranges.length / 2
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ranges[middle * 2 + 1] ?? 0) < key) low = middle + 1
    else high = middle
  }
  return low * 2
}

/** Last key of the range that holds the key, or null when none does. */
export function rangeEnd(ranges: KeyRanges, key: number): number | null {
  const at = rangeFrom(ranges, key)
  const first = ranges[at]
  return first !== undefined && first <= key ? (ranges[at + 1] ?? null) : null
}

export function holdsKey(ranges: KeyRanges, key: number): boolean {
  return ranges.length > 0 && rangeEnd(ranges, key) !== null
}

/** Ranges that hold exactly these keys; the keys come in order. */
export function rangesOf(keys: Iterable<number>): number[] {
  const ranges: number[] = []
  for (const key of keys) {
    if (ranges.length > 0 && ranges.at(-1) === key - 1) ranges[ranges.length - 1] = key
    else ranges.push(key, key)
  }
  return ranges
}

function* pairsOf(ranges: KeyRanges): Generator<readonly [first: number, last: number]> {
  for (let i = 0; i + 1 < ranges.length; i += 2) yield [ranges[i] ?? 0, ranges[i + 1] ?? 0]
}

/** Calls `visit` with each range. */
export function eachRange(ranges: KeyRanges): readonly (readonly [first: number, last: number])[] {
  return [...pairsOf(ranges)]
}

/** What is in one or the other. */
export function joinRanges(a: KeyRanges, b: KeyRanges): number[] {
  const sorted = [...pairsOf(a), ...pairsOf(b)].sort((x, y) => x[0] - y[0])
  const joined: number[] = []
  for (const [first, last] of sorted) {
    const end = joined.at(-1)
    if (end !== undefined && first <= end + 1) joined[joined.length - 1] = Math.max(end, last)
    else joined.push(first, last)
  }
  return joined
}

/** What is in `a` and not in `b`. */
export function withoutRanges(a: KeyRanges, b: KeyRanges): number[] {
  const left: number[] = []
  for (const [first, last] of pairsOf(a)) {
    let from = first
    for (const [cutFirst, cutLast] of pairsOf(b)) {
      if (cutLast < from || cutFirst > last) continue
      if (cutFirst > from) left.push(from, cutFirst - 1)
      from = cutLast + 1
    }
    if (from <= last) left.push(from, last)
  }
  return left
}
