import type { BlindSample } from '#core/evaluation/blind-sample'
import { STRATUM_STATES } from '#core/evaluation/draw-sample'
import type { ProjectNow } from '#core/evaluation/figure'
import type { PairKey, ProjectReader, StoredPair } from '#core/ports/project-store'

/**
 * Visible pairs under these keys; what is removed, replaced, or of a run that is no longer chosen is absent.
 */
export async function visiblePairs(
  reader: Pick<ProjectReader, 'pair' | 'documentsAt' | 'runs'>,
  keys: readonly PairKey[],
): Promise<ReadonlyMap<PairKey, StoredPair>> {
  const [runs, found] = await Promise.all([reader.runs(), Promise.all([...new Set(keys)].map(key => reader.pair(key)))])
  const chosen = new Set(runs.filter(run => run.chosen).map(({ sequence }) => sequence))
  const stored = found.filter(pair => pair !== undefined)
  const orders = [...new Set(stored.map(({ document }) => document))]
  const documents = await reader.documentsAt(orders)
  const there = new Set(orders.filter((_, index) => documents[index]?.removed === false))
  return new Map(
    stored.filter(({ run, document }) => chosen.has(run) && there.has(document)).map(one => [one.key, one] as const),
  )
}

/** What the samples of a project are held against. Reads the pairs of their entries and the maintained counters. */
export async function projectNow(
  reader: Pick<ProjectReader, 'pair' | 'documentsAt' | 'runs' | 'tallies'>,
  samples: readonly BlindSample[],
): Promise<ProjectNow> {
  const keys = samples.flatMap(({ entries }) => entries.map(({ key }) => key))
  const [pairs, runs, tallies] = await Promise.all([visiblePairs(reader, keys), reader.runs(), reader.tallies(null)])
  const taken = tallies.filter(({ state }) => STRATUM_STATES.export.some(name => name === state))
  return { pairs, runs, exportable: taken.reduce((sum, { count }) => sum + count, 0) }
}
