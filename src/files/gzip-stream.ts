/**
 * Packs bytes as gzip while they come; a chunk need only be good until the next is asked for. The same bytes always give
 * the same file.
 */
export async function* gzipStream(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const source = chunks[Symbol.asyncIterator]()
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const next: IteratorResult<Uint8Array<ArrayBuffer>, unknown> = await source.next()
      if (next.done === true) controller.close()
      // A copy: the packer may take the chunk only after the next was asked for.
      else controller.enqueue(next.value.slice())
    },
    async cancel() {
      await source.return?.()
    },
  })
  const reader = stream.pipeThrough(new CompressionStream('gzip')).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
