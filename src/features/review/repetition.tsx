import type { PairKey, ProjectReader, StoredPair } from '#core/ports/project-store'
import type { Cancel } from '#core/ports/cancel'
import type { Pair } from '#core/synthesis/pair'

/** Pairs of a group that are read; larger ones are cut there, and say so. */
const MOST = 2_000
const PAGE = 50

const EVERYTHING = { states: [], tasks: [], languages: [], checks: [], document: null, text: '' } as const

export interface Repetition {
  /** The pair that was there first. */
  readonly first: StoredPair
  /** Those that repeat it, in order. */
  readonly repeats: readonly StoredPair[]
  /** There are more than were read. */
  readonly cut: boolean
}

/** Id of the pair that a pair repeats, by its duplicate check; null where it repeats none. */
export function firstOf({ checks }: Pick<Pair, 'checks'>): string | null {
  const of = checks.find(check => check.name === 'duplicate' && check.result !== 'pass')?.values?.['of']
  return of === undefined ? null : String(of)
}

/** Keys of all pairs that repeat one another, groups one behind the other; read once for many pairs. */
export function repetitionKeys(reader: ProjectReader, cancel: Cancel): Promise<readonly PairKey[]> {
  return reader.orderedKeys(cancel, EVERYTHING, 'repetition')
}

/** The group that a pair belongs to; null where it repeats none and none repeats it, or where the first one is gone. */
export async function repetitionOf(
  reader: ProjectReader,
  keys: readonly PairKey[],
  stored: StoredPair,
): Promise<Repetition | null> {
  const at = keys.indexOf(stored.key)
  if (at < 0) return null
  const id = firstOf(stored.pair) ?? stored.pair.id
  let first: { stored: StoredPair; at: number } | null = null
  for (let end = at + 1; first === null && end > 0 && at - end < MOST; end -= PAGE) {
    const from = Math.max(0, end - PAGE)
    const page = await pairsOf(reader, keys.slice(from, end))
    const place = page.findLastIndex(pair => pair?.pair.id === id)
    const found = page[place]
    if (found !== undefined) first = { stored: found, at: from + place }
  }
  if (first === null) return null
  const repeats: StoredPair[] = []
  for (let from = first.at + 1; from < keys.length; from += PAGE) {
    const page = await pairsOf(reader, keys.slice(from, from + PAGE))
    const other = page.findIndex(pair => pair !== undefined && firstOf(pair.pair) !== id)
    for (const pair of other < 0 ? page : page.slice(0, other)) if (pair !== undefined) repeats.push(pair)
    if (other >= 0) break
    if (repeats.length >= MOST) return { first: first.stored, repeats: repeats.slice(0, MOST), cut: true }
  }
  return repeats.length === 0 ? null : { first: first.stored, repeats, cut: false }
}

function pairsOf(reader: ProjectReader, keys: readonly PairKey[]): Promise<readonly (StoredPair | undefined)[]> {
  return Promise.all(keys.map(key => reader.pair(key)))
}
