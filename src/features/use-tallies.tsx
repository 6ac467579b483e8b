import { talliesOf } from '#core/export/tallies-of'
import type { Tally } from '#core/ports/project-store'
import { type Query, useQuery, useSession } from '#features/context'

/** Counts of pairs in the whole project or in some documents, by maintained counters: nothing is read row by row. */
export function useTallies(documents: readonly number[] | null): Query<readonly Tally[]> {
  const revision = useSession(({ revisions }) => `${revisions.pairs}:${revisions.sources}`)
  return useQuery(`tallies:${documents?.join() ?? ''}:${revision}`, reader => talliesOf(reader, documents))
}
