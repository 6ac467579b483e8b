/** Characters shown of a long passage at its start and at its end; one that is little longer is shown whole. */
const START = 260
const END = 120
const WORTH = 200
/** So far a cut moves to a blank, so that words stay whole; without one, as in Chinese, it stays. */
const REACH = 24

/** The start and the end of a long passage, with how much lies between; null for one that is short. */
export function foldPassage(
  text: string,
): { readonly start: string; readonly characters: number; readonly end: string } | null {
  if (text.length < START + END + WORTH) return null
  const blank = text.slice(START - REACH, START).search(/\s\S*$/u)
  const start = text.slice(0, wholePoint(text, blank < 0 ? START : START - REACH + blank))
  const from = text.length - END
  const next = text.slice(from, from + REACH).search(/\s\S/u)
  const end = text.slice(wholePoint(text, next < 0 ? from : from + next + 1))
  return { start, characters: text.length - start.length - end.length, end }
}

/** The place, or the one before it where it would split a code point. */
function wholePoint(text: string, place: number): number {
  const unit = text.charCodeAt(place)
  return unit >= 0xdc00 && unit <= 0xdfff ? place - 1 : place
}
