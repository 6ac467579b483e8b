import type { Hash } from '#core/ports/hash'
import { pieceEnd } from '#files/piece-end'

/** Code units encoded at a time, into one small buffer that stays in the processor's cache. */
const SLICE = 1 << 16
/** Bytes of UTF-8 that a code unit takes at most. */
const WIDEST = 3

/**
 * SHA-256 in WebAssembly, ready to be called synchronously. All streams share one instance: its state is put aside when
 * another stream takes over.
 */
export async function loadHash(): Promise<Hash> {
  const { createSHA256 } = await import('hash-wasm')
  const hasher = await createSHA256()
  const encoder = new TextEncoder()
  const buffer = new Uint8Array(SLICE * WIDEST)
  let active: StreamState | null = null

  const feed = (text: string) => {
    for (let start = 0; start < text.length; ) {
      const end = pieceEnd(text, start, SLICE)
      const piece = start === 0 && end === text.length ? text : text.slice(start, end)
      hasher.update(buffer.subarray(0, encoder.encodeInto(piece, buffer).written))
      start = end
    }
  }
  const take = (stream: StreamState | null) => {
    if (active === stream) return
    if (active !== null) active.saved = hasher.save()
    active = stream
    if (stream === null || stream.saved === null) hasher.init()
    else hasher.load(stream.saved)
  }

  return {
    sha256(text) {
      take(null)
      hasher.init()
      feed(text)
      return hasher.digest('hex')
    },
    stream() {
      const state: StreamState = { saved: null }
      return {
        update(text) {
          take(state)
          feed(text)
        },
        digest() {
          take(state)
          const hex = hasher.digest('hex')
          active = null
          return hex
        },
      }
    },
  }
}

interface StreamState {
  saved: Uint8Array | null
}
