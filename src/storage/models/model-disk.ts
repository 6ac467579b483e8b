import type { MlcCache } from '#core/models/mlc-folder'

/** Where a file of a model lies: in the Cache that web-llm reads, or in the folder of models of the private file system. */
export type KeptAt = { readonly cache: MlcCache; readonly key: string } | { readonly path: string }

/** A file that is open for writing by this worker alone. Offsets and sizes in bytes. */
export interface DiskWriter {
  size(): number
  read(into: Uint8Array<ArrayBuffer>, at: number): number
  /** Throws `quota-full`. */
  write(bytes: Uint8Array<ArrayBuffer>, at: number): void
  truncate(bytes: number): void
  close(): void
}

/**
 * Where the bytes of models lie. Paths have the form `folder/name`. Everything rejects with `quota-full` or
 * `storage-unavailable` where the browser refuses.
 */
export interface ModelDisk {
  /** A kept file as it is, without reading it; null where there is none. */
  file(path: string): Promise<File | null>
  /** Only in workers. The file is made where there is none, and keeps what it has. */
  writer(path: string): Promise<DiskWriter>
  /** Deletes a folder and what is in it; nothing happens where there is none. */
  removeFolder(folder: string): Promise<void>
  removeFile(path: string): Promise<void>
  folders(): Promise<readonly string[]>
  /** Bytes of all files of a folder. */
  folderBytes(folder: string): Promise<number>
  /** What `putCached` noted about an entry; null where there is no such entry or something else wrote it. */
  cached(cache: MlcCache, key: string): Promise<{ readonly bytes: number; readonly md5: string } | null>
  /** Stores all of it or, when it fails or is cancelled, nothing. */
  putCached(signal: AbortSignal, at: { cache: MlcCache; key: string }, blob: Blob, md5: string): Promise<void>
  removeCached(cache: MlcCache, key: string): Promise<void>
  cachedKeys(cache: MlcCache): Promise<readonly string[]>
}

/** One word for a place, to compare places with. */
export function placeOf(at: KeptAt): string {
  return 'path' in at ? `file ${at.path}` : `${at.cache} ${at.key}`
}

/** The folder that a path lies in. */
export function folderOf(path: string): string {
  return path.slice(0, path.indexOf('/'))
}

/** A folder's name for a model's id: letters that every file system takes. */
export function folderName(model: string): string {
  return model
    .replace(/[^\w.-]+/gu, '_')
    .replace(/^\./u, '_')
    .slice(0, 120)
}
