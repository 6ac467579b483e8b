import { Unzip, UnzipInflate } from 'fflate'
import { ProblemError } from '#core/problem'

/**
 * Reads a zip archive from start to end, in memory for one piece. `visit` gets each entry's bytes in order; the last piece
 * of an entry has `last` set. Throws `damaged-file` where the archive cannot be unpacked.
 */
export async function readZip(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  visit: (name: string, bytes: Uint8Array, last: boolean) => void,
): Promise<void> {
  const failures: Error[] = []
  const unzip = new Unzip(entry => {
    entry.ondata = (error, bytes, last) => {
      if (error !== null) failures.push(error)
      else visit(entry.name, bytes, last)
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  const fail = (detail: string): never => {
    throw new ProblemError({ kind: 'damaged-file', format: 'zip', detail })
  }
  try {
    for await (const chunk of chunks) {
      unzip.push(chunk)
      if (failures.length > 0) break
    }
    unzip.push(new Uint8Array(0), true)
  } catch (thrown) {
    if (thrown instanceof ProblemError) throw thrown
    fail(String(thrown))
  }
  if (failures.length > 0) fail(String(failures[0]))
}
