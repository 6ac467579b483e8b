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
    for await (const chunk of chunks) {
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

function checked(size: number): number {
  if (size > LARGEST) throw new ProblemError({ kind: 'too-large', limitBytes: LARGEST })
  return size
}
