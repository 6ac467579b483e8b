import type { Cancel } from '#core/ports/cancel'
import type { PairFilter, ProjectReader, StoredPair } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import type { Connection } from '#storage/database/connection'
import { PAGE_TABLES, type PairsAfter, pairsAfter } from '#storage/pairs/pair-reader'
import type { PairPlace } from '#storage/pairs/pair-key'

/** Pairs looked through in one transaction: few at first, so that hits come at once, then a tenth of a second's work. */
const FIRST_BATCH = 256
const LARGEST_BATCH = 4_096

/** A quick look at the JSON of a pair: true wherever the text may be in it. */
function jsonTest(needle: string): (json: string) => boolean {
  // Half a character may stand as such in the text but never in its JSON.
  if (needle === '' || !needle.isWellFormed()) return () => true
  const escaped = JSON.stringify(needle).slice(1, -1)
  return json => json.toLowerCase().includes(escaped)
}

/** Visible pairs that a filter takes, its text included, in key order and in batches. */
export async function* matchingPairs(
  cancel: Cancel,
  connection: Connection,
  filter: PairFilter,
): AsyncGenerator<StoredPair[]> {
  const needle = filter.text.toLowerCase()
  const matches = ({ pair }: StoredPair): boolean =>
    pair.instruction.toLowerCase().includes(needle) || pair.response.toLowerCase().includes(needle)
  const mayMatch = jsonTest(needle)
  let beyond: PairPlace | null = null
  for (let batch = FIRST_BATCH; ; batch = Math.min(batch * 2, LARGEST_BATCH)) {
    if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
    const after: PairPlace | null = beyond
    const most = batch
    const { entries, pairs }: PairsAfter = await connection.read(PAGE_TABLES, db =>
      pairsAfter(db, filter, after, most, mayMatch),
    )
    const matched = needle === '' ? pairs : pairs.filter(matches)
    if (matched.length > 0) yield matched
    beyond = entries.at(-1) ?? null
    if (entries.length < most) return
  }
}

/** Searching the text of pairs: reads them, so it is the one question that takes longer the more there are. */
export function pairSearch(connection: Connection): Pick<ProjectReader, 'searchPairs'> {
  return {
    searchPairs: async (cancel, filter, found) => {
      for await (const batch of matchingPairs(cancel, connection, filter)) found(batch)
    },
  }
}
