import type { MlcCache } from '#core/models/mlc-folder'
import { ProblemError } from '#core/problem'
import type { DiskWriter, ModelDisk } from '#storage/models/model-disk'
import { storageProblemOf } from '#storage/storage-problem'

const FOLDER = 'models'
/** Our own note in a cached response: the digest that its bytes were checked against. */
const MD5_HEADER = 'x-pairloom-md5'

/** The part of a file's handle that only workers have, and so only their type library. */
interface SyncAccess {
  getSize(): number
  read(into: Uint8Array<ArrayBuffer>, options: { at: number }): number
  write(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number
  truncate(bytes: number): void
  flush(): void
  close(): void
}

function canOpenSync(
  handle: FileSystemFileHandle,
): handle is FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncAccess> } {
  return 'createSyncAccessHandle' in handle
}

function problemFrom(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof Error && error.name === 'AbortError') return new ProblemError({ kind: 'cancelled' })
  return new ProblemError(storageProblemOf(error) ?? { kind: 'storage-unavailable', detail: String(error) })
}

async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw problemFrom(error)
  }
}

function atOnce<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw problemFrom(error)
  }
}

/** What the work gives, or null where there is no such file or folder. */
async function unlessMissing<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && (error.name === 'NotFoundError' || error.name === 'TypeMismatchError')) return null
    throw problemFrom(error)
  }
}

async function top(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory()
  return root.getDirectoryHandle(FOLDER, { create: true })
}

function split(path: string): [string, string] {
  const slash = path.indexOf('/')
  return [path.slice(0, slash), path.slice(slash + 1)]
}

function writerOf(access: SyncAccess): DiskWriter {
  return {
    size: () => atOnce(() => access.getSize()),
    read: (into, at) => atOnce(() => access.read(into, { at })),
    write: (bytes, at) =>
      atOnce(() => {
        const written = access.write(bytes, { at })
        // Browsers throw when there is no room; fewer bytes than asked for mean the same.
        if (written < bytes.length) throw new ProblemError({ kind: 'quota-full' })
      }),
    truncate: bytes => atOnce(() => access.truncate(bytes)),
    close: () => {
      try {
        access.flush()
      } finally {
        access.close()
      }
    },
  }
}

/** The private file system and the Cache of this browser. */
export function browserDisk(): ModelDisk {
  return {
    file: path =>
      unlessMissing(async () => {
        const [folder, name] = split(path)
        return (await (await (await top()).getDirectoryHandle(folder)).getFileHandle(name)).getFile()
      }),
    writer: path =>
      onDisk(async () => {
        const [folder, name] = split(path)
        const directory = await (await top()).getDirectoryHandle(folder, { create: true })
        const handle = await directory.getFileHandle(name, { create: true })
        if (!canOpenSync(handle)) throw new ProblemError({ kind: 'storage-unavailable', detail: 'no file access' })
        return writerOf(await handle.createSyncAccessHandle())
      }),
    removeFolder: async folder => {
      await unlessMissing(async () => (await top()).removeEntry(folder, { recursive: true }))
    },
    removeFile: async path => {
      const [folder, name] = split(path)
      await unlessMissing(async () => (await (await top()).getDirectoryHandle(folder)).removeEntry(name))
    },
    folders: () =>
      onDisk(async () => {
        const names: string[] = []
        for await (const name of (await top()).keys()) names.push(name)
        return names
      }),
    folderBytes: async folder => {
      const bytes = await unlessMissing(async () => {
        let sum = 0
        for await (const entry of (await (await top()).getDirectoryHandle(folder)).values()) {
          if (entry instanceof FileSystemFileHandle) sum += (await entry.getFile()).size
        }
        return sum
      })
      return bytes ?? 0
    },
    cached: (cache, key) =>
      onDisk(async () => {
        const headers = (await (await caches.open(cache)).match(key))?.headers
        const md5 = headers?.get(MD5_HEADER)
        const bytes = Number(headers?.get('content-length') ?? Number.NaN)
        return md5 === null || md5 === undefined || Number.isNaN(bytes) ? null : { bytes, md5 }
      }),
    putCached: (signal, { cache, key }, blob, md5) =>
      onDisk(async () => {
        // The body ends in an error when it is cancelled, and then the Cache keeps nothing.
        const body = blob.stream().pipeThrough(new TransformStream(), { signal })
        const headers = { 'content-length': String(blob.size), [MD5_HEADER]: md5 }
        await (await caches.open(cache)).put(key, new Response(body, { headers }))
      }),
    removeCached: (cache, key) =>
      onDisk(async () => {
        await (await caches.open(cache)).delete(key)
      }),
    cachedKeys: (cache: MlcCache) =>
      onDisk(async () => {
        if (!(await caches.has(cache))) return []
        return (await (await caches.open(cache)).keys()).map(({ url }) => url)
      }),
  }
}
