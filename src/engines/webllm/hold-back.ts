/**
 * Lets text through as it comes, but holds back an end that may be the beginning of a text that ends the answer: web-llm
 * cuts such a text off only when it is whole, and its beginning would have been given out by then.
 */
export interface HoldBack {
  /** The part of what came that may be given out now. */
  push(added: string): string
  /** All that was given out so far. */
  given(): string
}

/** `stops` end an answer; `skipped` is left out where the answer begins with it. */
export function createHoldBack(stops: readonly string[], skipped = ''): HoldBack {
  let given = ''
  let held = ''
  let begun = skipped === ''
  return {
    push: added => {
      held += added
      if (!begun) {
        if (held.length < skipped.length && skipped.startsWith(held)) return ''
        begun = true
        held = withoutBeginning(held, skipped)
      }
      const out = held.slice(0, held.length - overlap(held, stops))
      held = held.slice(out.length)
      given += out
      return out
    },
    given: () => given,
  }
}

export function withoutBeginning(text: string, beginning: string): string {
  return text.startsWith(beginning) ? text.slice(beginning.length) : text
}

/** Length of the longest end of `text` with which one of the stops begins. */
function overlap(text: string, stops: readonly string[]): number {
  const longest = Math.max(0, ...stops.map(stop => stop.length))
  for (let length = Math.min(longest, text.length); length > 0; length--) {
    const end = text.slice(-length)
    if (stops.some(stop => stop.startsWith(end))) return length
  }
  return 0
}
