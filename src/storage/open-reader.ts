import type { ProjectReader } from '#core/ports/project-store'
import type { StorageProblem } from '#core/problem'
import { type Connection, connect } from '#storage/database/connection'
import { projectReader } from '#storage/project-reader'

export interface OpenOptions {
  /**
   * Called when this connection can no longer be used: `updated-elsewhere`, `storage-cleared`. It never opens again by
   * itself. Called with `blocked-by-other-tab` while opening waits for another tab; opening goes on once that closes.
   */
  readonly onTrouble: (problem: StorageProblem) => void
}

export interface OpenedReader {
  readonly reader: ProjectReader
  /** Id of the project, as in the registry. */
  readonly project: string
  /** For the other parts of this room (backup). */
  readonly connection: Connection
  close(): void
}

/**
 * Opens a project for reading, on the page or in a worker.
 *
 * @param project id of the project, as `listProjects` gives it
 * @throws ProblemError `storage-cleared`, `newer-database`, `storage-unavailable`
 */
export async function openReader(project: string, { onTrouble }: OpenOptions): Promise<OpenedReader> {
  const connection = await connect(project, onTrouble)
  return { reader: projectReader(connection), project, connection, close: () => connection.close() }
}
