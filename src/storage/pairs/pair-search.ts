import type { Cancel } from '#core/ports/cancel'
import type { PairFilter, ProjectReader, StoredPair } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import type { Connection } from '#storage/database/connection'
import { PAGE_TABLES, readPairs, visibleEntries } from '#storage/pairs/pair-reader'
import type { PairPlace } from '#storage/pairs/pair-key'

/** Pairs read in one transaction: a tenth of a second's work, so that a search stops at once. */
const BATCH = 512

/** Visible pairs that a filter takes, its text included, in key order and in batches. */
export async function* matchingPairs(
  cancel: Cancel,
  connection: Connection,
  filter: PairFilter,
): AsyncGenerator<StoredPair[]> {
  const needle = filter.text.toLowerCase()
  const matches = ({ pair }: StoredPair): boolean =>
    pair.instruction.toLowerCase().includes(needle) || pair.response.toLowerCase().includes(needle)
  let beyond: PairPlace | null = null
  for (;;) {
    if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
    const after: PairPlace | null = beyond
    const { entries, pairs } = await connection.read(PAGE_TABLES, async db => {
      const found = await visibleEntries(db, filter, after, 'forward', BATCH)
      return { entries: found, pairs: await readPairs(db, found) }
    })
    const matched = needle === '' ? pairs : pairs.filter(matches)
    if (matched.length > 0) yield matched
    beyond = entries.at(-1) ?? null
    if (entries.length < BATCH) return
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
