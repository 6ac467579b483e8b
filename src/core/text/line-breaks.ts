import { isLineEnd, isSmallLetter } from '#core/text/characters'
import { hashLevel, indentEnd, isRule, isTableRow, listItemText } from '#core/text/line-start'
import { estimateTokens } from '#core/text/token-estimate'

/** A line of more estimated tokens than this was not broken by hand or by a mail program: its end is meant. */
export const WIDE_LINE_TOKENS = 40

/** Lines in a text whose widest is narrower than this many units are broken where the writer wanted. */
const NARROW = 30

interface Line {
  readonly start: number
  /** After the last character; the line end follows. */
  readonly end: number
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !isLineEnd(text.charCodeAt(i))) continue
    lines.push({ start, end: i })
    if (text.charCodeAt(i) === 0x0d && text.charCodeAt(i + 1) === 0x0a) i++
    start = i + 1
  }
  return lines
}

/**
 * Offsets of the line ends that separate units: around blank lines, headings, list items and table rows, and wherever a
 * line stops well before the width that its neighbours reach. Other line ends only wrap a long line (rule TEXT8).
 */
export function deliberateBreaks(text: string): number[] {
  const lines = linesOf(text)
  if (lines.length < 2) return []
  let width = 0
  let wide = false
  for (const line of lines) {
    width = Math.max(width, line.end - line.start)
    wide ||= estimateTokens(text, line.start, line.end) > WIDE_LINE_TOKENS
  }
  const breaks: number[] = []
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]
    const next = lines[i + 1]
    if (line !== undefined && next !== undefined && (wide || separates(text, line, next, width))) breaks.push(line.end)
  }
  return breaks
}

function separates(text: string, line: Line, next: Line, width: number): boolean {
  const from = indentEnd(text, line.start, line.end)
  const nextFrom = indentEnd(text, next.start, next.end)
  if (from === line.end || nextFrom === next.end) return true
  if (standsAlone(text, from, line.end) || standsAlone(text, nextFrom, next.end)) return true
  if (listItemText(text, nextFrom, next.end) >= 0) return true
  if (/[:：]$/u.test(text.slice(Math.max(line.start, line.end - 1), line.end))) return true
  if (isSmallLetter(text.charCodeAt(nextFrom))) return false
  if (width < NARROW) return true
  const word = text.slice(nextFrom, Math.min(next.end, nextFrom + 40)).search(/\s|$/u)
  return line.end - line.start + 1 + word <= 0.6 * width
}

function standsAlone(text: string, from: number, end: number): boolean {
  return hashLevel(text, from, end) > 0 || isTableRow(text, from, end) || isRule(text, from, end)
}
