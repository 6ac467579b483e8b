import type { Language } from '#core/documents/document'
import type { Range } from '#core/synthesis/pair'

/**
 * The sentences of a paragraph-sized text, in order, as half-open ranges in UTF-16 code units. White space around a
 * sentence belongs to none; everything else belongs to exactly one. Headings, list items and table rows are units of
 * their own. Linear in the length of the text (rules TEXT4 to TEXT9).
 */
export function sentences(text: string, language: Language): Range[] {
  const ends = language === 'zh' ? /[。！？；…!?][」』”’）"]*|\n/gu : /[.!?。！？…][”’)"\]]*(?=\s|$)|\n/gu
  const found: Range[] = []
  let start = 0
  const add = (end: number): void => {
    const piece = text.slice(start, end)
    const from = start + piece.length - piece.trimStart().length
    const to = start + piece.trimEnd().length
    if (to > from) found.push({ start: from, end: to })
    start = end
  }
  for (const match of text.matchAll(ends)) add(match.index + match[0].length)
  add(text.length)
  return found
}
