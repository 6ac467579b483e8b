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
export async function repetitionKeys(reader: ProjectReader, cancel: Cancel): Promise<readonly PairKey[]> {
  return reader.orderedKeys(cancel, EVERYTHING, 'repetition')
}

/**
 * The group that a pair belongs to: those behind the nearest pair above that repeats none, as far as they lead to it. null
 * where it repeats none and none repeats it, or where the first one is gone.
 */
export async function repetitionOf(
  reader: ProjectReader,
  keys: readonly PairKey[],
  stored: StoredPair,
): Promise<Repetition | null> {
  const at = keys.indexOf(stored.key)
  if (at < 0) return null
  let first: { readonly stored: StoredPair; readonly at: number } | null = null
  for (let end = at + 1; first === null && end > 0 && at - end < MOST; end -= PAGE) {
    const from = Math.max(0, end - PAGE)
    const page = await pairsOf(reader, keys.slice(from, end))
    const place = page.findLastIndex(pair => pair !== undefined && firstOf(pair.pair) === null)
    const found = page[place]
    if (found !== undefined) first = { stored: found, at: from + place }
  }
  if (first === null) return null
  const behind: StoredPair[] = []
  for (let from = first.at + 1, over = false; !over && from < keys.length && behind.length < MOST; from += PAGE) {
    const page = await pairsOf(reader, keys.slice(from, from + PAGE))
    const next = page.findIndex(pair => pair !== undefined && firstOf(pair.pair) === null)
    over = next >= 0
    for (const pair of over ? page.slice(0, next) : page) if (pair !== undefined) behind.push(pair)
  }
  const repeats = leadingTo(first.stored.pair.id, behind)
  const member = stored.key === first.stored.key || repeats.some(pair => pair.key === stored.key)
  return repeats.length === 0 || !member ? null : { first: first.stored, repeats, cut: behind.length >= MOST }
}

/** Pairs that repeat the one of an id, or one that does; what is left belongs to a first pair that is gone. */
function leadingTo(id: string, pairs: readonly StoredPair[]): readonly StoredPair[] {
  const ids = new Set([id])
  for (let grown = true; grown; ) {
    const before = ids.size
    for (const { pair } of pairs) if (ids.has(firstOf(pair) ?? '')) ids.add(pair.id)
    grown = ids.size > before
  }
  return pairs.filter(({ pair }) => ids.has(pair.id))
}

function pairsOf(reader: ProjectReader, keys: readonly PairKey[]): Promise<readonly (StoredPair | undefined)[]> {
  return Promise.all(keys.map(key => reader.pair(key)))
}
