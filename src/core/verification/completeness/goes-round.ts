/** Longest piece, in units, whose repetition is looked for at the end of a text. */
const LONGEST_PIECE = 120
/** Units of the end that are looked at. */
const TAIL = 1_200
/** How often a piece follows itself, and over how many units at least, in what no person writes. */
const TIMES = 4
const LEAST = 40

/** Sentences from which on it counts how many are different. */
const MANY = 8

/** Whether a text goes round in circles (rule CHECK13): a piece again and again at the end, or most sentences twice and more. */
export function goesRound(text: string): boolean {
  return repeatsAtEnd(text.trimEnd().slice(-TAIL)) || repeatsSentences(text)
}

function repeatsAtEnd(tail: string): boolean {
  if (tail.length < LEAST) return false
  for (let piece = 1; piece <= LONGEST_PIECE; piece++) {
    let same = 0
    for (let i = tail.length - 1; i >= piece && tail.charCodeAt(i) === tail.charCodeAt(i - piece); i--) same += 1
    if (same + piece >= Math.max(LEAST, TIMES * piece)) return true
  }
  return false
}

function repeatsSentences(text: string): boolean {
  if (text.length < MANY * 8) return false
  const said = text
    .slice(0, 100_000)
    .split(/[.!?。！？\n]+/u)
    .map(sentence => sentence.trim())
    .filter(sentence => sentence.length > 3)
  return said.length >= MANY && new Set(said).size * 2 <= said.length
}
