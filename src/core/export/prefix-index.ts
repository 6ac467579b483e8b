/** Slots of the table; a power of two. */
const SLOTS = 1 << 20

/** Which sets have a hash among their rarest. */
export interface PrefixIndex {
  /** Newest entry in the slot of a hash, or -1; entries of other hashes may share the slot. */
  readonly first: (hash: number) => number
  readonly next: (entry: number) => number
  readonly hash: (entry: number) => number
  readonly item: (entry: number) => number
  readonly add: (hash: number, item: number) => void
}

/** Chained hash table in typed arrays: twelve bytes an entry. Chains run from the newest entry to the oldest. */
export function createPrefixIndex(): PrefixIndex {
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
