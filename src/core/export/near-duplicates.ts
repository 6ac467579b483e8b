import { type Clusters, createClusters } from '#core/export/clusters'
import { createPrefixIndex } from '#core/export/prefix-index'
import { createSketches } from '#core/export/sketches'
import { commonShingles, shingles } from '#core/text/shingles'

/** Two texts are near-duplicates when their sets of shingles have at least this Jaccard similarity. */
const NEAR = 0.8

/** Slots of the table of frequencies; a power of two. */
const SLOTS = 1 << 22
/** Keeps products that should be whole from being rounded up. */
const ROUNDING = 1e-9

/** Entries of the index that are looked at for one text: a bound for data in which most texts share most words. */
const MOST_VISITS = 5_000

/** Texts between two pauses. */
const STRETCH = 256

/** Awaited every few hundred texts, so that a long search can be watched and stopped: it may throw. */
export type Pause = () => Promise<void>

export interface NearDuplicateIndex {
  /** Takes the next text. Keeps at most 4 KiB of it, whatever its length. */
  readonly add: (text: string) => void
  /** For each text, in order, the place of the first text of its cluster. */
  readonly clusters: (pause: Pause) => Promise<Int32Array>
}

/**
 * Finds clusters of texts that are the same or nearly the same (rule EXPORT8): texts are linked when their Jaccard
 * similarity is at least 0.8, and clusters are what links join. The search misses none: it is an all-pairs join with
 * prefix filtering (Bayardo, Ma & Srikant 2007). Two sets can only be that similar if they share one of the rarest
 * fifth of their shingles, so only those are indexed, and candidates are compared in full. Only where
 * thousands of texts share even their rare shingles, a text is held against the nearest in length of them alone.
 */
export function createNearDuplicateIndex(): NearDuplicateIndex {
  const sets: Uint32Array[] = []
  return {
    add: text => {
      sets.push(shingles(text))
    },
    clusters: pause => join(sets, pause),
  }
}

async function join(sets: readonly Uint32Array[], pause: Pause): Promise<Int32Array> {
  const clusters = createClusters(sets.length)
  const distinct = withoutRepetitions(sets, clusters)
  const sizeOf = (item: number): number => sets[item]?.length ?? 0
  // Small sets first: then everything in the index is no larger than the set that looks for its like.
  distinct.sort((a, b) => sizeOf(a) - sizeOf(b) || a - b)
  const frequency = new Uint32Array(SLOTS)
  for (const item of distinct) {
    for (const hash of sets[item] ?? []) frequency[hash & (SLOTS - 1)] = (frequency[hash & (SLOTS - 1)] ?? 0) + 1
  }

  const index = createPrefixIndex()
  const sketches = createSketches(sets.length)
  const seen = new Int32Array(sets.length).fill(-1)
  for (const [turn, item] of distinct.entries()) {
    if (turn % STRETCH === 0) await pause()
    const set = sets[item] ?? new Uint32Array()
    const smallest = Math.ceil(NEAR * set.length - ROUNDING)
    sketches.add(item, set)
    let visits = 0
    for (const hash of rarest(set, frequency)) {
      for (let entry = index.first(hash); entry >= 0; entry = index.next(entry)) {
        const other = index.item(entry)
        if (sizeOf(other) < smallest || visits === MOST_VISITS) break
        visits += 1
        if (seen[other] === item || index.hash(entry) !== hash) continue
        seen[other] = item
        if (clusters.first(item) === clusters.first(other)) continue
        const needed = Math.ceil((NEAR / (1 + NEAR)) * (set.length + sizeOf(other)) - ROUNDING)
        if (!sketches.mayDifferBy(item, other, set.length + sizeOf(other) - 2 * needed)) continue
        if (commonShingles(set, sets[other] ?? set, needed) >= 0) clusters.link(item, other)
      }
      index.add(hash, item)
    }
  }
  return clusters.all()
}

/** Links texts with equal sets at once; gives the places of the first ones. */
function withoutRepetitions(sets: readonly Uint32Array[], clusters: Clusters): number[] {
  const byKey = new Map<number, number[]>()
  const distinct: number[] = []
  for (const [item, set] of sets.entries()) {
    const key = fingerprint(set)
    const alike = byKey.get(key) ?? []
    const same = alike.find(other => sets[other]?.every((hash, place) => hash === set[place]))
    if (same !== undefined) {
      clusters.link(item, same)
      continue
    }
    distinct.push(item)
    if (alike.length === 0) byKey.set(key, [item])
    else alike.push(item)
  }
  return distinct
}

/** A number that equal sets share, and unequal ones hardly ever. */
function fingerprint(set: Uint32Array): number {
  let hash = set.length
  for (const element of set) hash = Math.imul(hash ^ element, 0x9e3779b1) ^ (hash >>> 15)
  return hash
}

/** The rarest shingles of a set, as many as any set that is near to it must touch; unique ones are left out. */
function rarest(set: Uint32Array, frequency: Uint32Array): number[] {
  const count = set.length - Math.ceil(NEAR * set.length - ROUNDING) + 1
  const keys = new Float64Array(set.length)
  for (const [place, hash] of set.entries()) keys[place] = (frequency[hash & (SLOTS - 1)] ?? 0) * 4294967296 + hash
  keys.sort()
  const found: number[] = []
  for (const key of keys.subarray(0, count)) {
    if (key >= 2 * 4294967296) found.push(key % 4294967296)
  }
  return found
}
