import 'fake-indexeddb/auto'
import type { Dexie } from 'dexie'
import { forceCloseDatabase } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import type { ProjectReader } from '#core/ports/project-store'
import type { StorageProblem } from '#core/problem'
import { type Connection, connect } from '#storage/database/connection'
import { openReader } from '#storage/open-reader'
import { openStore } from '#storage/open-store'
import { projectStore } from '#storage/project-store'
import type { PairRow } from '#storage/database/rows'
import { createProject } from '#storage/projects'
import { ALL, addSource, everyPair, fullRun } from '#test/contract/storage/samples'

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

/** Tables that later layouts added. */
const LATER = ['recipes', 'samples'] as const

/** A row as an older layout wrote it: codes of the pair index said nothing of checks. */
function asBefore(row: unknown): unknown {
  if (typeof row !== 'object' || row === null || !('codes' in row) || !(row.codes instanceof Uint32Array)) return row
  return { ...row, codes: row.codes.map(code => code & 0xfffff) }
}

/** Makes a database as the layout of that version left it: the same rows, without the later tables. */
async function asLayout(name: string, version: 1 | 2): Promise<void> {
  const raw = await rawOpen(name)
  const gone = new Set<string>(LATER.slice(version - 1))
  const tables = [...raw.objectStoreNames].filter(table => !gone.has(table))
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
    const request = indexedDB.open(name, version * 10)
    request.onerror = () => reject(new Error(request.error?.name))
    request.onsuccess = () => {
      request.result.close()
      resolve()
    }
    request.onupgradeneeded = () => {
      for (const [at, { table, keyPath, indexes }] of layout.entries()) {
        const store = request.result.createObjectStore(table, { keyPath })
        for (const index of indexes) store.createIndex(index.name, index.path, { unique: index.unique })
        for (const row of rows[at] ?? []) store.add(asBefore(row))
      }
    }
  })
}

/** Looks at a database and lets go of it. */
async function rawOpened(name: string): Promise<{ version: number }> {
  const raw = await rawOpen(name)
  raw.close()
  return { version: raw.version }
}

/** Makes the first pair of the last row of pairs unreadable, or readable again. */
async function spoil(name: string, bad: boolean): Promise<void> {
  const raw = await rawOpen(name)
  await new Promise<void>(resolve => {
    const transaction = raw.transaction('pairs', 'readwrite')
    transaction.oncomplete = () => resolve()
    const request = transaction.objectStore('pairs').openCursor(null, 'prev')
    request.onsuccess = () => {
      const cursor = request.result
      if (cursor === null) return
      const row: PairRow = cursor.value
      const [text = '', ...rest] = row.pairs
      cursor.update({ ...row, pairs: [bad ? `?${text}` : text.slice(1), ...rest] })
    }
  })
  raw.close()
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
    const raw = await rawOpen(`pairloom-${id}`, 40)
    raw.close()
    await expect(openStore(id, ignore)).rejects.toMatchObject({ problem: { kind: 'newer-database', version: 4 } })
    const again = await rawOpen(`pairloom-${id}`)
    expect(again.version).toBe(40)
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
    await asLayout(`pairloom-${id}`, 1)
    const { store } = await openStore(id, ignore)
    expect(await store.sources()).toEqual(before)
    expect(await store.text(keys[0] ?? -1, 0, 6)).toBe('a 0 ..')
    expect(await store.ownRecipes()).toEqual([])
    expect(await store.samples()).toEqual([])
  })

  it('STORE20: what an older layout did not note of checks is filled from the pairs, all of it or nothing', async () => {
    const id = await newProject()
    const { connection } = await watched(id)
    const store = projectStore(connection)
    const fence = await store.takeFence()
    const { keys } = await addSource(store, fence, 'a', 7, 60)
    await fullRun(store, fence, 'one', keys, 60, 5)
    await fullRun(store, fence, 'two', keys.slice(1, 4), 20, 3)
    await store.decide({ aborted: false }, fence, { filter: { ...ALL, tasks: ['list'] } }, 'drop', () => undefined)
    const ask = async (reader: ProjectReader) => ({
      checks: await reader.checkTallies(null),
      filtered: await everyPair(reader, { ...ALL, checks: ['length'], states: ['failed'] }, 500),
      doubt: await reader.orderedKeys({ aborted: false }, ALL, 'doubt'),
      tallies: await reader.tallies(null),
    })
    const before = await ask(store)
    expect(before.checks.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(1_000)
    connection.close()
    await asLayout(`pairloom-${id}`, 2)
    // Its upgrade fails on a row that nobody can read: the older layout stays as it was.
    await spoil(`pairloom-${id}`, true)
    await expect(openStore(id, ignore)).rejects.toBeInstanceOf(Error)
    expect((await rawOpened(`pairloom-${id}`)).version).toBe(20)
    await spoil(`pairloom-${id}`, false)
    expect(await ask((await openStore(id, ignore)).store)).toEqual(before)
  })

  it('STORE3: when another tab changes the layout this one stops, says so once and never opens again', async () => {
    const id = await newProject()
    const { connection, troubles, opened } = await watched(id)
    const raw = await rawOpen(`pairloom-${id}`, 40)
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
