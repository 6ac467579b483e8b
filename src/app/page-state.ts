import type { ProjectReader } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import type { SessionStore } from '#features/session'
import type { GivenFile } from '#messages/ingest-worker'
import type { OpenedReader } from '#storage/open-reader'
import type { Threads } from './threads'

/** What the commands share: the session, the workers, and what this tab holds open. */
export interface PageState {
  readonly session: SessionStore
  readonly threads: Threads
  /** The project as this page reads it; null until one is open. */
  opened: OpenedReader | null
  /** Files of this tab by source, so that they can be read again with other settings. */
  readonly files: Map<number, GivenFile>
}

export function readerOf(page: PageState): ProjectReader {
  if (page.opened === null) throw new ProblemError({ kind: 'storage-unavailable', detail: 'no project is open' })
  return page.opened.reader
}
