import type { ProjectReader, Tally } from '#core/ports/project-store'

/** Maintained counts of the whole project, or of some documents. */
export async function talliesOf(reader: ProjectReader, documents: readonly number[] | null): Promise<readonly Tally[]> {
  if (documents === null) return reader.tallies(null)
  return [...(await reader.documentTallies(documents)).values()].flat()
}
