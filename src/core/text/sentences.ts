import type { Language } from '#core/documents/document'
import type { Range } from '#core/synthesis/pair'
import { isLineEnd, isWhite } from '#core/text/characters'
import { deliberateBreaks } from '#core/text/line-breaks'
import { mayEndSentence, sentenceEnd } from '#core/text/sentence-end'

/**
 * The sentences of a paragraph-sized text, in order, as half-open ranges in UTF-16 code units. White space around a
 * sentence belongs to none; everything else belongs to exactly one. Headings, list items and table rows are units of
 * their own. Linear in the length of the text (rules TEXT4 to TEXT9).
 */
export function sentences(text: string, language: Language): Range[] {
  const found: Range[] = []
  const breaks = deliberateBreaks(text)
  let nextBreak = 0
  let start = 0
  const add = (end: number): void => {
    let from = start
    let to = end
    while (from < to && isWhite(text.charCodeAt(from))) from++
    while (to > from && isWhite(text.charCodeAt(to - 1))) to--
    if (to > from) found.push({ start: from, end: to })
    start = end
  }
  let i = 0
  while (i < text.length) {
    const code = text.charCodeAt(i)
    if (isLineEnd(code)) {
      if (i === breaks[nextBreak]) {
        add(i)
        nextBreak++
      }
    } else if (mayEndSentence(code)) {
      const limit = breaks[nextBreak] ?? text.length
      let end = sentenceEnd(text, i, start, limit, language)
      if (end > i) {
        while (end < limit && mayEndSentence(text.charCodeAt(end))) end++
        add(end)
        i = end
        continue
      }
    }
    i++
  }
  add(text.length)
  return found
}
