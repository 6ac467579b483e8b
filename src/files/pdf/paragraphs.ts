import { isSpaceless, lastCharacter, type Line } from '#files/pdf/line'

/** A text and where each of its pages starts in it, in UTF-16 code units. */
export interface PagedText {
  readonly text: string
  readonly pages: readonly number[]
}

/** A heading is larger than the body of the text by this much. */
const HEADING_SIZE = 1.15
const LONGEST_HEADING = 200
/** Line distance, in usual ones, from which on a paragraph ends. */
const PARAGRAPH_GAP = 1.35

const ENDS_SENTENCE = /[.!?:;。！？：；…"”’»)\]]$/
const LIST_MARK = /^(?:[•▪◦●○■□‣·*–—-]|\(?\d{1,3}[.)]|\(?[a-z][.)]|[①-⑳]|[（(][一二三四五六七八九十]+[)）])\s/u
/** The dots of a table of contents, with the page that they lead to. */
const LEADER = /(?:\. ?){4,}\s*\w*$/
const HYPHEN = /\p{L}[-\u00ad\u2010]$/u

/**
 * Joins lines to paragraphs, over columns and pages too; words cut by a hyphen grow together. Clearly larger lines become
 * headings, ranked by size.
 */
export function pagedText(lines: readonly Line[], pageCount: number): PagedText {
  const body = bodySize(lines)
  const levels = headingLevels(lines, body)
  const leading = usualLeading(lines)
  const pages: number[] = []
  let text = ''
  let before: Line | null = null
  for (const [at, line] of lines.entries()) {
    const level = levels.get(rounded(line.size)) ?? 0
    const row = isRow(line, before) || isRow(line, lines[at + 1])
    if (row) {
      text += before === null ? '' : isRow(line, before) ? '\n' : '\n\n'
      while (pages.length <= line.page) pages.push(text.length)
      text += line.cells.join(' | ')
    } else if (before === null || isRow(before, lines[at - 2]) || !continues(before, line, levels, leading)) {
      if (before !== null) text += '\n\n'
      while (pages.length <= line.page) pages.push(text.length)
      text += level > 0 && isHeading(line.text) ? `${'#'.repeat(level)} ${line.text}` : line.text
    } else {
      text = readyFor(line.text, text)
      while (pages.length <= line.page) pages.push(text.length)
      text += line.text
    }
    before = line
  }
  while (pages.length < pageCount) pages.push(text.length)
  return { text, pages }
}

function rounded(size: number): number {
  return Math.round(size * 2) / 2
}

/** The size that most characters have. */
function bodySize(lines: readonly Line[]): number {
  const counts = new Map<number, number>()
  for (const { size, text } of lines) counts.set(rounded(size), (counts.get(rounded(size)) ?? 0) + text.length)
  let [body, most] = [0, 0]
  for (const [size, count] of counts) if (count > most) [body, most] = [size, count]
  return body
}

/** Level of each size that headings have: the largest is 1. */
function headingLevels(lines: readonly Line[], body: number): ReadonlyMap<number, number> {
  const sizes = new Set<number>()
  for (const { size, text } of lines) {
    if (rounded(size) >= HEADING_SIZE * body && isHeading(text)) {
      sizes.add(rounded(size))
    }
  }
  return new Map([...sizes].sort((a, b) => b - a).map((size, at) => [size, Math.min(6, at + 1)]))
}

function isHeading(text: string): boolean {
  return text.length <= LONGEST_HEADING && /\p{L}/u.test(text) && !LEADER.test(text)
}

/** Usual distance of two lines of a column, in font sizes. */
function usualLeading(lines: readonly Line[]): number {
  const distances: number[] = []
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]
    if (next === undefined || next.page !== line.page) continue
    const distance = (next.y - line.y) / line.size
    if (distance > 0.5 && distance < 3) distances.push(distance)
  }
  distances.sort((a, b) => a - b)
  return distances[distances.length >> 1] ?? 1.2
}

/** Whether two neighbouring lines are rows of one table: both are parted into as many cells. */
function isRow(line: Line, neighbour: Line | null | undefined): boolean {
  if (neighbour === null || neighbour === undefined || line.page !== neighbour.page) return false
  return line.cells.length > 1 && line.cells.length === neighbour.cells.length
}

function continues(before: Line, line: Line, levels: ReadonlyMap<number, number>, leading: number): boolean {
  const size = Math.min(before.size, line.size)
  if (levels.get(rounded(before.size)) !== levels.get(rounded(line.size))) return false
  if (Math.max(before.size, line.size) > 1.12 * size) return false
  if (LIST_MARK.test(line.text) || LEADER.test(before.text)) return false
  const ended = ENDS_SENTENCE.test(before.text)
  const distance = line.y - before.y
  if (line.page !== before.page || distance <= 0) return !ended && goesOn(line.text)
  if (distance > PARAGRAPH_GAP * leading * size) return false
  const width = before.column.right - before.column.left
  const filled = (before.right - before.column.left) / Math.max(1, width)
  const indented = line.left - line.column.left > 0.8 * size && before.left - before.column.left < 0.5 * size
  if (ended && (filled < 0.85 || indented)) return false
  // Lines without spaces fill their column to the end, unless their paragraph ends.
  if (isSpaceless(lastCharacter(before.text))) return filled >= 0.85
  return filled >= 0.6 || goesOn(line.text)
}

/** Whether a line starts as the middle of a sentence does. */
function goesOn(text: string): boolean {
  return /^[\p{Ll}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana},;)\d]/u.test(text)
}

/** The text, ready for its next line: a cut word without its hyphen, else with a space where the script has spaces. */
function readyFor(next: string, text: string): string {
  const end = text.slice(-2)
  if (HYPHEN.test(end)) return /^\p{Ll}/u.test(next) || end.endsWith('\u00ad') ? text.slice(0, -1) : text
  return isSpaceless(lastCharacter(end)) || isSpaceless(next.slice(0, 1)) ? text : `${text} `
}
