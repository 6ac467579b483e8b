import { Zip, ZipDeflate } from 'fflate'
import { ProblemError } from '#core/problem'

/** A file in a zip archive. */
export interface ZipEntry {
  /** Path inside the archive, with `/`. */
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array>
}

/** Archives have no time of their own: the same entries always give the same bytes. Zip counts from 1980. */
const TIME = new Date(1980, 0, 1)
/** Bytes that the packer gets at once. */
const PIECE = 65_536
/** Sizes and places in a plain zip archive are 32-bit numbers. */
const LARGEST = 0xffff_ffff

/**
 * A zip archive as it grows: its entries are read and packed one after the other. Throws `too-large` when an entry or the
 * archive grows beyond 4 GiB, or what the entries throw.
 */
export async function* zipStream(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  let ready: Uint8Array<ArrayBuffer>[] = []
  let failure: Error | null = null
  let written = 0
  const zip = new Zip((error, chunk) => {
    if (error !== null) failure = error
    else ready.push(chunk)
  })
  const take = function* (): Generator<Uint8Array<ArrayBuffer>, void> {
    if (failure !== null) throw failure
    const chunks = ready
    ready = []
    for (const chunk of chunks) {
      written = checked(written + chunk.length)
      yield chunk
    }
  }
  for await (const { name, chunks } of entries) {
    const entry = new ZipDeflate(name, { level: 6 })
    entry.mtime = TIME
    zip.add(entry)
    let size = 0
    for await (const chunk of inPieces(chunks)) {
      size = checked(size + chunk.length)
      entry.push(chunk)
      yield* take()
    }
    entry.push(new Uint8Array(0), true)
    yield* take()
  }
  zip.end()
  yield* take()
}

/** Pieces of one size: the packer's output depends on how its input is cut, and a file comes in pieces of any size. */
async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let piece = new Uint8Array(PIECE)
  let filled = 0
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + PIECE - filled)
      piece.set(part, filled)
      filled += part.length
      at += part.length
      if (filled < PIECE) continue
      yield piece
      // The packer may keep what it was handed.
      piece = new Uint8Array(PIECE)
      filled = 0
    }
  }
  if (filled > 0) yield piece.subarray(0, filled)
}

function checked(size: number): number {
  if (size > LARGEST) throw new ProblemError({ kind: 'too-large', limitBytes: LARGEST })
  return size
}
