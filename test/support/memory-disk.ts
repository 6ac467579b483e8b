import { ProblemError } from '#core/problem'
import type { DiskWriter, ModelDisk } from '#storage/models/model-disk'

export interface MemoryDisk extends ModelDisk {
  /** Paths of all files and keys of all entries: what is left. */
  readonly left: () => readonly string[]
  /** From now on writing beyond so many bytes in all fails as a full disk does. */
  limit: number
}

/** A disk that is not there: for tests where the browser's own is not. */
export function memoryDisk(): MemoryDisk {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  const entries = new Map<string, { readonly blob: Blob; readonly md5: string }>()
  const open = new Set<string>()
  const used = (): number =>
    [...files.values()].reduce((sum, { length }) => sum + length, 0) +
    [...entries.values()].reduce((sum, { blob }) => sum + blob.size, 0)
  const writerOf = (path: string): DiskWriter => ({
    size: () => files.get(path)?.length ?? 0,
    read: (into, at) => {
      const part = (files.get(path) ?? new Uint8Array(0)).subarray(at, at + into.length)
      into.set(part)
      return part.length
    },
    write: (bytes, at) => {
      const old = files.get(path) ?? new Uint8Array(0)
      const grown = Math.max(old.length, at + bytes.length)
      if (used() + grown - old.length > disk.limit) throw new ProblemError({ kind: 'quota-full' })
      const next = new Uint8Array(grown)
      next.set(old)
      next.set(bytes, at)
      files.set(path, next)
    },
    truncate: bytes => {
      files.set(path, (files.get(path) ?? new Uint8Array(0)).slice(0, bytes))
    },
    close: () => {
      open.delete(path)
    },
  })
  const disk: MemoryDisk = {
    limit: Number.POSITIVE_INFINITY,
    left: () => [...files.keys(), ...entries.keys()].sort(),
    file: async path => {
      const bytes = files.get(path)
      return bytes === undefined ? null : new File([bytes], path.split('/').at(-1) ?? '')
    },
    writer: async path => {
      if (open.has(path)) throw new ProblemError({ kind: 'storage-unavailable', detail: 'open elsewhere' })
      open.add(path)
      if (!files.has(path)) files.set(path, new Uint8Array(0))
      return writerOf(path)
    },
    removeFolder: async folder => {
      for (const path of [...files.keys()]) if (path.startsWith(`${folder}/`)) files.delete(path)
    },
    removeFile: async path => {
      files.delete(path)
    },
    folders: async () => [...new Set([...files.keys()].map(path => path.slice(0, path.indexOf('/'))))],
    folderBytes: async folder =>
      [...files].reduce((sum, [path, { length }]) => sum + (path.startsWith(`${folder}/`) ? length : 0), 0),
    cached: async (cache, key) => {
      const entry = entries.get(`${cache} ${key}`)
      return entry === undefined ? null : { bytes: entry.blob.size, md5: entry.md5 }
    },
    putCached: async (signal, { cache, key }, blob, md5) => {
      if (signal.aborted) throw new ProblemError({ kind: 'cancelled' })
      if (used() + blob.size > disk.limit) throw new ProblemError({ kind: 'quota-full' })
      entries.set(`${cache} ${key}`, { blob, md5 })
    },
    removeCached: async (cache, key) => {
      entries.delete(`${cache} ${key}`)
    },
    cachedKeys: async cache =>
      [...entries.keys()].filter(place => place.startsWith(`${cache} `)).map(place => place.slice(cache.length + 1)),
  }
  return disk
}
