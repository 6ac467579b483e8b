import type { BlindEntry, BlindSample } from '#core/evaluation/blind-sample'
import { wordsHash } from '#core/evaluation/words-hash'
import type { PairKey, StoredPair } from '#core/ports/project-store'
import type { Pair } from '#core/synthesis/pair'
import { stateOf } from '#core/verification/state'

/**
 * What became of an entry: its pair is as it was drawn (`there`), was put into other words by the person (`edited`), or
 * was replaced, removed or left with a run that is no longer chosen (`gone`).
 */
export type EntryFate = 'there' | 'edited' | 'gone'

/** Visible pairs by key, as they are now. */
export type PairsNow = ReadonlyMap<PairKey, StoredPair>

export function fateOf(entry: BlindEntry, now: PairsNow): EntryFate {
  const pair = now.get(entry.key)?.pair
  if (pair === undefined || pair.id !== entry.pair) return 'gone'
  return wordsHash(pair) === entry.words ? 'there' : 'edited'
}

/** A mark that counts. */
export interface Mark {
  readonly entry: BlindEntry
  readonly stored: StoredPair
  readonly verdict: 'right' | 'wrong' | 'unclear'
  /** Where the pair stands now by its checks: what a decision did after it was marked is left out (rule BLIND8). */
  readonly side: 'export' | 'unsure' | 'failed'
}

export interface Marks {
  /** Each pair once, by its newest mark. */
  readonly counted: readonly Mark[]
  /** Marks that no longer count: their pair was edited after it was marked, or is gone. */
  readonly lost: number
  /** Entries that can still be marked. */
  readonly open: number
}

/** Samples that stand on the same pairs: nothing was written between them. The newest first, as the samples are given. */
export function eras(samples: readonly BlindSample[]): readonly (readonly BlindSample[])[] {
  const groups = new Map<string, BlindSample[]>()
  for (const sample of samples) {
    const name = JSON.stringify(Object.entries(sample.written).sort(([a], [b]) => (a < b ? -1 : 1)))
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [sample])
    else group.push(sample)
  }
  return [...groups.values()]
}

/**
 * The marks of samples that count now (rules BLIND7 and BLIND8). A pair that was marked wrong and then edited stays wrong:
 * to put right what a check found says nothing of the pairs that nobody looked at, and leaving it out would make the
 * figure better than the data.
 *
 * @param samples newest first
 */
export function marksOf(samples: readonly BlindSample[], now: PairsNow): Marks {
  const counted = new Map<PairKey, Mark>()
  let lost = 0
  let open = 0
  for (const entry of samples.flatMap(({ entries }) => entries)) {
    const fate = fateOf(entry, now)
    const stored = now.get(entry.key)
    const { verdict } = entry
    if (verdict === null) {
      if (fate === 'there') open += 1
      continue
    }
    if (stored === undefined || fate === 'gone' || (fate === 'edited' && verdict !== 'wrong')) {
      lost += 1
      continue
    }
    const side = fate === 'edited' ? entry.stratum : sideOf(entry, stored.pair)
    if (!counted.has(entry.key)) counted.set(entry.key, { entry, stored, verdict, side })
  }
  return { counted: [...counted.values()], lost, open }
}

/** Side by checks. A pair that the person had kept against its checks before it was drawn stays where it was drawn. */
function sideOf({ stratum, checks }: BlindEntry, pair: Pair): Mark['side'] {
  if (stratum === 'export' && checks.length > 0) return 'export'
  const state = stateOf(null, pair.checks)
  return state === 'failed' || state === 'unsure' ? state : 'export'
}
