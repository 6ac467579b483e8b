import { type ExportCounts, type ExportOptions, expectedCounts } from '#core/export/export-plan'
import { FORMATS } from '#core/export/formats'
import type { Tally } from '#core/ports/project-store'
import { type Query, useQuery, useSession } from '#features/context'
import { useTallies } from '#features/use-tallies'

export interface Selection {
  /** Counts of the whole project or of the chosen documents; undefined while they are read for the first time. */
  readonly tallies: readonly Tally[] | undefined
  readonly counts: ExportCounts | undefined
  /** Passages of all documents. */
  readonly passages: number
  /** What the file would hold: pairs, or passages for the format that has no pairs. */
  readonly size: number
  readonly query: Query<readonly Tally[]>
}

/** What the options choose, by maintained counters: nothing is read row by row. */
export function useSelection(options: ExportOptions): Selection {
  const revision = useSession(session => session.revisions.sources)
  const query = useTallies(options.documents)
  const sources = useQuery(`sources:${revision}`, reader => reader.sources()).value ?? []
  const passages = sources.reduce((sum, source) => (source.removed ? sum : sum + source.passages), 0)
  const tallies = query.value
  const counts = tallies === undefined ? undefined : expectedCounts(options, tallies)
  const size = FORMATS[options.format].input === 'passages' ? passages : (counts?.pairs ?? 0)
  return { tallies, counts, passages, size, query }
}
