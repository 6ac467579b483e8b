import { ProblemError } from '#core/problem'
import { nextTask } from '#files/next-task'

/** Packed bytes fed at a time: what one step unpacks is small, and a break costs no more than one step. */
const STEP = 16 << 10
/** Unpacked bytes handed on at a time. */
const BATCH = 1 << 20

/**
 * Unpacks gzip. Gives every byte that can be unpacked, also of a file that ends too early or is broken later on; returns
 * whether the packing was whole. `check` may throw to stop it.
 */
export async function* gunzip(
  packed: AsyncIterable<Uint8Array<ArrayBuffer>>,
  check: () => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>, boolean> {
  const unpacker = new DecompressionStream('gzip')
  const writer = unpacker.writable.getWriter()
  const output = new Drain(unpacker.readable.getReader())
  let whole = true
  try {
    for await (const slice of packed) {
      for (let start = 0; start < slice.length && whole; start += STEP) {
        whole = await settled(writer.write(slice.subarray(start, start + STEP)))
        // A stream that fails forgets what waits in its queue: take everything out before the next step can fail.
        await output.idle()
        check()
        if (output.size >= BATCH) yield output.take()
      }
      if (!whole) break
    }
    if (whole) whole = await settled(writer.close())
    await output.idle()
    if (output.size > 0) yield output.take()
    return whole && !output.failed
  } finally {
    await settled(writer.abort(new ProblemError({ kind: 'cancelled' })))
  }
}

function settled(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  )
}

/** Reads a stream as fast as it gives, so that nothing waits in its queue. */
class Drain {
  failed = false
  size = 0
  #parts: Uint8Array[] = []
  #arrivals = 0

  constructor(reader: ReadableStreamDefaultReader<Uint8Array>) {
    void this.#run(reader)
  }

  /** Resolves when the stream has stopped giving. */
  async idle(): Promise<void> {
    for (let seen = -1; seen !== this.#arrivals; ) {
      seen = this.#arrivals
      await nextTask()
    }
  }

  take(): Uint8Array<ArrayBuffer> {
    const whole = new Uint8Array(this.size)
    let at = 0
    for (const part of this.#parts) {
      whole.set(part, at)
      at += part.length
    }
    this.#parts = []
    this.size = 0
    return whole
  }

  async #run(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    try {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return
        this.#parts.push(value)
        this.size += value.length
        this.#arrivals += 1
      }
    } catch {
      this.failed = true
    }
  }
}
