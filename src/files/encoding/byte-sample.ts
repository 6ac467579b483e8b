const HEAD = 16 << 10
const EXCERPT = 4 << 10
const EXCERPTS = 32 << 10

const NEWLINE = 0x0a

/**
 * Keeps what is needed to tell the encoding of a file that is too large to keep: its first 16 KiB, and 4 KiB of every
 * slice from the first line on that is not ASCII, up to 32 KiB.
 */
export class ByteSample {
  length = 0
  #head = new Uint8Array(HEAD)
  #headLength = 0
  #excerpts: Uint8Array[] = []
  #excerptsLength = 0

  /** `ascii` says that there is nothing to look for in the slice. */
  add(slice: Uint8Array, ascii: boolean): void {
    const head = slice.subarray(0, HEAD - this.#headLength)
    this.#head.set(head, this.#headLength)
    this.#headLength += head.length
    this.length += slice.length
    if (ascii || this.#excerptsLength >= EXCERPTS) return
    const excerpt = lineWithOtherThanAscii(slice)
    if (excerpt.length === 0) return
    this.#excerpts.push(excerpt.slice())
    this.#excerptsLength += excerpt.length
  }

  /** The first bytes of the file. */
  head(): Uint8Array {
    return this.#head.subarray(0, this.#headLength)
  }

  /** Where the file is not ASCII. */
  foreign(): Uint8Array {
    const joined = new Uint8Array(this.#excerptsLength)
    let at = 0
    for (const excerpt of this.#excerpts) {
      joined.set(excerpt, at)
      at += excerpt.length
    }
    return joined
  }
}

/** 4 KiB from the start of the line that holds the first byte above 0x7f. No encoding has a line end inside a letter. */
function lineWithOtherThanAscii(slice: Uint8Array): Uint8Array {
  let at = 0
  let line = 0
  while (at < slice.length) {
    const byte = slice[at] ?? 0
    if (byte > 0x7f) break
    if (byte === NEWLINE) line = at + 1
    at += 1
  }
  if (at === slice.length) return slice.subarray(0, 0)
  const start = at - line > EXCERPT / 2 ? at : line
  return slice.subarray(start, start + EXCERPT)
}
