import type { Line } from '#core/export/line-writer'

/** Bytes that a chunk has at least, but for the last: so many that nobody needs to gather them again before a write. */
const LEAST = 1 << 20
const ROOM = 2 * LEAST
/** A code unit takes at most so many bytes in UTF-8. */
const WIDEST = 3

/**
 * Lines in UTF-8, in chunks of a megabyte or two; a chunk is good until the next but one is asked for. Line by line
 * straight into the chunk: joining them first would cost four times as much, because the joined text no longer fits near
 * the processor. What a line has in common with the one before is copied.
 */
export async function* encodeLines(
  pages: AsyncIterable<readonly Line[]>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const encoder = new TextEncoder()
  // New memory costs more than what is done with it here.
  let [chunk, other] = [new Uint8Array(ROOM), new Uint8Array(ROOM)]
  let filled = 0
  /** Where in the chunk the last common part lies. */
  let last = { common: '', start: 0, end: 0 }
  for await (const lines of pages) {
    for (const { own, common } of lines) {
      const room = (own.length + common.length) * WIDEST
      if (filled >= LEAST || filled + room > chunk.length) {
        if (filled > 0) yield chunk.subarray(0, filled)
        ;[chunk, other] = [other, chunk]
        if (room > chunk.length) chunk = new Uint8Array(room)
        filled = 0
        last = { common: '', start: 0, end: 0 }
      }
      filled += encoder.encodeInto(own, chunk.subarray(filled)).written
      if (common === last.common) chunk.copyWithin(filled, last.start, last.end)
      else {
        const { written } = encoder.encodeInto(common, chunk.subarray(filled))
        last = { common, start: filled, end: filled + written }
      }
      filled += last.end - last.start
    }
  }
  if (filled > 0) yield chunk.subarray(0, filled)
}

/** Makes the next chunk while the caller writes this one to disk: each is good until the next is asked for. */
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
