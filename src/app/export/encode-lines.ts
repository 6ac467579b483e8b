/** Bytes gathered before they are handed on. */
const CHUNK = 1 << 20
/** A code unit takes at most so many bytes in UTF-8. */
const WIDEST = 3

/**
 * Lines in UTF-8, in chunks of about a megabyte. Line by line straight into the chunk: joining them first would cost
 * four times as much, because the joined text no longer fits near the processor.
 */
export async function* encodeLines(
  pages: AsyncIterable<readonly string[]>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const encoder = new TextEncoder()
  let chunk = new Uint8Array(CHUNK)
  let filled = 0
  for await (const lines of pages) {
    for (const line of lines) {
      const room = line.length * WIDEST
      if (filled + room > CHUNK) {
        if (filled > 0) yield chunk.subarray(0, filled)
        chunk = new Uint8Array(Math.max(CHUNK, room))
        filled = 0
      }
      filled += encoder.encodeInto(line, chunk.subarray(filled)).written
    }
  }
  if (filled > 0) yield chunk.subarray(0, filled)
}

/** Makes the next chunk while the caller writes this one to disk. */
export async function* oneAhead<T>(chunks: AsyncGenerator<T, void>): AsyncGenerator<T, void> {
  const pull = (): Promise<IteratorResult<T, void>> => {
    const next = chunks.next()
    next.catch(() => undefined)
    return next
  }
  for (let next = pull(); ; ) {
    const chunk = await next
    if (chunk.done === true) return
    next = pull()
    yield chunk.value
  }
}
