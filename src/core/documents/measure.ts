import type { Breaks } from '#core/documents/breaks'
import { FIRST_STATE, STEPS, UNIT_CLASS } from '#core/text/token-steps'

/** Beyond this many units a word cut in two costs the same per unit as a whole one. */
const SETTLED = 64

/**
 * Token units from the start of a passage to any later place, exactly as `estimateTokens` counts them, without reading
 * the passage again: from the costs that the scan left at line starts and check points.
 */
export class Measure {
  readonly #text: string
  readonly #breaks: Breaks
  readonly #start: number
  /** Subtracted from the cost of a place that lies beyond `#settled`. */
  readonly #offset: number
  readonly #settled: number

  /** The passage starts at the first place of `breaks`. */
  constructor(text: string, breaks: Breaks) {
    const start = breaks.at[0] ?? 0
    this.#text = text
    this.#breaks = breaks
    this.#start = start
    let own = FIRST_STATE
    let running = breaks.state[0] ?? FIRST_STATE
    let ownCost = 0
    let runningCost = 0
    let i = start
    // A passage that starts inside a word counts from there as from the start of a word.
    while (own !== running && i < text.length && i - start < SETTLED) {
      const kind = UNIT_CLASS[text.charCodeAt(i)] ?? 0
      const ownStep = STEPS[(own << 4) | kind] ?? 0
      const runningStep = STEPS[(running << 4) | kind] ?? 0
      ownCost += ownStep >> 5
      runningCost += runningStep >> 5
      own = ownStep & 31
      running = runningStep & 31
      i++
    }
    this.#settled = i
    this.#offset = (breaks.cost[0] ?? 0) + runningCost - ownCost
  }

  /** At the place with this index in `breaks`. */
  atBreak(index: number): number {
    const at = this.#breaks.at[index] ?? 0
    return at < this.#settled ? this.to(at) : (this.#breaks.cost[index] ?? 0) - this.#offset
  }

  /** At an offset. */
  to(offset: number): number {
    const place = this.#placeBefore(this.#breaks.lastAtOrBefore(offset))
    let { units, state } = place
    for (let i = place.at; i < offset; i++) {
      const step = STEPS[(state << 4) | (UNIT_CLASS[this.#text.charCodeAt(i)] ?? 0)] ?? 0
      units += step >> 5
      state = step & 31
    }
    return units
  }

  /** The last offset, at most `limit`, up to which the text costs no more than `most`. */
  reach(most: number, limit: number): number {
    let low = 0
    let high = this.#breaks.at.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.atBreak(middle) <= most && (this.#breaks.at[middle] ?? 0) <= limit) low = middle + 1
      else high = middle
    }
    const place = this.#placeBefore(low - 1)
    let { units, state } = place
    let i = place.at
    while (i < limit) {
      const step = STEPS[(state << 4) | (UNIT_CLASS[this.#text.charCodeAt(i)] ?? 0)] ?? 0
      units += step >> 5
      if (units > most) break
      state = step & 31
      i++
    }
    return i
  }

  #placeBefore(index: number): { at: number; units: number; state: number } {
    const at = this.#breaks.at[index] ?? -1
    if (at < this.#settled || at < this.#start) return { at: this.#start, units: 0, state: FIRST_STATE }
    return {
      at,
      units: (this.#breaks.cost[index] ?? 0) - this.#offset,
      state: this.#breaks.state[index] ?? FIRST_STATE,
    }
  }
}
