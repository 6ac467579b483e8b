import type { Range } from '#core/synthesis/pair'
import { isHan, isTerminal } from '#core/mining/characters'

/** A stretch of a passage of one kind. The range is that of its words, without the marks that make it what it is. */
export interface Block extends Range {
  readonly kind: 'heading' | 'prose' | 'item' | 'other'
  /** Of a heading: 1 to 6 by markup, 7 where only its looks tell. Of an ordered item: its number. Else 0. */
  readonly level: number
}

/** A line without the white space around it, and how far it is indented. */
interface Line extends Range {
  readonly indent: number
}

const ITEM = /^(?:[-*+•·▪◦‣]\s+|(\d{1,3})(?:[.)]\s+|、\s*)|[（(](\d{1,2})[)）]\s*|[a-z][.)]\s+|[①-⑳]\s*)/u
const RULE = /^(?:([=~^"'*+#`-])\1{2,}|\.{4,})$/u
const ATX = /^(#{1,6})\s+(?=\S)/u
const ASCIIDOC = /^(={1,6})\s+(?=[^\s=])/u
const FENCE = /^(?:`{3,}|~{3,}|:{3,}|-{4,}$|\${2})/u
const NOT_PROSE =
  /^(?:[>|!<+]|\.\.\s|:[a-z]+:|\[[^\]]{1,60}\]:|\{%|\{\{|import\s|export\s|@|\/\/|\$\s)|\|.{0,200}\||\t.{0,80}\t|\.{4,}|…{2,}|\s\.\s\.\s\./u
const OPENS_RAW = /^<(pre|script|style|!--)/iu
const TAIL_HASHES = /\s+#+$/u

/**
 * Cuts a passage into headings, prose paragraphs, list items and everything that rules must not read (code, tables, quotes,
 * navigation). Markdown, AsciiDoc, reStructuredText and plain text; one pass over the lines (rules MINE2, MINE3).
 */
export function blocks(text: string): Block[] {
  const found: Block[] = []
  let open: { kind: 'prose' | 'item'; level: number; lines: Line[] } | null = null
  let closing: string | null = null
  let indentedOther = false

  const add = (kind: Block['kind'], start: number, end: number, level = 0): void => {
    found.push({ kind, start, end, level })
  }
  const flush = (): void => {
    const first = open?.lines[0]
    const last = open?.lines.at(-1)
    if (open !== null && first !== undefined && last !== undefined) {
      const title = open.kind === 'prose' && open.lines.length === 1 && looksLikeHeading(text, first)
      if (title) add('heading', first.start, last.end, 7)
      else add(open.kind, first.start, last.end, open.level)
    }
    open = null
  }

  let at = 0
  if (text.startsWith('---\n') || text.startsWith('---\r\n')) {
    const end = text.indexOf('\n---', 3)
    if (end > 0 && end < 4000) {
      add('other', 0, end + 4)
      at = end + 4
    }
  }
  while (at < text.length) {
    const newline = text.indexOf('\n', at)
    const lineEnd = newline === -1 ? text.length : newline
    const line = trimmed(text, at, lineEnd)
    at = lineEnd + 1
    if (line.start === line.end) {
      flush()
      continue
    }
    // Long lines are prose or nothing that the patterns below would name.
    const words = text.slice(line.start, Math.min(line.end, line.start + 240))
    if (closing !== null) {
      if (text.slice(line.start, line.end).includes(closing)) closing = null
      add('other', line.start, line.end)
      continue
    }
    if (line.indent === 0) indentedOther = false
    const underlined = RULE.test(words) && line.end - line.start < 200
    const only = open?.kind === 'prose' && open.lines.length === 1 ? open.lines[0] : undefined
    if (underlined && only !== undefined && only.end - only.start <= 120) {
      add('heading', only.start, only.end, words.startsWith('=') ? 1 : 2)
      open = null
      continue
    }
    const fence = FENCE.exec(words)?.[0]
    if (fence !== undefined) {
      flush()
      if (fence.startsWith(':')) add('other', line.start, line.end)
      else if (!(fence.length > 2 && text.slice(line.start + fence.length, line.end).includes(fence))) closing = fence
      continue
    }
    if (underlined) {
      flush()
      add('other', line.start, line.end)
      continue
    }
    const heading = ATX.exec(words) ?? (line.indent === 0 ? ASCIIDOC.exec(words) : null)
    if (heading !== null) {
      flush()
      const tail = TAIL_HASHES.exec(words)
      const end = tail === null || line.end - line.start > 240 ? line.end : line.start + tail.index
      add('heading', line.start + heading[0].length, end, heading[1]?.length ?? 1)
      continue
    }
    const item = ITEM.exec(words)
    if (item !== null) {
      flush()
      const number = Number(item[1] ?? item[2] ?? 0)
      open = { kind: 'item', level: number, lines: [{ ...line, start: line.start + item[0].length }] }
      indentedOther = false
      continue
    }
    const code = line.indent >= 4 && open === null && !(isHan(text.charCodeAt(line.start)) && /[。！？]/u.test(words))
    if (NOT_PROSE.test(words) || code || indentedOther) {
      flush()
      const raw = OPENS_RAW.exec(words)?.[1]?.toLowerCase()
      if (raw !== undefined) {
        const close = raw === '!--' ? '-->' : `</${raw}>`
        if (!text.slice(line.start, line.end).includes(close)) closing = close
      }
      if (words.startsWith('..') || (words.startsWith(':') && line.indent > 0)) indentedOther = true
      add('other', line.start, line.end)
      continue
    }
    const before: Line | undefined = open?.lines.at(-1)
    if (open?.kind === 'prose' && before !== undefined && endsParagraph(text, before, line)) flush()
    open ??= { kind: 'prose', level: 0, lines: [] }
    // Only the first and the last line are ever looked at.
    if (open.lines.length > 1) open.lines.length = 1
    open.lines.push(line)
  }
  flush()
  return found
}

function trimmed(text: string, start: number, end: number): Line {
  let from = start
  let to = end
  let indent = 0
  while (from < to) {
    const unit = text.charCodeAt(from)
    if (unit === 32) indent += 1
    else if (unit === 9) indent += 4
    else if (unit !== 0x3000 && unit !== 0xa0 && unit !== 13) break
    from += 1
  }
  while (to > from) {
    const unit = text.charCodeAt(to - 1)
    if (unit !== 32 && unit !== 9 && unit !== 13 && unit !== 0x3000 && unit !== 0xa0) break
    to -= 1
  }
  return { start: from, end: to, indent }
}

/** Whether a line break is the end of a paragraph, not of a line that was wrapped. */
function endsParagraph(text: string, before: Line, next: Line): boolean {
  const length = before.end - before.start
  const last = text.charCodeAt(before.end - 1)
  const ended = isTerminal(last)
  if (isHan(text.charCodeAt(before.start)) || last > 0x2e7f) return ended || length < 20
  if (ended) return length < 40 || length > 110
  const upper = /[\p{Lu}\p{Nd}"“]/u.test(text.charAt(next.start))
  return upper && length < 45
}

/** A short line of its own without an end mark. */
function looksLikeHeading(text: string, line: Line): boolean {
  const length = line.end - line.start
  const first = text.charAt(line.start)
  const han = isHan(text.charCodeAt(line.start))
  if (length > (han ? 30 : 70) || length < 2) return false
  if (/[.!。！;；:：,，、?？…]["”’)）]?$/u.test(text.slice(Math.max(line.start, line.end - 2), line.end)))
    return /[?？]$/u.test(text.slice(line.end - 1, line.end)) && length <= 60
  return han || /[\p{Lu}\p{Nd}"“]/u.test(first)
}
