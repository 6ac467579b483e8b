import { ProblemError } from '#core/problem'

/** A value that stands in the array or object that a JSON file is. */
export interface ScannedValue {
  /** Name of the member of the root object that it belongs to; null when the root is an array or the value itself. */
  readonly member: string | null
  /** Whether it is an element of an array: of the root, or of a member's. */
  readonly element: boolean
  readonly raw: string
  /** Line that it starts on, counted from 1. */
  readonly line: number
}

type Place =
  | 'root'
  | 'element-or-end'
  | 'element'
  | 'after-element'
  | 'name-or-end'
  | 'name'
  | 'colon'
  | 'value'
  | 'after-value'
  | 'done'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const LINE_FEED = 0x0a

/**
 * Cuts a JSON text that arrives in pieces into the elements of its array, or of the arrays in its object, so that a large
 * file never lies in memory whole. The cut values are parsed by the caller. Throws `damaged-file` where the structure
 * around them breaks, and where one is longer than `longest`.
 */
export class JsonScanner {
  /** Set when another value follows the end of the first one, as in a file of JSON lines. */
  several = false
  #place: Place = 'root'
  #buffer = ''
  #at = 0
  #line = 1
  #inRootArray = false
  #member: string | null = null
  #start = -1
  #startLine = 1
  #depth = 0
  #inString = false
  readonly #longest: number

  constructor(longest: number) {
    this.#longest = longest
  }

  /** Takes the next piece; gives the values that are complete with it. */
  push(piece: string): readonly ScannedValue[] {
    const values: ScannedValue[] = []
    this.#buffer += piece
    while (this.#at < this.#buffer.length && !this.several) {
      if (this.#start >= 0) {
        if (!this.#scanValue()) break
        this.#take(values)
      } else this.#step()
    }
    const kept = this.#start >= 0 ? this.#start : this.#at
    this.#buffer = this.#buffer.slice(kept)
    this.#at -= kept
    if (this.#start >= 0) this.#start = 0
    if (this.#buffer.length > this.#longest) throw this.#damage('a value never ends')
    return values
  }

  /** Says that nothing follows. */
  end(): readonly ScannedValue[] {
    const values: ScannedValue[] = []
    const scalar = this.#start >= 0 && this.#depth === 0 && !this.#inString
    if (this.#place === 'root' && scalar) this.#take(values)
    if (this.#place !== 'done') throw this.#damage('it ends too early')
    return values
  }

  #damage(detail: string): ProblemError {
    return new ProblemError({ kind: 'damaged-file', format: 'JSON', detail: `line ${String(this.#line)}: ${detail}` })
  }

  /** One character between values. */
  #step(): void {
    const character = this.#buffer.charAt(this.#at)
    if (/\s/.test(character)) {
      if (character === '\n') this.#line += 1
      this.#at += 1
      return
    }
    const next = this.#next(character)
    if (next === null) {
      this.#start = this.#at
      this.#startLine = this.#line
      return
    }
    this.#place = next
    this.#at += 1
  }

  /** The place after a character of structure; null where a value starts. */
  #next(character: string): Place | null {
    switch (this.#place) {
      case 'root':
        if (character === '[') {
          this.#inRootArray = true
          return 'element-or-end'
        }
        return character === '{' ? 'name-or-end' : null
      case 'element-or-end':
        return character === ']' ? this.#arrayEnd() : null
      case 'element':
        return null
      case 'after-element':
        if (character === ',') return 'element'
        if (character === ']') return this.#arrayEnd()
        throw this.#damage('a comma is missing')
      case 'name-or-end':
        if (character === '}') return 'done'
        return this.#name(character)
      case 'name':
        return this.#name(character)
      case 'colon':
        if (character === ':') return 'value'
        throw this.#damage('a colon is missing')
      case 'value':
        return character === '[' ? 'element-or-end' : null
      case 'after-value':
        if (character === ',') return 'name'
        if (character === '}') return 'done'
        throw this.#damage('a comma is missing')
      case 'done':
        this.several = true
        return 'done'
    }
  }

  #arrayEnd(): Place {
    return this.#inRootArray ? 'done' : 'after-value'
  }

  #name(character: string): null {
    if (character !== '"') throw this.#damage('a name is missing')
    return null
  }

  /** Goes on to the end of the value at `#start`; false when it lies in a later piece. */
  #scanValue(): boolean {
    const text = this.#buffer
    let at = this.#at
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (this.#inString) {
        if (unit === BACKSLASH) {
          // The escaped character may lie in the next piece: come back to the backslash then.
          if (at + 1 >= text.length) break
          at += 1
        } else if (unit === QUOTE) {
          this.#inString = false
          if (this.#depth === 0) return this.#ended(at + 1)
        } else if (unit === LINE_FEED) this.#line += 1
        continue
      }
      if (unit === QUOTE) {
        if (this.#depth === 0 && at > this.#start) return this.#ended(at)
        this.#inString = true
      } else if (unit === 0x7b || unit === 0x5b) this.#depth += 1
      else if (unit === 0x7d || unit === 0x5d) {
        if (this.#depth === 0) return this.#ended(at)
        this.#depth -= 1
        if (this.#depth === 0) return this.#ended(at + 1)
      } else if (this.#depth === 0 && (unit === 0x2c || unit <= 0x20)) return this.#ended(at)
      else if (unit === LINE_FEED) this.#line += 1
    }
    this.#at = at
    return false
  }

  #ended(at: number): true {
    this.#at = at
    return true
  }

  #take(values: ScannedValue[]): void {
    const raw = this.#buffer.slice(this.#start, this.#at)
    this.#start = -1
    this.#depth = 0
    if (raw === '') throw this.#damage('a value is missing')
    if (this.#place === 'name' || this.#place === 'name-or-end') {
      this.#member = memberName(raw)
      this.#place = 'colon'
      return
    }
    const element = this.#place === 'element' || this.#place === 'element-or-end'
    const member = this.#inRootArray ? null : this.#member
    values.push({ member, element, raw, line: this.#startLine })
    this.#place = element ? 'after-element' : this.#place === 'value' ? 'after-value' : 'done'
  }
}

function memberName(raw: string): string {
  try {
    return String(JSON.parse(raw))
  } catch {
    return raw
  }
}
