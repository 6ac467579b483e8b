import { ProblemError } from '#core/problem'
import type { DiskWriter } from '#storage/models/model-disk'
import { type DigestChoice, type Digests, startDigests } from './digests'

/** A file that grows, and the digests of what it has. */
export interface PartialFile {
  /** Bytes that came, all of them in the digests; the last ones may wait to be written. */
  bytes(): number
  append(piece: Uint8Array<ArrayBuffer>): void
  /** Writes what waits. To be called before the file is closed or looked at. */
  flush(): void
  /** Empties it. */
  restart(): Promise<void>
  /** Ends it. */
  digest(): ReturnType<Digests['digest']>
}

/** Read back at a time, in bytes. */
const SLICE = 4 << 20
/** Gathered before a write, in bytes, and for at most so long, in ms: each write is a message to another process. */
const BATCH = 1 << 20
const WAIT_AT_MOST = 1000

/**
 * Goes on with what an open file has: that goes through the digests first.
 *
 * @throws ProblemError `cancelled`, `storage-unavailable`
 */
export async function openPartial(signal: AbortSignal, writer: DiskWriter, choice: DigestChoice): Promise<PartialFile> {
  let digests = await startDigests(choice)
  let at = 0
  const size = writer.size()
  const buffer = new Uint8Array(Math.min(SLICE, size))
  while (at < size) {
    if (signal.aborted) throw new ProblemError({ kind: 'cancelled' })
    const length = writer.read(buffer.subarray(0, Math.min(SLICE, size - at)), at)
    if (length === 0) throw new ProblemError({ kind: 'storage-unavailable', detail: 'a file ends early' })
    digests.update(buffer.subarray(0, length))
    at += length
    // Lets the message in that cancels.
    await new Promise(resolve => setTimeout(resolve))
  }
  const batch = new Uint8Array(BATCH)
  let waiting = 0
  let written = performance.now()
  const flush = (): void => {
    if (waiting > 0) writer.write(batch.subarray(0, waiting), at - waiting)
    waiting = 0
    written = performance.now()
  }
  return {
    bytes: () => at,
    append: piece => {
      if (waiting + piece.length > BATCH) flush()
      if (piece.length > BATCH) writer.write(piece, at)
      else {
        batch.set(piece, waiting)
        waiting += piece.length
      }
      digests.update(piece)
      at += piece.length
      if (performance.now() - written > WAIT_AT_MOST) flush()
    },
    flush,
    restart: async () => {
      writer.truncate(0)
      at = 0
      waiting = 0
      digests = await startDigests(choice)
    },
    digest: () => digests.digest(),
  }
}
