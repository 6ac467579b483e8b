import { ProblemError } from '#core/problem'
import { gunzip } from '#files/bytes/gunzip'
import type { ReadProgress } from '#files/reading'

/** Bytes that can be gone through several times, a slice at a time. */
export interface ByteSource {
  /** Bytes of the file as given. */
  readonly size: number
  /** Whether the file is packed and its packing ended too early or was broken; known after the first time through. */
  readonly broken: boolean
  /**
   * Goes through all bytes once. Throws `file-gone` when the file cannot be read any more, `cancelled` on abort.
   */
  slices(phase: ReadProgress['phase']): AsyncIterable<Uint8Array<ArrayBuffer>>
}

const SLICE = 2 << 20
/** Files up to this size are read from disk once only. */
const KEPT = 8 << 20

/** The bytes of a file, unpacked when it is gzip. Reports progress in bytes of the file as given. */
export class FileBytes implements ByteSource {
  readonly size: number
  broken = false
  readonly #signal: AbortSignal
  readonly #blob: Blob
  readonly #packed: boolean
  readonly #progress: (progress: ReadProgress) => void
  #kept: Uint8Array<ArrayBuffer> | null = null

  constructor(signal: AbortSignal, blob: Blob, packed: boolean, progress: (progress: ReadProgress) => void) {
    this.size = blob.size
    this.#signal = signal
    this.#blob = blob
    this.#packed = packed
    this.#progress = progress
  }

  async *slices(phase: ReadProgress['phase']): AsyncIterable<Uint8Array<ArrayBuffer>> {
    if (!this.#packed) {
      yield* this.#stored(phase)
      return
    }
    // A small file may unpack to a large one: the signal counts for what comes out, too.
    this.broken = !(yield* gunzip(this.#stored(phase), () => {
      if (this.#signal.aborted) throw new ProblemError({ kind: 'cancelled' })
    }))
  }

  async *#stored(phase: ReadProgress['phase']): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
    let next: Promise<Uint8Array<ArrayBuffer>> | null = null
    for (let start = 0; start < this.size; start += SLICE) {
      if (this.#signal.aborted) throw new ProblemError({ kind: 'cancelled' })
      const end = Math.min(start + SLICE, this.size)
      const slice = await (next ?? this.#slice(start, end))
      if (end < this.size) {
        // Comes from disk while this slice is worked on. Where it fails, that is told in its turn.
        next = this.#slice(end, Math.min(end + SLICE, this.size))
        next.catch(() => undefined)
      }
      yield slice
      this.#progress({ phase, bytes: end, total: this.size })
    }
  }

  async #slice(start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    try {
      if (this.size > KEPT) return new Uint8Array(await this.#blob.slice(start, end).arrayBuffer())
      this.#kept ??= new Uint8Array(await this.#blob.arrayBuffer())
      return this.#kept.subarray(start, end)
    } catch {
      // A Blob has one way to fail: the file behind it moved, changed or may not be read any more.
      throw new ProblemError({ kind: 'file-gone' })
    }
  }
}

/** All bytes at once. Throws `too-large` before more than `limit` are held. */
export async function wholeBytes(source: ByteSource, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for await (const slice of source.slices('checking')) {
    length += slice.length
    if (length > limit) throw new ProblemError({ kind: 'too-large', limitBytes: limit })
    parts.push(slice)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
