import type { BlindSample, Stratum } from '#core/evaluation/blind-sample'
import { wordsHash } from '#core/evaluation/words-hash'
import type { PairKey, StoredPair } from '#core/ports/project-store'
import type { Run } from '#core/run/run'
import { randomStream } from '#core/synthesis/random-stream'
import type { State } from '#core/synthesis/pair'
import { mix128 } from '#core/text/mix128'

/** Pairs in one blind check. */
export const SAMPLE_SIZE = 30

/** States of the pairs that each stratum is drawn from; unsure and dropped pairs are in neither (rule BLIND1). */
export const STRATUM_STATES = { export: ['kept', 'ready'], failed: ['failed'] } as const satisfies Record<
  Stratum,
  readonly State[]
>

/** Share of a sample that comes from what an export would take: the figure rests on these. */
const EXPORT_SHARE = 2 / 3

export type StratumKeys = { readonly [stratum in Stratum]: readonly PairKey[] }

export interface DrawnKey {
  readonly key: PairKey
  readonly stratum: Stratum
}

/** Seed of the next sample: one more than the highest so far, so that none draws as another did. */
export function nextSeed(samples: readonly Pick<BlindSample, 'seed'>[]): number {
  return samples.reduce((highest, { seed }) => Math.max(highest, seed), 0) + 1
}

/** Pairs that some sample showed already. */
export function seenKeys(samples: readonly Pick<BlindSample, 'entries'>[]): ReadonlySet<PairKey> {
  return new Set(samples.flatMap(({ entries }) => entries.map(({ key }) => key)))
}

/** Pairs of each stratum that no sample showed yet. */
function unseenOf(keys: StratumKeys, seen: ReadonlySet<PairKey>): StratumKeys {
  const unseen = (all: readonly PairKey[]): readonly PairKey[] => all.filter(key => !seen.has(key))
  return { export: unseen(keys.export), failed: unseen(keys.failed) }
}

/** How many pairs of each stratum a sample takes, by how many there are (rule BLIND1). */
export function dealOut(there: BlindSample['population'], size = SAMPLE_SIZE): BlindSample['population'] {
  const fewest = size - Math.round(size * EXPORT_SHARE)
  const taken = Math.min(there.export, size - Math.min(there.failed, fewest))
  return { export: taken, failed: Math.min(there.failed, size - taken) }
}

/**
 * Draws a sample: within each stratum at random and without putting back, two thirds from what an export would take, one
 * third from what checks took out; where one stratum has too few, the other fills up. Pairs that were shown before come
 * again only when every pair was. The order is mixed, so that the place of a pair says nothing of it (rules BLIND1 to
 * BLIND3).
 *
 * @param keys all pairs of each stratum, in the order of keys
 * @param size pairs to draw; fewer where there are fewer
 */
export function drawKeys(
  seed: number,
  keys: StratumKeys,
  seen: ReadonlySet<PairKey>,
  size = SAMPLE_SIZE,
): readonly DrawnKey[] {
  const unseen = unseenOf(keys, seen)
  const from = unseen.export.length + unseen.failed.length === 0 ? keys : unseen
  const count = dealOut({ export: from.export.length, failed: from.failed.length }, size)
  const draw = (stratum: Stratum): readonly DrawnKey[] =>
    randomStream(seed, 'blind', stratum)
      .shuffle(from[stratum])
      .slice(0, count[stratum])
      .map(key => ({ key, stratum }))
  return randomStream(seed, 'blind', 'order').shuffle([...draw('export'), ...draw('failed')])
}

/** How many pairs each chosen run has written: what comes later, a figure does not cover (rule BLIND6). */
export function writtenBy(runs: readonly Pick<Run, 'sequence' | 'chosen' | 'pairs'>[]): BlindSample['written'] {
  return Object.fromEntries(
    runs.filter(({ chosen }) => chosen).map(({ sequence, pairs }) => [String(sequence), pairs] as const),
  )
}

export interface SampleFacts {
  readonly seed: number
  /** ms since 1970. */
  readonly createdAt: number
  /** Pairs of each stratum at the time of drawing. */
  readonly population: BlindSample['population']
  readonly written: BlindSample['written']
}

/** The sample of drawn keys; keys whose pair has gone between drawing and reading are left out. */
export function sampleOf(
  { seed, createdAt, population, written }: SampleFacts,
  drawn: readonly DrawnKey[],
  pairs: ReadonlyMap<PairKey, StoredPair>,
): BlindSample {
  const entries = drawn.flatMap(({ key, stratum }): BlindSample['entries'] => {
    const pair = pairs.get(key)?.pair
    if (pair === undefined) return []
    const checks = pair.checks.filter(({ result }) => result !== 'pass').map(({ name }) => name)
    return [{ key, pair: pair.id, words: wordsHash(pair), stratum, checks, verdict: null, why: null }]
  })
  const named = mix128(entries.map(({ key, pair }) => `${key} ${pair}`).join('\n'))
  const id = `blind-${String(seed)}-${named.map(part => part.toString(16).padStart(8, '0')).join('')}`
  return { id, seed, createdAt, population, written, entries }
}
