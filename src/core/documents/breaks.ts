import { FIRST_STATE, STEPS, UNIT_CLASS } from '#core/text/token-steps'

/** How good a cut right before a line is; higher is better (rule CHUNK4). */
export const NO_BREAK = 0
/** Between a heading and what it heads: only when nothing else is left. */
export const GLUED = 1
/** Between items of a tight list, rows of a table, lines of code. */
export const LINE = 2
/** At a blank line inside a list or code, or between a block and the line that introduces it. */
export const INNER = 3
export const PARAGRAPH = 4
export const SECTION = 5

/**
 * Places in the buffered text with what is known about them, in ascending order: starts of lines, and check points
 * within long lines. Parallel arrays, because there is one for each line of a document of any size.
 */
export class Breaks {
  /** Offsets in the buffer. */
  readonly at: number[] = []
  /** Cost of all text before the place, in token units. */
  readonly cost: number[] = []
  /** State of the token automaton at the place. */
  readonly state: number[] = []
  readonly quality: number[] = []
  /** Level of the heading that starts here; 0 where none does. */
  readonly level: number[] = []
  readonly title: string[] = []
  /** Number of the list, table or code block that the line belongs to; 0 for none. */
  readonly block: number[] = []

  add(at: number, cost: number, state: number, block: number): number {
    this.at.push(at)
    this.cost.push(cost)
    this.state.push(state)
    this.quality.push(NO_BREAK)
    this.level.push(0)
    this.title.push('')
    this.block.push(block)
    return this.at.length - 1
  }

  /** Index of the last place at or before `offset`; -1 when all lie after it. */
  lastAtOrBefore(offset: number): number {
    let low = 0
    let high = this.at.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.at[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  /** Makes `offset` the first place and forgets all before it; gives how many entries went. */
  startAt(text: string, offset: number): number {
    const index = this.lastAtOrBefore(offset)
    let state = this.state[index] ?? FIRST_STATE
    let cost = this.cost[index] ?? 0
    const from = this.at[index] ?? offset
    if (from < offset) {
      for (let i = from; i < offset; i++) {
        const step = STEPS[(state << 4) | (UNIT_CLASS[text.charCodeAt(i)] ?? 0)] ?? 0
        cost += step >> 5
        state = step & 31
      }
      this.at[index] = offset
      this.cost[index] = cost
      this.state[index] = state
      this.quality[index] = NO_BREAK
      this.level[index] = 0
      this.title[index] = ''
    }
    this.#drop(index)
    return index
  }

  #drop(count: number): void {
    if (count === 0) return
    this.title.splice(0, count)
    for (const column of [this.at, this.cost, this.state, this.quality, this.level, this.block]) {
      for (let i = count; i < column.length; i++) column[i - count] = column[i] ?? 0
      column.length -= count
    }
  }

  /** Moves all offsets back by `by`, after that much was cut off the front of the buffer. */
  shift(by: number): void {
    for (let i = 0; i < this.at.length; i++) this.at[i] = (this.at[i] ?? 0) - by
  }
}
