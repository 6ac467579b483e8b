import type { Cancel } from '#core/ports/cancel'
import type { Hash } from '#core/ports/hash'
import { ProblemError } from '#core/problem'
import type { ProjectEntry } from '#storage/projects'

/**
 * Reads a backup into a new project. The project becomes visible only when all of the file has been checked.
 *
 * @param pieces bytes of the file in any pieces
 * @param now ms since 1970, for the registry
 * @throws ProblemError `backup-damaged`, `backup-newer`, `quota-full`, `cancelled`; then nothing has changed
 */
export function restoreProject(
  _cancel: Cancel,
  _pieces: AsyncIterable<Uint8Array>,
  _hash: Hash,
  _now: number,
): Promise<ProjectEntry> {
  return Promise.reject(new ProblemError({ kind: 'storage-unavailable', detail: 'not built yet' }))
}
