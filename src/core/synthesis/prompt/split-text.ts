import type { Language } from '#core/documents/document'
import type { Range } from '#core/synthesis/pair'
import { isGraphemeBoundary } from '#core/text/graphemes'
import { nearestClauseEnd, nearestSentenceEnd, nearestSpace, nearestWordStart, type Stretch } from '#core/text/places'

/**
 * Cuts a text in two near its middle: after a sentence, else a clause, else between words, else between graphemes.
 * null where it is one grapheme.
 */
export function halved(text: string, { start, end }: Range, language: Language): [Range, Range] | null {
  const length = end - start
  const middle = start + Math.floor(length / 2)
  const near: Stretch = {
    text,
    from: start,
    low: start + Math.max(1, Math.floor(length / 4)),
    high: end - Math.max(1, Math.floor(length / 4)),
    wanted: middle,
  }
  const anywhere: Stretch = { ...near, low: start + 1, high: end - 1 }
  const inside = (place: number): boolean => place > start && place < end
  for (const place of [
    () => nearestSentenceEnd(near, language),
    () => nearestSentenceEnd(anywhere, language),
    () => nearestClauseEnd(near),
    () => nearestSpace(near),
    () => nearestWordStart(near),
    () => graphemeNear(text, start, middle, end),
  ]) {
    const at = place()
    if (inside(at))
      return [
        { start, end: at },
        { start: at, end },
      ]
  }
  return null
}

function graphemeNear(text: string, start: number, middle: number, end: number): number {
  for (let away = 0; middle - away > start || middle + away < end; away++) {
    if (middle - away > start && isGraphemeBoundary(text, middle - away, start)) return middle - away
    if (middle + away < end && isGraphemeBoundary(text, middle + away, start)) return middle + away
  }
  return -1
}
