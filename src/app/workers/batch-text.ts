/** At most 20 messages a second. */
const EVERY_MS = 50

export interface TextBatch {
  add(text: string): void
  /** Sends what is held, now. */
  flush(): void
}

/**
 * Gathers small pieces of text: the first goes at once, later ones together, none waits longer than 50 ms. Joined, what is
 * sent is what was added, once `flush` was called after the last piece.
 */
export function batchText(send: (text: string) => void): TextBatch {
  let held = ''
  let last = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | null = null
  const flush = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (held === '') return
    const text = held
    held = ''
    last = performance.now()
    send(text)
  }
  return {
    add: text => {
      held += text
      if (timer !== null) return
      const wait = last + EVERY_MS - performance.now()
      if (wait <= 0) flush()
      else timer = setTimeout(flush, wait)
    },
    flush,
  }
}
