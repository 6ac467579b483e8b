import { ProblemError } from '#core/problem'
import { nextTask } from '#files/next-task'

/** Where a stream is saved to: the handle from a save dialog, or (null) a temporary file for a download. */
export interface SaveDestination {
  /** Name that the downloaded file shall have. */
  readonly name: string
  readonly handle: FileSystemFileHandle | null
}

export interface SavedFile {
  readonly bytes: number
  /** The finished temporary file, for an object URL; null when it was written to the handle. */
  readonly file: File | null
  /** Its bytes, read again from disk; a piece is good until the next is asked for. */
  read(): AsyncIterable<Uint8Array<ArrayBuffer>>
  /** Deletes the temporary file, once the download has it. */
  release(): Promise<void>
}

/** Folder of temporary files in the origin's private file system. */
const FOLDER = 'saves'
/** Bytes gathered before a write: each one is a message to another process. */
const BATCH = 1 << 20
/** Bytes read at a time where that costs next to nothing: few, so that they stay near the processor. */
const PIECE = 1 << 16
const TURN = 8 << 20

/**
 * Writes a stream of bytes to disk as it comes. Until everything is written, a file that was there before stays as it
 * was; when writing fails or is cancelled nothing new stays behind. Throws `cancelled`, `quota-full`,
 * `storage-unavailable`, or what the stream throws.
 */
export async function saveStream(
  signal: AbortSignal,
  { name, handle }: SaveDestination,
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
): Promise<SavedFile> {
  if (handle !== null) {
    return {
      bytes: await written(signal, handle, chunks),
      file: null,
      read: () => bytesOf(handle),
      release: () => Promise.resolve(),
    }
  }
  const folder = await onDisk(async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true }),
  )
  const key = `${String(Date.now())}-${crypto.randomUUID()}`
  const release = async () => {
    // Gone already, or held by a download that still reads it: removeStaleSaves gets it later.
    await folder.removeEntry(key).catch(() => undefined)
  }
  try {
    const temporary = await onDisk(() => folder.getFileHandle(key, { create: true }))
    const bytes = await writtenTemporary(signal, temporary, chunks)
    const stored = await onDisk(() => temporary.getFile())
    return { bytes, file: new File([stored], name), read: () => bytesOfTemporary(temporary), release }
  } catch (failure) {
    await release()
    throw failure
  }
}

/** Deletes temporary files that were started longer ago than `age`, in ms; their downloads are over. */
export async function removeStaleSaves(age: number): Promise<void> {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle(FOLDER).catch(() => null)
  if (folder === null) return
  for await (const key of folder.keys()) {
    if (Number.parseInt(key, 10) < Date.now() - age) await folder.removeEntry(key).catch(() => undefined)
  }
}

async function written(
  signal: AbortSignal,
  handle: FileSystemFileHandle,
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
): Promise<number> {
  const writable = await onDisk(() => handle.createWritable())
  return into(signal, batched(chunks), {
    write: batch => writable.write(batch),
    close: () => writable.close(),
    // What was written so far lies in a swap file, which goes.
    abort: () => writable.abort(),
  })
}

async function* bytesOf(handle: FileSystemFileHandle): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const file = await onDisk(() => handle.getFile())
  yield* file.stream()
}

/** Writes to a private file of the origin; in a worker straight to disk, which takes a tenth of the time. */
async function writtenTemporary(
  signal: AbortSignal,
  handle: FileSystemFileHandle,
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
): Promise<number> {
  if (!isDirect(handle)) return written(signal, handle, chunks)
  const access = await onDisk(() => handle.createSyncAccessHandle())
  return into(signal, chunks, {
    write: chunk => {
      for (let at = 0; at < chunk.length; ) at += access.write(chunk.subarray(at))
    },
    close: () => access.close(),
    abort: () => access.close(),
  })
}

async function* bytesOfTemporary(handle: FileSystemFileHandle): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  if (!isDirect(handle)) return yield* bytesOf(handle)
  const access = await onDisk(() => handle.createSyncAccessHandle())
  try {
    const buffer = new Uint8Array(PIECE)
    for (let at = 0; ; ) {
      const start = at
      const read = await onDisk(() => access.read(buffer, { at: start }))
      if (read === 0) return
      yield buffer.subarray(0, read)
      at += read
      // Nothing of this waits by itself: what came in meanwhile (a cancellation) gets its turn.
      if (Math.floor(at / TURN) > Math.floor(start / TURN)) await nextTask()
    }
  } finally {
    access.close()
  }
}

/** As much as is used of what only workers have. */
interface Direct {
  createSyncAccessHandle(): Promise<{
    read(into: Uint8Array<ArrayBuffer>, options: { at: number }): number
    write(bytes: Uint8Array<ArrayBuffer>): number
    close(): void
  }>
}

function isDirect(handle: object): handle is Direct {
  return 'createSyncAccessHandle' in handle
}

interface Sink {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void> | void
  close(): Promise<void> | void
  abort(): Promise<void> | void
}

async function into(signal: AbortSignal, chunks: AsyncIterable<Uint8Array<ArrayBuffer>>, sink: Sink): Promise<number> {
  let bytes = 0
  try {
    for await (const chunk of chunks) {
      if (signal.aborted) throw new ProblemError({ kind: 'cancelled' })
      await onDisk(() => sink.write(chunk))
      bytes += chunk.length
    }
    if (signal.aborted) throw new ProblemError({ kind: 'cancelled' })
  } catch (failure) {
    await onDisk(() => sink.abort()).catch(() => undefined)
    throw failure
  }
  await onDisk(() => sink.close())
  return bytes
}

async function* batched(chunks: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  let batch = new Uint8Array(BATCH)
  let filled = 0
  for await (const chunk of chunks) {
    if (filled > 0 && filled + chunk.length > BATCH) {
      yield batch.subarray(0, filled)
      batch = new Uint8Array(BATCH)
      filled = 0
    }
    if (chunk.length >= BATCH) yield chunk
    else {
      batch.set(chunk, filled)
      filled += chunk.length
    }
  }
  if (filled > 0) yield batch.subarray(0, filled)
}

/** Work on a file, its failures as problems. */
async function onDisk<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work()
  } catch (failure) {
    if (failure instanceof Error && failure.name === 'QuotaExceededError')
      throw new ProblemError({ kind: 'quota-full' })
    throw new ProblemError({ kind: 'storage-unavailable', detail: String(failure) })
  }
}
