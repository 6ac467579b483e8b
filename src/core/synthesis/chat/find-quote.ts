import type { Evidence, Range } from '#core/synthesis/pair'
import { locate, withoutOverlap } from '#core/verification/locate'

const OPENING_MARKS = /^["'“”‘’「『«]+/u
const CLOSING_MARKS = /["'“”‘’」』»]{1,4}$/u
/** Words that a model left out of a quotation. */
const LEFT_OUT = /\s?(?:\[(?:…|\.{3})\]|…{1,2}|\.{3})\s?/u
/** A shorter part of a quotation stands anywhere by chance. */
const LEAST_PART = 8

/**
 * Where the words that a model says it copied stand: character by character, else part by part where it left words out,
 * else as `locate` finds them (rule CHAT5). Offsets are those of the passage.
 *
 * @param range the part of the passage that the model saw
 */
export function findQuotes(passageText: string, range: Range, quotes: readonly string[]): readonly Evidence[] {
  return withoutOverlap(quotes.flatMap(quote => findQuote(passageText, range, quote)))
}

function findQuote(passageText: string, range: Range, quote: string): readonly Evidence[] {
  const bare = quote.trim().replace(OPENING_MARKS, '').replace(CLOSING_MARKS, '').trim()
  const exact = exactly(passageText, range, quote.trim()) ?? exactly(passageText, range, bare)
  if (exact !== null) return [exact]
  const parts = bare.split(LEFT_OUT).filter(part => part.trim().length >= LEAST_PART)
  const found = parts.length < 2 ? [] : parts.map(part => exactly(passageText, range, part.trim()))
  const whole = found.filter(part => part !== null)
  if (whole.length > 0 && whole.length === found.length) return whole
  return shifted(locate(passageText.slice(range.start, range.end), bare), range.start)
}

function exactly(passageText: string, range: Range, words: string): Evidence | null {
  if (words === '') return null
  const start = passageText.indexOf(words, range.start)
  const end = start + words.length
  return start < 0 || end > range.end ? null : { start, end, how: 'quoted' }
}

/** The places of a part of a passage as places of the passage. */
export function shifted(evidence: readonly Evidence[], by: number): readonly Evidence[] {
  return evidence.map(place => ({ ...place, start: place.start + by, end: place.end + by }))
}
