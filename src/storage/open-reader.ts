import type { ProjectReader } from '#core/ports/project-store'
import { ProblemError, type StorageProblem } from '#core/problem'

export interface OpenOptions {
  /**
   * Called at most once, when this connection can no longer be used: `updated-elsewhere`, `storage-cleared`,
   * `blocked-by-other-tab` (the open itself still waits), `storage-unavailable`. It never re-opens by itself.
   */
  readonly onTrouble: (problem: StorageProblem) => void
}

export interface OpenedReader {
  readonly reader: ProjectReader
  /** Id of the project, as in the registry. */
  readonly project: string
  close(): void
}

/**
 * Opens a project for reading, on the page or in a worker.
 *
 * @param project id of the project, as `listProjects` gives it
 * @throws ProblemError `storage-cleared`, `newer-database`, `storage-unavailable`
 */
export function openReader(_project: string, _options: OpenOptions): Promise<OpenedReader> {
  return Promise.reject(new ProblemError({ kind: 'storage-unavailable', detail: 'not built yet' }))
}
