import type { ProjectStore } from '#core/ports/project-store'
import { connect } from '#storage/database/connection'
import type { OpenedReader, OpenOptions } from '#storage/open-reader'
import { projectStore } from '#storage/project-store'

export interface OpenedStore extends OpenedReader {
  /** Reads and writes; writing needs the fence that `store.takeFence()` gives. */
  readonly store: ProjectStore
}

/**
 * Opens a project for reading and writing, in a worker. Take the project's lock first, then `store.takeFence()`.
 *
 * @param project id of the project, as `listProjects` gives it
 * @throws ProblemError `storage-cleared`, `newer-database`, `storage-unavailable`
 */
export async function openStore(project: string, { onTrouble }: OpenOptions): Promise<OpenedStore> {
  const connection = await connect(project, onTrouble)
  const store = projectStore(connection)
  return { store, reader: store, project, connection, close: () => connection.close() }
}
