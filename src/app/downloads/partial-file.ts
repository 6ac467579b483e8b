import { ProblemError } from '#core/problem'
import type { DiskWriter } from '#storage/models/model-disk'
import { type Digests, startDigests } from './digests'

/** A file that grows, and the digests of what it has. */
export interface PartialFile {
  /** Bytes that are on disk and in the digests. */
  bytes(): number
  append(piece: Uint8Array<ArrayBuffer>): void
  /** Empties it. */
  restart(): Promise<void>
  /** Ends it. */
  digest(): ReturnType<Digests['digest']>
}

/** Read back at a time, in bytes. */
const SLICE = 4 << 20

/**
 * Goes on with what an open file has: that goes through the digests first.
 *
 * @throws ProblemError `cancelled`, `storage-unavailable`
 */
export async function openPartial(
  signal: AbortSignal,
  writer: DiskWriter,
  options: { readonly sha256: boolean },
): Promise<PartialFile> {
  let digests = await startDigests(options)
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
  return {
    bytes: () => at,
    append: piece => {
      writer.write(piece, at)
      digests.update(piece)
      at += piece.length
    },
    restart: async () => {
      writer.truncate(0)
      at = 0
      digests = await startDigests(options)
    },
    digest: () => digests.digest(),
  }
}
