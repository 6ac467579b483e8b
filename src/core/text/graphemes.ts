/**
 * Graphemes (what a person takes for one character; Unicode Standard Annex 29) near one place of a long text. The
 * platform's segmenter is only ever given a window: its cost grows faster than the length of what it gets.
 */
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

const isHighHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdbff
const isLowHalf = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

/** `[first, last]` of units that never join with each other: letters and marks of common scripts, whole Hangul. */
const PLAIN_RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa1, 0xac],
  [0xae, 0x2ff],
  [0x370, 0x482],
  [0x48a, 0x590],
  [0x5d0, 0x5ea],
  [0x620, 0x64a],
  [0x904, 0x939],
  [0xe01, 0xe30],
  [0xe40, 0xe46],
  [0x1e00, 0x1fff],
  [0x2010, 0x2027],
  [0x3001, 0x3020],
  [0x3041, 0x3096],
  [0x30a1, 0x30fa],
  [0x3400, 0x9fff],
  [0xac00, 0xd7a3],
  [0xff01, 0xff5e],
]
const PLAIN = new Uint8Array(0x10000)
for (const [first, last] of PLAIN_RANGES) PLAIN.fill(1, first, last + 1)

const isPlain = (code: number): boolean => PLAIN[code] === 1

/** Units that stand alone whatever comes before or after, but for CR LF. */
function isBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029
}

/** The nearest place at or before `offset`, not before `from`, where a grapheme begins for certain. */
function certainStart(text: string, offset: number, from: number): number {
  let i = offset
  while (i > from) {
    const before = text.charCodeAt(i - 1)
    const after = text.charCodeAt(i)
    if (isBreak(before) ? before !== 0x0d || after !== 0x0a : isPlain(before) && (isPlain(after) || isBreak(after)))
      return i
    i--
  }
  return from
}

/**
 * Whether a grapheme begins at `offset`; true at both ends of the text. `from` must be a place where one begins: it
 * bounds the look back. Looks at most one code point ahead (rule TEXT10).
 */
export function isGraphemeBoundary(text: string, offset: number, from = 0): boolean {
  if (offset <= from || offset >= text.length) return true
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  if (isPlain(before) && isPlain(after)) return true
  if (isHighHalf(before) && isLowHalf(after)) return false
  if (isBreak(before)) return before !== 0x0d || after !== 0x0a
  if (isBreak(after)) return true
  const start = certainStart(text, offset - 1, from)
  const window = text.slice(start, offset + 2)
  return segmenter.segment(window).containing(offset - start)?.index === offset - start
}

/** The last place in `(from, atMost]` where a grapheme begins; `from` when there is none. `from` must begin one. */
export function lastGraphemeBoundary(text: string, from: number, atMost: number): number {
  if (atMost >= text.length) return text.length
  if (isGraphemeBoundary(text, atMost, from)) return atMost
  const start = certainStart(text, atMost - 1, from)
  const window = text.slice(start, atMost + 2)
  return start + (segmenter.segment(window).containing(atMost - start)?.index ?? 0)
}

/**
 * Where the grapheme that begins at `from` ends; -1 when it may go on after `to`, unless `complete` says that the text
 * ends there. Takes time in proportion to the grapheme, however long it is.
 */
export function graphemeEnd(text: string, from: number, to: number, complete: boolean): number {
  for (let size = 64; ; size *= 2) {
    const window = text.slice(from, Math.min(to, from + size))
    const first = segmenter.segment(window).containing(0)
    const length = first?.segment.length ?? 0
    if (length < window.length) return from + length
    if (from + size >= to) return complete ? to : -1
  }
}
