import { type GgufFile, readGguf } from '#core/models/gguf/read-gguf'
import type { GgufFacts } from '#core/models/model'
import { ProblemError } from '#core/problem'
import type { Digests } from './digests'

/** Read at a time, in bytes: large enough to be quick, small enough to stop at once. */
const SLICE = 4 << 20

/** Bytes `[start, end)` of a file of the person's; `file-gone` when it was moved or changed meanwhile. */
export async function readPart(file: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.slice(start, end).arrayBuffer())
  } catch {
    throw new ProblemError({ kind: 'file-gone' })
  }
}

/**
 * Reads a file through the digests, slice by slice.
 *
 * @throws ProblemError `cancelled`, `file-gone`, or what `onSlice` throws
 */
export async function readThrough(
  signal: AbortSignal,
  file: Blob,
  digests: Digests,
  onSlice: (slice: Uint8Array<ArrayBuffer>, at: number) => void,
): Promise<void> {
  for (let at = 0; at < file.size; at += SLICE) {
    if (signal.aborted) throw new ProblemError({ kind: 'cancelled' })
    const slice = await readPart(file, at, Math.min(file.size, at + SLICE))
    digests.update(slice)
    onSlice(slice, at)
  }
  if (signal.aborted) throw new ProblemError({ kind: 'cancelled' })
}

/** What a GGUF, or all its parts in order, says about itself. Throws as `readGguf`. */
export async function inspectGguf(files: readonly File[]): Promise<GgufFacts> {
  const readable = files.map(
    (file): GgufFile => ({
      name: file.name,
      size: file.size,
      read: (offset, length) => readPart(file, offset, offset + length),
    }),
  )
  return (await readGguf(readable)).facts
}
