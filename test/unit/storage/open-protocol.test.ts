import 'fake-indexeddb/auto'
import type { Dexie } from 'dexie'
import { forceCloseDatabase } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import type { StorageProblem } from '#core/problem'
import { type Connection, connect } from '#storage/database/connection'
import { openReader } from '#storage/open-reader'
import { openStore } from '#storage/open-store'
import { projectStore } from '#storage/project-store'
import { createProject } from '#storage/projects'
import { addSource } from '#test/contract/storage/samples'

const ignore = { onTrouble: () => undefined }

async function newProject(): Promise<string> {
  return (await createProject('p', 1)).id
}

/** Opens, or upgrades, a database by hand, as code of another version would. */
function rawOpen(name: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error(request.error?.name))
  })
}

/** Makes a database as the first layout left it: the same rows under an older version, without the later tables. */
async function asFirstLayout(name: string): Promise<void> {
  const raw = await rawOpen(name)
  const tables = [...raw.objectStoreNames].filter(table => table !== 'recipes')
  const transaction = raw.transaction(tables)
  const layout = tables.map(table => {
    const { keyPath, indexNames } = transaction.objectStore(table)
    const indexes = [...indexNames].map(index => transaction.objectStore(table).index(index))
    return { table, keyPath, indexes: indexes.map(({ name, keyPath: path, unique }) => ({ name, path, unique })) }
  })
  const rows = await Promise.all(
    tables.map(
      table =>
        new Promise<unknown[]>(resolve => {
          const request = transaction.objectStore(table).getAll()
          request.onsuccess = () => resolve(request.result)
        }),
    ),
  )
  raw.close()
  await rawDelete(name)
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name, 10)
    request.onerror = () => reject(new Error(request.error?.name))
    request.onsuccess = () => {
      request.result.close()
      resolve()
    }
    request.onupgradeneeded = () => {
      for (const [at, { table, keyPath, indexes }] of layout.entries()) {
        const store = request.result.createObjectStore(table, { keyPath })
        for (const index of indexes) store.createIndex(index.name, index.path, { unique: index.unique })
        for (const row of rows[at] ?? []) store.add(row)
      }
    }
  })
}

function rawDelete(name: string): Promise<void> {
  return new Promise(resolve => {
    indexedDB.deleteDatabase(name).onsuccess = () => resolve()
  })
}

async function names(): Promise<(string | undefined)[]> {
  return (await indexedDB.databases()).map(({ name }) => name)
}

/** A connection whose troubles and databases the test can see. */
async function watched(
  project: string,
): Promise<{ connection: Connection; troubles: StorageProblem[]; opened: Dexie[] }> {
  const troubles: StorageProblem[] = []
  const opened: Dexie[] = []
  const connection = await connect(
    project,
    problem => troubles.push(problem),
    db => opened.push(db),
  )
  return { connection, troubles, opened }
}

/** Closes the browser's handle as the browser itself would. */
function closeFromOutside(db: Dexie | undefined): void {
  const native = db?.backendDB()
  // The package gives its parameter the type of the class, not of a database.
  Reflect.apply(forceCloseDatabase, undefined, [native])
}

const sources = (connection: Connection) => connection.read(['sources'], db => db.sources.count())

describe('opening', () => {
  it('STORE1: a project that is not there is said to be cleared, and looking for it makes no database', async () => {
    const before = await names()
    await expect(openReader('nobody', ignore)).rejects.toMatchObject({ problem: { kind: 'storage-cleared' } })
    await expect(openStore('nobody', ignore)).rejects.toMatchObject({ problem: { kind: 'storage-cleared' } })
    expect(await names()).toEqual(before)
  })

  it('STORE1: a database without its sentinel is said to be cleared', async () => {
    const id = await newProject()
    const { connection } = await watched(id)
    await connection.writeUnfenced(['meta'], db => db.meta.delete('sentinel'))
    connection.close()
    await expect(openReader(id, ignore)).rejects.toMatchObject({ problem: { kind: 'storage-cleared' } })
  })

  it('STORE2: a database of a newer layout is not opened and not touched', async () => {
    const id = await newProject()
    const raw = await rawOpen(`pairloom-${id}`, 30)
    raw.close()
    await expect(openStore(id, ignore)).rejects.toMatchObject({ problem: { kind: 'newer-database', version: 3 } })
    const again = await rawOpen(`pairloom-${id}`)
    expect(again.version).toBe(30)
    again.close()
  })

  it('STORE2: a layout that asks for newer code is not opened', async () => {
    const id = await newProject()
    const { connection } = await watched(id)
    await connection.writeUnfenced(['meta'], db => db.meta.put({ key: 'minAppVersion', version: 7 }))
    connection.close()
    await expect(openStore(id, ignore)).rejects.toMatchObject({ problem: { kind: 'newer-database', version: 7 } })
  })

  it('STORE2: a project of the first layout is opened with all that is in it, and has room for recipes', async () => {
    const id = await newProject()
    const { connection } = await watched(id)
    const fence = await projectStore(connection).takeFence()
    const { keys } = await addSource(projectStore(connection), fence, 'a', 2, 3)
    const before = await projectStore(connection).sources()
    connection.close()
    await asFirstLayout(`pairloom-${id}`)
    const { store } = await openStore(id, ignore)
    expect(await store.sources()).toEqual(before)
    expect(await store.text(keys[0] ?? -1, 0, 6)).toBe('a 0 ..')
    expect(await store.ownRecipes()).toEqual([])
  })

  it('STORE3: when another tab changes the layout this one stops, says so once and never opens again', async () => {
    const id = await newProject()
    const { connection, troubles, opened } = await watched(id)
    const raw = await rawOpen(`pairloom-${id}`, 30)
    raw.close()
    expect(troubles).toEqual([{ kind: 'updated-elsewhere' }])
    for (let i = 0; i < 2; i++) {
      await expect(sources(connection)).rejects.toMatchObject({ problem: { kind: 'updated-elsewhere' } })
    }
    expect(opened).toHaveLength(1)
    expect(troubles).toHaveLength(1)
  })

  it('STORE3: opening tells when it waits for a tab that holds an older layout', async () => {
    const id = 'older'
    const raw = await rawOpen(`pairloom-${id}`, 5)
    const troubles: StorageProblem[] = []
    const opening = openStore(id, { onTrouble: problem => troubles.push(problem) })
    opening.catch(() => undefined)
    await vi.waitFor(() => expect(troubles).toEqual([{ kind: 'blocked-by-other-tab' }]))
    raw.close()
    // The older tab let go; this one went on and found that the database holds no project.
    await expect(opening).rejects.toMatchObject({ problem: { kind: 'storage-cleared' } })
  })

  it('STORE1: data that is cleared while it is open is said to be cleared; nothing is made in its place', async () => {
    const id = await newProject()
    const { connection, troubles, opened } = await watched(id)
    // As when site data is cleared: the handle is closed from outside, then the data goes.
    closeFromOutside(opened[0])
    await rawDelete(`pairloom-${id}`)
    await vi.waitFor(() => expect(troubles).toEqual([{ kind: 'storage-cleared' }]))
    await expect(sources(connection)).rejects.toMatchObject({ problem: { kind: 'storage-cleared' } })
    expect(await names()).not.toContain(`pairloom-${id}`)
  })

  it('STORE4: a connection that the browser drops is opened again where the data is still there', async () => {
    const id = await newProject()
    const { connection, troubles, opened } = await watched(id)
    const store = projectStore(connection)
    const fence = await store.takeFence()
    await addSource(store, fence, 'a', 1, 1)
    closeFromOutside(opened[0])
    expect(await sources(connection)).toBe(1)
    await addSource(store, fence, 'b', 1, 1)
    expect(await sources(connection)).toBe(2)
    expect(opened.length).toBeGreaterThan(1)
    expect(troubles).toEqual([])
    connection.close()
    await expect(sources(connection)).rejects.toMatchObject({ problem: { kind: 'storage-unavailable' } })
  })
})
