/** The same bytes as another Blob, without a copy, that tells how many of them were asked for. */
export class CountedBlob extends Blob {
  readonly #onRead: (bytes: number) => void

  constructor(blob: Blob, onRead: (bytes: number) => void) {
    super([blob])
    this.#onRead = onRead
  }

  override slice(start = 0, end = this.size, type?: string): Blob {
    this.#onRead(Math.max(0, Math.min(end, this.size) - start))
    return super.slice(start, end, type)
  }
}
