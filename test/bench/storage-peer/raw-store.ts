import type { ItemOutcome } from '#core/ports/project-store'

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new DOMException('failed'))
  })
}

/** The reads and writes of one commit by hand: the same rows in the same strict transaction, no library. */
export interface RawStore {
  commit(outcome: ItemOutcome): Promise<void>
  dispose(): Promise<void>
}

const STORES = ['meta', 'documents', 'runs', 'items', 'pairs', 'leaves'] as const

export async function rawStore(): Promise<RawStore> {
  const name = 'raw-peer'
  const opening = indexedDB.open(name, 1)
  opening.onupgradeneeded = () => {
    const db = opening.result
    db.createObjectStore('meta', { keyPath: 'key' }).put({ key: 'fence', generation: 1 })
    opening.transaction?.objectStore('meta').put({ key: 'hidden', removed: [], gone: [] })
    db.createObjectStore('documents', { keyPath: 'order' })
    db.createObjectStore('runs', { keyPath: 'sequence' }).put({ sequence: 1, cube: new Uint32Array(300), total: 1_000 })
    const items = db.createObjectStore('items', { keyPath: ['run', 'position'] })
    items.createIndex('flag', ['run', 'flag', 'position'])
    db.createObjectStore('pairs', { keyPath: ['run', 'document', 'start'] })
    db.createObjectStore('leaves', { keyPath: ['run', 'document', 'start'] })
  }
  const db = await done(opening)
  const seed = db.transaction('documents', 'readwrite')
  for (let order = 0; order < 1_000; order++) seed.objectStore('documents').put({ order })
  await new Promise(resolve => {
    seed.oncomplete = resolve
  })
  return {
    commit: ({ item, document, start, pairs }) => {
      const rows = pairs.map(({ passage: _p, chain: _c, provenance: _q, ...own }) => JSON.stringify(own))
      const [first] = pairs
      const shared = JSON.stringify({
        passage: first?.passage,
        chain: first?.chain,
        provenance: first?.provenance,
      })
      return new Promise((resolve, reject) => {
        const transaction = db.transaction(STORES, 'readwrite', { durability: 'strict' })
        transaction.oncomplete = () => resolve()
        transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted'))
        const table = (store: (typeof STORES)[number]): IDBObjectStore => transaction.objectStore(store)
        const run = table('runs').get(1)
        const leaf = table('leaves').getAll(IDBKeyRange.bound([1, 0, 0], [1, Infinity, Infinity]), 1)
        table('meta').get('fence')
        table('meta').get('hidden')
        table('documents').getAllKeys(document)
        table('items').get([1, item.position + 1])
        const last = table('items').get([1, item.position])
        last.onsuccess = () => {
          const before: { entries: Uint32Array } | undefined = leaf.result[0]
          const old = before?.entries ?? new Uint32Array(0)
          const entries = new Uint32Array(old.length + pairs.length * 4)
          entries.set(old)
          pairs.forEach((_, place) => entries.set([document, start, place, 1], old.length + place * 4))
          table('items').put({ ...item, run: 1 })
          table('items').put({ ...item, run: 1, position: item.position + 1, state: 'leased', flag: 1 })
          table('pairs').put({ run: 1, document, start, shared, pairs: rows })
          table('leaves').put({ run: 1, document: 0, start: 0, entries: entries.slice(0, 2_048) })
          table('runs').put(run.result)
        }
      })
    },
    dispose: async () => {
      db.close()
      await done(indexedDB.deleteDatabase(name))
    },
  }
}
