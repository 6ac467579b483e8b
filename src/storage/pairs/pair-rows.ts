import type { Pair } from '#core/synthesis/pair'
import type { PairRow } from '#storage/database/rows'
import { storedJson } from '#storage/database/stored-json'
import { textBytes } from '#storage/documents/text-blocks'
import { decisionIn, stateIn } from '#storage/index/codes'

type Shared = Pick<Pair, 'passage' | 'chain' | 'provenance'>
type Own = Omit<Pair, keyof Shared | 'decision' | 'state'>

function sharedOf({ passage, chain, provenance }: Pair): string {
  return JSON.stringify({ passage, chain, provenance } satisfies Shared)
}

/** Whether two pairs were made in one go for one passage; then they share what can be shared. */
function wereMadeTogether(a: Pair, b: Pair): boolean {
  return (
    a.provenance === b.provenance &&
    a.chain === b.chain &&
    a.passage.headings === b.passage.headings &&
    a.passage.start === b.passage.start &&
    a.passage.end === b.passage.end
  )
}

/** JSON of one pair as a row holds it: without what it shares with its neighbours, and without what the index holds. */
function encodePair(pair: Pair, shares: boolean): string {
  const { decision: _decision, state: _state, passage, chain, provenance, ...own } = pair
  return JSON.stringify(shares ? own : { ...own, passage, chain, provenance })
}

/**
 * The pairs of a passage in one row: three times as quick to write as a row each. JSON, because it leaves out what they
 * share and can be searched without being parsed.
 */
export function encodePairs(pairs: readonly Pair[]): Pick<PairRow, 'shared' | 'pairs'> {
  const [first] = pairs
  if (first === undefined) return { shared: '', pairs: [] }
  const shared = sharedOf(first)
  return {
    shared,
    pairs: pairs.map(pair => encodePair(pair, wereMadeTogether(pair, first) || sharedOf(pair) === shared)),
  }
}

/** The row with more pairs behind those that it has. */
export function appendPairs(row: PairRow, pairs: readonly Pair[]): PairRow {
  return { ...row, pairs: [...row.pairs, ...pairs.map(pair => encodePair(pair, sharedOf(pair) === row.shared))] }
}

export function replacePair(row: PairRow, place: number, pair: Pair): PairRow {
  return {
    ...row,
    pairs: row.pairs.map((text, i) => (i === place ? encodePair(pair, sharedOf(pair) === row.shared) : text)),
  }
}

/**
 * Reads pairs of one row; what they share is parsed once.
 *
 * @param mayMatch looks at the JSON of a pair; one that it refuses is not read
 */
export function decodePairs(
  row: PairRow,
  mayMatch: (json: string) => boolean,
): (place: number, code: number) => Pair | undefined {
  let shared: Shared | null = null
  return (place, code) => {
    const json = row.pairs[place]
    if (json === undefined || !mayMatch(json)) return undefined
    shared ??= storedJson<Shared>(row.shared)
    const own = storedJson<Own & Partial<Shared>>(json)
    return { ...shared, ...own, decision: decisionIn(code), state: stateIn(code) }
  }
}

/** Estimated bytes of a row on disk. */
export function pairRowBytes(row: Pick<PairRow, 'shared' | 'pairs'>): number {
  return row.pairs.reduce((sum, text) => sum + textBytes(text) + 6, 60 + textBytes(row.shared))
}
