import type { ProjectStore } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import type { OpenOptions } from '#storage/open-reader'

export interface OpenedStore {
  /** Reads and writes; writing needs the fence that `store.takeFence()` gives. */
  readonly store: ProjectStore
  /** Id of the project, as in the registry. */
  readonly project: string
  close(): void
}

/**
 * Opens a project for reading and writing, in a worker. Take the project's lock first, then `store.takeFence()`.
 *
 * @param project id of the project, as `listProjects` gives it
 * @throws ProblemError `storage-cleared`, `newer-database`, `storage-unavailable`
 */
export function openStore(_project: string, _options: OpenOptions): Promise<OpenedStore> {
  return Promise.reject(new ProblemError({ kind: 'storage-unavailable', detail: 'not built yet' }))
}
