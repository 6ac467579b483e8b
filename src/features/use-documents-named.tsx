import type { Document } from '#core/documents/document'
import type { ProjectReader } from '#core/ports/project-store'
import { useQuery, useSession } from '#features/context'

/** Documents looked through for a name. */
const MOST = 20_000
const PAGE = 1_000
/** Of those that match, how many are listed. */
export const LISTED = 60

/** Documents whose name holds these words, in order: one more than are listed, where there are more. */
async function documentsNamed(reader: ProjectReader, name: string): Promise<readonly Document[]> {
  const wanted = name.trim().toLowerCase()
  const found: Document[] = []
  let after = -1
  for (let read = 0; read < MOST && found.length <= LISTED; read += PAGE) {
    const page = await reader.documents({ after, limit: PAGE, removed: false })
    found.push(...page.filter(document => document.name.toLowerCase().includes(wanted)))
    after = page.at(-1)?.order ?? after
    if (page.length < PAGE) break
  }
  return found
}

export interface NamedDocuments {
  /** At most `LISTED`; undefined until they are read. */
  readonly found: readonly Document[] | undefined
  /** Whether more than these match. */
  readonly more: boolean
}

/** Documents of the project whose name holds these words. */
export function useDocumentsNamed(name: string): NamedDocuments {
  const revision = useSession(session => session.revisions.sources)
  const { value } = useQuery(`named:${revision}:${name}`, reader => documentsNamed(reader, name))
  return { found: value?.slice(0, LISTED), more: value !== undefined && value.length > LISTED }
}
