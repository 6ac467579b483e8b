/**
 * Version of a database as the browser keeps it (ten times Dexie's number), 0 when there is none. Looks without making
 * it: opening a name that is not there would leave an empty database behind, and Dexie would patch a newer one.
 */
export function nativeVersion(name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    let missing = false
    request.onupgradeneeded = () => {
      missing = true
      request.transaction?.abort()
    }
    request.onsuccess = () => {
      const { version } = request.result
      request.result.close()
      resolve(version)
    }
    request.onerror = event => {
      event.preventDefault()
      if (missing) resolve(0)
      else reject(request.error ?? new DOMException('open failed', 'UnknownError'))
    }
  })
}
