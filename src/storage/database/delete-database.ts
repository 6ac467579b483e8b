import { ProblemError } from '#core/problem'
import { databaseNameOf } from '#storage/database/open-database'

/**
 * Deletes the database of a project. Tabs that hold it open let go when they are told; where one does not, this waits:
 * the browser carries a deletion out sooner or later, so giving up here would be a lie.
 */
export function deleteDatabase(project: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseNameOf(project))
    request.onsuccess = () => resolve()
    request.onerror = () => {
      const detail = request.error === null ? 'delete failed' : `${request.error.name}: ${request.error.message}`
      reject(new ProblemError({ kind: 'storage-unavailable', detail }))
    }
  })
}
