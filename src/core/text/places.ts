import type { Language } from '#core/documents/document'
import { isEastAsian, isWhite, skipWhite, unitSet } from '#core/text/characters'
import { isGraphemeBoundary } from '#core/text/graphemes'
import { mayEndSentence, sentenceEnd } from '#core/text/sentence-end'

/** A stretch of a text in which to find a place for a cut: in `[low, high]`, as near to `wanted` as can be. */
export interface Stretch {
  readonly text: string
  /** Start of the passage: no look goes back beyond it. */
  readonly from: number
  readonly low: number
  readonly high: number
  readonly wanted: number
}

/**
 * The place nearest to `wanted` for which `placeAfter(i)` gives one, asked for units outward from there; -1 when there
 * is none. `placeAfter(i)` gives an offset after `i`, or -1.
 */
function nearest(stretch: Stretch, placeAfter: (i: number) => number): number {
  const { text, from, low, high, wanted } = stretch
  const fits = (place: number): boolean => place >= low && place <= high && isGraphemeBoundary(text, place, from)
  let best = -1
  const top = Math.min(high, text.length)
  for (let i = Math.max(from, wanted - 1); i < top; i++) {
    const place = placeAfter(i)
    if (place >= 0 && fits(place)) {
      best = place
      break
    }
  }
  const bottom = Math.max(from, low)
  for (let i = Math.min(wanted, top) - 1; i >= bottom; i--) {
    if (best >= 0 && wanted - i - 1 >= Math.abs(best - wanted)) break
    const place = placeAfter(i)
    if (place < 0 || !fits(place)) continue
    if (best < 0 || Math.abs(wanted - place) < Math.abs(best - wanted)) best = place
    if (place <= wanted) break
  }
  return best
}

/** After the end of a sentence and the white space behind it (rule CHUNK5). */
export function nearestSentenceEnd(stretch: Stretch, language: Language): number {
  const { text, from, high } = stretch
  return nearest(stretch, i => {
    if (!mayEndSentence(text.charCodeAt(i))) return -1
    const end = sentenceEnd(text, i, from, text.length, language)
    return end < 0 || end > high ? -1 : skipWhite(text, end, high)
  })
}

const endsClause = unitSet(',;:，、；：)）—–')

/** After a comma or the like that ends a clause. */
export function nearestClauseEnd(stretch: Stretch): number {
  const { text, high } = stretch
  return nearest(stretch, i => {
    const code = text.charCodeAt(i)
    if (!endsClause(code)) return -1
    const after = text.charCodeAt(i + 1)
    if (isWhite(after)) return skipWhite(text, i + 1, high)
    return isEastAsian(code) ? i + 1 : -1
  })
}

/** After white space. */
export function nearestSpace(stretch: Stretch): number {
  const { text } = stretch
  return nearest(stretch, i => (isWhite(text.charCodeAt(i)) && !isWhite(text.charCodeAt(i + 1)) ? i + 1 : -1))
}

/** Half the window that the word segmenter gets, in code units. */
const WORD_WINDOW = 96
let words: Intl.Segmenter | undefined

/** Between words of a script without spaces, close to `wanted`; -1 where the text there is one long word. */
export function nearestWordStart(stretch: Stretch): number {
  const { text, from, low, high, wanted } = stretch
  const start = Math.max(from, low, wanted - WORD_WINDOW)
  const end = Math.min(text.length, high, wanted + WORD_WINDOW)
  if (end <= start) return -1
  words ??= new Intl.Segmenter('zh', { granularity: 'word' })
  const word = words.segment(text.slice(start, end)).containing(Math.min(wanted, end - 1) - start)
  if (word === undefined) return -1
  const before = start + word.index
  const after = before + word.segment.length
  const places = wanted - before <= after - wanted ? [before, after] : [after, before]
  return places.find(place => place > start && place < end && isGraphemeBoundary(text, place, from)) ?? -1
}
