import { shingles } from '#core/export/shingles'

/** Two texts are near-duplicates when their sets of shingles have at least this Jaccard similarity. */
export const NEAR = 0.8

/** Slots of the table of frequencies and of the index; a power of two. */
const SLOTS = 1 << 20

export interface NearDuplicateIndex {
  /** Takes the next text. Keeps at most 4 KiB of it, whatever its length. */
  add(text: string): void
  /** For each text, in order, the place of the first text of its cluster. */
  clusters(): Int32Array
}

/**
 * Finds clusters of texts that are the same or nearly the same (rule EXPORT8): texts are linked when their Jaccard
 * similarity is at least 0.8, and clusters are what links join. The search misses none: it is an all-pairs join with
 * prefix filtering (Bayardo, Ma & Srikant 2007). Two sets can only be that similar if they share one of the rarest
 * fifth of their shingles, so only those are indexed, and candidates are compared in full.
 */
export function createNearDuplicateIndex(): NearDuplicateIndex {
  const sets: Uint32Array[] = []
  return {
    add: text => {
      sets.push(shingles(text))
    },
    clusters: () => join(sets),
  }
}

function join(sets: readonly Uint32Array[]): Int32Array {
  const first = Int32Array.from(sets, (_, index) => index)
  const find = (item: number): number => {
    let at = item
    for (let up = first[at] ?? at; up !== at; up = first[at] ?? at) {
      first[at] = first[up] ?? up
      at = up
    }
    return at
  }
  const link = (a: number, b: number): void => {
    const [low, high] = a < b ? [a, b] : [b, a]
    first[high] = low
  }

  const distinct = withoutRepetitions(sets, first)
  const sizeOf = (item: number): number => sets[item]?.length ?? 0
  // Small sets first: then everything in the index is no larger than the set that looks for its like.
  distinct.sort((a, b) => sizeOf(a) - sizeOf(b) || a - b)
  const frequency = new Uint32Array(SLOTS)
  for (const item of distinct) {
    for (const hash of sets[item] ?? []) frequency[hash & (SLOTS - 1)] = (frequency[hash & (SLOTS - 1)] ?? 0) + 1
  }

  const index = createIndex()
  const seen = new Int32Array(sets.length).fill(-1)
  for (const item of distinct) {
    const set = sets[item] ?? new Uint32Array()
    const smallest = Math.ceil(NEAR * set.length - 1e-9)
    for (const hash of rarest(set, frequency)) {
      for (let entry = index.first(hash); entry >= 0; entry = index.next(entry)) {
        const other = index.item(entry)
        if (sizeOf(other) < smallest) break
        if (index.hash(entry) !== hash || seen[other] === item) continue
        seen[other] = item
        const mine = find(item)
        const its = find(other)
        if (mine !== its && areNear(set, sets[other] ?? set)) link(mine, its)
      }
      index.add(hash, item)
    }
  }
  for (let item = 0; item < first.length; item++) first[item] = find(item)
  return first
}

/** Links texts with equal sets at once; gives the places of the first ones. */
function withoutRepetitions(sets: readonly Uint32Array[], first: Int32Array): number[] {
  const byKey = new Map<string, number[]>()
  const distinct: number[] = []
  for (const [item, set] of sets.entries()) {
    // A few hashes tell most sets apart; equal keys are compared in full.
    const key = `${set.length} ${set[0] ?? 0} ${set[set.length >> 1] ?? 0} ${set[set.length - 1] ?? 0}`
    const alike = byKey.get(key) ?? []
    const same = alike.find(other => sets[other]?.every((hash, place) => hash === set[place]))
    if (same !== undefined) {
      first[item] = same
      continue
    }
    distinct.push(item)
    if (alike.length === 0) byKey.set(key, [item])
    else alike.push(item)
  }
  return distinct
}

/** The rarest shingles of a set, as many as any set that is near to it must touch; unique ones are left out. */
function rarest(set: Uint32Array, frequency: Uint32Array): number[] {
  const count = set.length - Math.ceil(NEAR * set.length - 1e-9) + 1
  const keys = new Float64Array(set.length)
  for (const [place, hash] of set.entries()) keys[place] = (frequency[hash & (SLOTS - 1)] ?? 0) * 4294967296 + hash
  keys.sort()
  const found: number[] = []
  for (const key of keys.subarray(0, count)) {
    if (key >= 2 * 4294967296) found.push(key % 4294967296)
  }
  return found
}

/** Whether the Jaccard similarity of two ascending sets is at least 0.8; stops as soon as that is settled. */
function areNear(a: Uint32Array, b: Uint32Array): boolean {
  const needed = Math.ceil((NEAR / (1 + NEAR)) * (a.length + b.length) - 1e-9)
  let common = 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    if (common + Math.min(a.length - i, b.length - j) < needed) return false
    const x = a[i] ?? 0
    const y = b[j] ?? 0
    if (x === y) common += 1
    if (x <= y) i += 1
    if (y <= x) j += 1
  }
  return common >= needed
}

interface Index {
  /** Newest entry in the slot of a hash, or -1; entries of other hashes may share the slot. */
  first(hash: number): number
  next(entry: number): number
  hash(entry: number): number
  item(entry: number): number
  add(hash: number, item: number): void
}

/** Chained hash table in typed arrays: twelve bytes an entry. Chains run from the newest entry to the oldest. */
function createIndex(): Index {
  const heads = new Int32Array(SLOTS).fill(-1)
  let entries = new Uint32Array(1 << 12)
  let size = 0
  const slot = (hash: number): number => (hash >>> 7) & (SLOTS - 1)
  return {
    first: hash => heads[slot(hash)] ?? -1,
    // Stored one higher, because the array holds no negative numbers.
    next: entry => (entries[entry * 3] ?? 0) - 1,
    hash: entry => entries[entry * 3 + 1] ?? 0,
    item: entry => entries[entry * 3 + 2] ?? 0,
    add(hash, item) {
      if (size * 3 + 3 > entries.length) {
        const larger = new Uint32Array(entries.length * 2)
        larger.set(entries)
        entries = larger
      }
      entries[size * 3] = (heads[slot(hash)] ?? -1) + 1
      entries[size * 3 + 1] = hash
      entries[size * 3 + 2] = item
      heads[slot(hash)] = size
      size += 1
    },
  }
}
