import { BlockLines } from '#core/documents/block-lines'
import { Breaks } from '#core/documents/breaks'
import { FIRST_STATE, NEWLINE_CLASS, STEPS, UNIT_CLASS } from '#core/text/token-steps'

/** A line is classified only when this much text after it is there, or the document ended: so pushes do not matter. */
const LOOK_AHEAD = 1024
/** Distance of check points in long lines, in code units; a line longer than this is never a heading. */
const CHECK_EVERY = 1024
/**
 * Holds the part of the document that is still needed and reads it line by line into `breaks`. Offsets are those of the
 * held text; `base` is where it begins in the document.
 */
export class Scanner {
  readonly breaks = new Breaks()
  text = ''
  base = 0
  complete = false
  /** How far the text is read, and what that costs in token units from the first unit of the document. */
  cursor = 0
  cost = 0

  readonly #gather: number
  #pieces: string[] = []
  #gathered = 0
  #needed: number
  #lines = new BlockLines()
  #state = FIRST_STATE
  #lineStart = 0
  #lineCost = 0
  /** Index in `breaks` of the start of the current line; -1 when it was dropped. */
  #line = -1
  #inLine = false
  /** Whether the current line is classified. */
  #read = false
  #segmentEnd = 0
  /** Whether the text ran out within a segment: nothing may be decided before it is read to its end. */
  #cutShort = false

  /** Pushed pieces are gathered until there are `gather` units, so that tiny pieces cost no more than large ones. */
  constructor(gather: number) {
    this.#gather = gather
    this.#needed = gather
  }

  /** Takes a piece; gives true when enough came together to go on. */
  gather(piece: string): boolean {
    if (piece !== '') this.#pieces.push(piece)
    this.#gathered += piece.length
    return this.#gathered >= this.#needed
  }

  /** Joins what was gathered and drops the text before `from`, an offset in the held text. */
  join(from: number): void {
    const rest = this.text.slice(from)
    this.text = this.#pieces.length === 1 && rest === '' ? (this.#pieces[0] ?? '') : [rest, ...this.#pieces].join('')
    this.#pieces = []
    this.#gathered = 0
    this.#needed = this.#gather
    if (from === 0) return
    this.base += from
    this.cursor -= from
    this.#lineStart -= from
    this.#segmentEnd -= from
    this.breaks.shift(from)
  }

  /** Asks for as much text again as is held, before anything else happens: for graphemes longer than that. */
  askForMore(): void {
    this.#needed = Math.max(this.#gather, this.text.length)
  }

  /** After places were dropped from `breaks`. */
  dropped(count: number): void {
    this.#line -= count
  }

  /** Reads on until more than `cost` is read or the text that may be read is at its end; gives whether it is the former. */
  readBeyond(cost: number): boolean {
    const limit = this.complete ? this.text.length : this.text.length - LOOK_AHEAD
    while (this.#cutShort || this.cost <= cost) {
      if (this.cursor >= limit) return false
      this.#cutShort = !this.#readSegment(limit)
      if (this.#cutShort) return false
    }
    return true
  }

  /** Reads to the end of a line or to the next check point; gives false when `limit` came first. */
  #readSegment(limit: number): boolean {
    const { text } = this
    if (!this.#inLine) {
      this.#inLine = true
      this.#line = this.#place()
      this.#lineStart = this.cursor
      this.#lineCost = this.cost
      this.#read = false
      this.#segmentEnd = this.cursor + CHECK_EVERY
    }
    const stop = Math.min(limit, this.#segmentEnd)
    let state = this.#state
    let cost = 0
    let i = this.cursor
    let ended = false
    for (; i < stop; i++) {
      const kind = UNIT_CLASS[text.charCodeAt(i)] ?? 0
      if (kind === NEWLINE_CLASS) {
        ended = true
        break
      }
      const step = STEPS[(state << 4) | kind] ?? 0
      cost += step >> 5
      state = step & 31
    }
    this.cost += cost
    if (ended) {
      const end = i
      const marks = text.charCodeAt(i) === 0x0d && text.charCodeAt(i + 1) === 0x0a ? 2 : 1
      if (!this.#read) this.#classify(end, end + marks)
      for (let k = 0; k < marks; k++) {
        const step = STEPS[(state << 4) | NEWLINE_CLASS] ?? 0
        this.cost += step >> 5
        state = step & 31
      }
      i += marks
      this.#inLine = false
    }
    this.#state = state
    this.cursor = i
    if (ended) return true
    const checkPoint = i === this.#segmentEnd
    if (!this.#read && (checkPoint || this.complete)) this.#classify(i, i)
    if (!checkPoint) return false
    this.breaks.add(i, this.cost, state, this.#lines.block)
    this.#segmentEnd += CHECK_EVERY
    return true
  }

  /** A place for the line that starts here; empty lines share one, or a run of them would weigh more than text. */
  #place(): number {
    const { breaks, cursor } = this
    const last = breaks.at.length - 1
    const empty = UNIT_CLASS[this.text.charCodeAt(cursor)] === NEWLINE_CLASS
    if (empty && last >= 0 && cursor - (breaks.at[last] ?? 0) < CHECK_EVERY) return -1
    return breaks.add(cursor, this.cost, this.#state, 0)
  }

  #classify(end: number, next: number): void {
    const { breaks } = this
    const lines = this.#lines
    this.#read = true
    lines.read(this.text, this.#lineStart, end, next, this.cost - this.#lineCost)
    if (this.#line < 0) return
    breaks.quality[this.#line] = lines.quality
    breaks.block[this.#line] = lines.block
    breaks.level[this.#line] = lines.level
    breaks.title[this.#line] = lines.title
  }
}
