import type { Evidence, Range } from '#core/synthesis/pair'
import { locate, nearestTo, withoutOverlap } from '#core/verification/locate'

const OPENING_MARKS = /^["'“”‘’「『«]+/u
const CLOSING_MARKS = /["'“”‘’」』»]{1,4}$/u
/** Words that a model left out of a quotation. */
const LEFT_OUT = /\s?(?:\[(?:…|\.{3})\]|…{1,2}|\.{3})\s?/u
/** A shorter part of a quotation stands anywhere by chance. */
const LEAST_PART = 8

/** Places at which a quotation is looked for. */
const PLACES = 32

/**
 * Where the words that a model says it copied stand: character by character, else part by part where it left words out,
 * else as `locate` finds them (rule CHAT5); of several equal places the one nearest to what is known already (rule LOC8).
 * Offsets are those of the passage.
 *
 * @param range the part of the passage that the model saw
 * @param near evidence for the same pair that was found otherwise
 */
export function findQuotes(
  passageText: string,
  range: Range,
  quotes: readonly string[],
  near: readonly Range[] = [],
): readonly Evidence[] {
  return withoutOverlap(quotes.flatMap(quote => findQuote(passageText, range, quote, near)))
}

/** Those that stand there character by character, and once only: nothing is left to choose. */
export function surePlaces(passageText: string, range: Range, quotes: readonly string[]): readonly Range[] {
  return quotes.flatMap(quote => {
    const places = exactly(passageText, range, quote.trim())
    return places.length === 1 ? places : []
  })
}

function findQuote(passageText: string, range: Range, quote: string, near: readonly Range[]): readonly Evidence[] {
  const bare = quote.trim().replace(OPENING_MARKS, '').replace(CLOSING_MARKS, '').trim()
  for (const words of [quote.trim(), bare]) {
    const exact = exactly(passageText, range, words)
    if (exact.length > 0) return nearestTo(near, exact)
  }
  const parts = bare.split(LEFT_OUT).filter(part => part.trim().length >= LEAST_PART)
  const found = parts.length < 2 ? [] : parts.map(part => nearestTo(near, exactly(passageText, range, part.trim())))
  if (found.length > 0 && found.every(places => places.length > 0)) return found.flat()
  const inRange = near.map(place => ({ start: place.start - range.start, end: place.end - range.start }))
  return shifted(locate(passageText.slice(range.start, range.end), bare, inRange), range.start)
}

function exactly(passageText: string, range: Range, words: string): readonly Evidence[] {
  const places: Evidence[] = []
  if (words === '') return places
  for (let start = passageText.indexOf(words, range.start); start >= 0 && places.length < PLACES; ) {
    const end = start + words.length
    if (end > range.end) break
    places.push({ start, end, how: 'quoted' })
    start = passageText.indexOf(words, end)
  }
  return places
}

/** The places of a part of a passage as places of the passage. */
export function shifted(evidence: readonly Evidence[], by: number): readonly Evidence[] {
  return evidence.map(place => ({ ...place, start: place.start + by, end: place.end + by }))
}
