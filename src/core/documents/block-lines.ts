import { GLUED, INNER, LINE, NO_BREAK, PARAGRAPH, SECTION } from '#core/documents/breaks'
import { headingAt, isAdornment, LONGEST_HEADING } from '#core/documents/heading-lines'
import { isBlank, isSmallLetter, unitSet } from '#core/text/characters'
import { fenceLength, hashLevel, indentEnd, isTableRow, listItemText, runOf } from '#core/text/line-start'
import { WIDE_LINE_TOKENS } from '#core/text/line-breaks'
import { TOKEN_UNITS } from '#core/text/token-steps'

const TEXT = 0
const LIST = 1
const CODE = 2
const TABLE = 3
const FRONT = 4

/** A fence that is still open after this many units was none: the rest of the document is not code. */
const LONGEST_CODE = 65536
/** For how many short lines after a wide one a text still counts as not wrapped. */
const WIDE_MEMORY = 8
const FRONT_LINES = 100
const DOLLAR = 0x24

const closesSentence = unitSet('"\'”’」』)）]*_')
const endsSentence = unitSet('.!?…。！？；:：')
/** First units of headings that need nothing around them: # \\ = and 第. */
const marksHeading = unitSet('#\\=第')

/**
 * Reads the lines of a document in order and says for each how good a cut before it is, which heading it starts and
 * which block it belongs to. Keeps a few numbers between lines, so documents of any length pass (rules CHUNK4, CHUNK8).
 */
export class BlockLines {
  /** About the line that was read last. */
  quality = NO_BREAK
  level = 0
  title = ''
  block = 0

  #mode = FRONT
  #blocks = 0
  #blank = true
  #lines = 0
  #headingLines = 0
  /** Level of the heading that was the last line with text; 0 when it was something else. */
  #underHeading = 0
  #introduces = false
  #ended = true
  #indented = false
  #wide = 0
  #fenceMark = 0
  #fenceLength = 0
  #codeStart = 0
  #codeInList = false
  #frontOpen = false
  /** Whether the last line was one of attributes: "[source,sh]". */
  #attributes = false
  #comment = false
  /** Whether the last line with text closed a block that needs no blank line after it. */
  #afterBlock = false

  /**
   * `[start, end)` is the line without its end mark, `next` where the following line starts; `cost` is in token units.
   * A line too long to be anything but text is passed with the part that is known.
   */
  read(text: string, start: number, end: number, next: number, cost: number): void {
    const at = indentEnd(text, start, end)
    this.quality = NO_BREAK
    this.level = 0
    this.title = ''
    this.#lines++
    if (at === end) {
      this.#readBlank()
      return
    }
    if (this.#headingLines > 0) {
      this.#headingLines--
      return
    }
    if (this.#mode === FRONT && this.#readFront(text, at, end)) return
    if (this.#mode === CODE) this.#readCode(text, start, at, end)
    else this.#readText(text, start, at, end, next, cost)
    this.#blank = false
  }

  #readBlank(): void {
    this.#blank = true
    // TeX allows no blank line in a formula, so one that seems open was none.
    if (this.#mode === TABLE || (this.#mode === CODE && this.#fenceMark === DOLLAR)) this.#mode = TEXT
    this.block = this.#mode === TEXT || (this.#mode === FRONT && !this.#frontOpen) ? 0 : this.#blocks
  }

  /** YAML front matter: "---" in the first line, up to "---" or "...". Gives false when the line is no part of it. */
  #readFront(text: string, at: number, end: number): boolean {
    const mark = text.slice(at, Math.min(end, at + 4)).trimEnd()
    const opens = this.#lines === 1 && mark === '---'
    if (opens) this.#blocks++
    else if (!this.#frontOpen || this.#lines > FRONT_LINES) {
      this.#mode = TEXT
      return false
    }
    this.#frontOpen = true
    this.block = this.#blocks
    if (!opens && (mark === '---' || mark === '...')) {
      this.#mode = TEXT
      this.#afterBlock = true
    }
    return true
  }

  #readCode(text: string, start: number, at: number, end: number): void {
    this.block = this.#blocks
    this.quality = this.#blank ? INNER : LINE
    const run = text.charCodeAt(at) === this.#fenceMark ? runOf(text, at, end) : 0
    const closes =
      this.#fenceMark === DOLLAR
        ? text.slice(at, end).includes('$$')
        : run >= this.#fenceLength && indentEnd(text, at + run, end) === end
    if (closes || start - this.#codeStart > LONGEST_CODE) {
      this.#mode = this.#codeInList ? LIST : TEXT
      this.#afterBlock = !this.#codeInList
    }
  }

  #readText(text: string, start: number, at: number, end: number, next: number, cost: number): void {
    const afterBlock = this.#afterBlock
    this.#afterBlock = false
    const code = text.charCodeAt(at)
    const fence = this.#opensFence(text, at, end)
    const attributed = this.#attributes
    this.#attributes = code === 0x5b && text.charCodeAt(end - 1) === 0x5d
    if (fence > 0 && !(code === 0x60 && text.slice(at + fence, Math.min(end, at + 200)).includes('`'))) {
      this.#codeInList = this.#mode === LIST && at - start >= 2
      this.#open(CODE, afterBlock)
      this.#fenceMark = code
      this.#fenceLength = fence
      this.#codeStart = start
      this.#note(text, start, at, end, cost)
      return
    }
    if (end - at <= LONGEST_HEADING && this.#readHeading(text, start, at, end, next, attributed)) return
    if (isTableRow(text, at, end) && !(this.#mode === LIST && at > start)) this.#openOrGoOn(TABLE, afterBlock)
    else if (listItemText(text, at, end) >= 0) this.#openOrGoOn(LIST, afterBlock)
    else this.#readProse(text, start, at, afterBlock, cost)
    this.#note(text, start, at, end, cost)
  }

  /** Length of the run that opens a block of code: a fence, "$$", or AsciiDoc's "----" under a line of attributes. */
  #opensFence(text: string, at: number, end: number): number {
    const code = text.charCodeAt(at)
    if (code === DOLLAR) return runOf(text, at, end) === 2 && !text.slice(at + 2, end).includes('$$') ? 2 : 0
    if (!this.#attributes || this.#blank || !(code === 0x2d || code === 0x2e || code === 0x3d))
      return fenceLength(text, at, end)
    const length = runOf(text, at, end)
    return length >= 4 && indentEnd(text, at + length, end) === end ? length : 0
  }

  /** Whether a line of "# words" is one of several: then it is a comment, in code or in a licence, and no heading. */
  #isComment(text: string, at: number, end: number, next: number): boolean {
    const level = hashLevel(text, at, end)
    const after = text.charCodeAt(next) === 0x23 ? runOf(text, next, Math.min(text.length, next + 8)) : 0
    const another = after === level && isBlank(text.charCodeAt(next + after))
    const comment = level > 0 && (another || (this.#comment && !this.#blank))
    this.#comment = comment
    return comment
  }

  #readHeading(text: string, start: number, at: number, end: number, next: number, attributed: boolean): boolean {
    const code = text.charCodeAt(at)
    const alone = (this.#blank || attributed || this.#underHeading > 0) && !(this.#mode === LIST && at - start >= 2)
    if (code === 0x23 && this.#isComment(text, at, end, next)) return false
    if (this.#mode === LIST && listItemText(text, at, end) >= 0) return false
    const under = isAdornment(text.charCodeAt(next))
    if (!alone && !under && !marksHeading(code)) return false
    const heading = headingAt({ text, start, end, next, alone })
    if (heading === null) return false
    this.#mode = TEXT
    this.block = 0
    this.quality = this.#underHeading > 0 && heading.level > this.#underHeading ? GLUED : SECTION
    this.level = heading.level
    this.title = heading.title
    this.#headingLines = heading.lines - 1
    this.#underHeading = heading.level
    this.#introduces = false
    this.#ended = true
    return true
  }

  /** First line of a block. */
  #open(mode: number, afterBlock: boolean): void {
    if (this.#mode === LIST && mode === CODE && this.#codeInList) {
      this.quality = this.#blank ? INNER : LINE
    } else {
      this.quality =
        this.#underHeading > 0 ? GLUED : this.#introduces || !(this.#blank || afterBlock) ? INNER : PARAGRAPH
      this.#blocks++
    }
    this.#mode = mode
    this.block = this.#blocks
  }

  #openOrGoOn(mode: number, afterBlock: boolean): void {
    if (this.#mode !== mode) {
      this.#open(mode, afterBlock || this.#mode !== TEXT)
      return
    }
    this.block = this.#blocks
    this.quality = this.#blank ? INNER : LINE
  }

  #readProse(text: string, start: number, at: number, afterBlock: boolean, cost: number): void {
    if (this.#mode === LIST && (!this.#blank || at - start >= 2 || text.charCodeAt(start) === 0x09)) {
      this.block = this.#blocks
      this.quality = NO_BREAK
      return
    }
    const fresh = this.#blank || afterBlock || this.#mode !== TEXT
    this.#mode = TEXT
    this.block = 0
    if (this.#underHeading > 0) this.quality = GLUED
    else this.quality = fresh || this.#startsParagraph(text, start, at, cost) ? PARAGRAPH : NO_BREAK
  }

  /** Whether a line that follows another without a blank line begins a paragraph all the same. */
  #startsParagraph(text: string, start: number, at: number, cost: number): boolean {
    if (text.charCodeAt(start) === 0x3000) return true
    if (at - start >= 2 && !this.#indented && this.#ended) return true
    if (this.#wide === 0 && cost <= WIDE_LINE_TOKENS * TOKEN_UNITS) return false
    return this.#ended || !isSmallLetter(text.charCodeAt(at))
  }

  /** Remembers what later lines need to know about this one. */
  #note(text: string, start: number, at: number, end: number, cost: number): void {
    this.#underHeading = 0
    let last = end
    while (last > at && (isBlank(text.charCodeAt(last - 1)) || closesSentence(text.charCodeAt(last - 1)))) last--
    const mark = text.charCodeAt(last - 1)
    this.#introduces = mark === 0x3a || mark === 0xff1a
    this.#ended = endsSentence(mark)
    this.#indented = at - start >= 2
    if (cost > WIDE_LINE_TOKENS * TOKEN_UNITS) this.#wide = WIDE_MEMORY
    else if (this.#wide > 0) this.#wide--
  }
}
