/**
 * The tables behind `estimateTokens`: a small automaton over UTF-16 code units. Each step looks up the class of the unit,
 * adds a cost and remembers where in a word, number or run of marks it is. Costs are in 1/64 token, so that sums are exact.
 */
export const TOKEN_UNITS = 64

/** No code unit costs less than this; it bounds how long a text of a given number of tokens can be. */
const LEAST_COST = 2

const SPACE = 0
const NEWLINE = 1
const LOWER = 2
const UPPER = 3
const DIGIT = 4
const MARK = 5
const LATIN = 6
const ALPHABET = 7
const DENSE = 8
const SYLLABLE = 9
const IDEOGRAPH = 10
const WEIGHTY = 11
const ABJAD = 12
const OTHER = 13

export const NEWLINE_CLASS = NEWLINE

/** `[first, last, class]`, later rows over earlier ones. */
const CLASS_RANGES: readonly (readonly [number, number, number])[] = [
  [0x0000, 0xffff, OTHER],
  [0x0009, 0x0009, SPACE],
  [0x000a, 0x000d, NEWLINE],
  [0x0020, 0x0020, SPACE],
  [0x0021, 0x007e, MARK],
  [0x0030, 0x0039, DIGIT],
  [0x0041, 0x005a, UPPER],
  [0x0061, 0x007a, LOWER],
  [0x0085, 0x0085, NEWLINE],
  [0x00a0, 0x00a0, SPACE],
  [0x00a1, 0x00bf, MARK],
  [0x00c0, 0x024f, LATIN],
  [0x0300, 0x036f, WEIGHTY],
  [0x0370, 0x03ff, ABJAD],
  [0x0400, 0x052f, ALPHABET],
  [0x0530, 0x08ff, ABJAD],
  [0x0900, 0x109f, DENSE],
  [0x10a0, 0x10ff, ABJAD],
  [0x1100, 0x11ff, SYLLABLE],
  [0x1200, 0x1dff, DENSE],
  [0x1e00, 0x1eff, LATIN],
  [0x1f00, 0x1fff, ABJAD],
  [0x2000, 0x200a, SPACE],
  [0x2010, 0x2027, MARK],
  [0x2028, 0x2029, NEWLINE],
  [0x202f, 0x202f, SPACE],
  [0x2030, 0x205e, MARK],
  [0x3000, 0x3000, SPACE],
  [0x3001, 0x303f, IDEOGRAPH],
  [0x3040, 0x30ff, SYLLABLE],
  [0x3400, 0x9fff, IDEOGRAPH],
  [0xac00, 0xd7af, SYLLABLE],
  [0xd800, 0xdfff, WEIGHTY],
  [0xf900, 0xfaff, IDEOGRAPH],
  [0xff00, 0xffef, IDEOGRAPH],
]

/** Class of each UTF-16 code unit. */
export const UNIT_CLASS: Uint8Array = new Uint8Array(0x10000)
for (const [first, last, kind] of CLASS_RANGES) UNIT_CLASS.fill(kind, first, last + 1)

/** State before the first unit of a range, and after anything that leaves no trace. */
export const FIRST_STATE = 0
/** States 1 to 17 stand after that many letters of a word, or more for the last. */
const LONG_WORD = 17
const AFTER_CAPITAL = 18
const AFTER_CAPITALS = 19
const AFTER_MARK = 20
const AFTER_MARKS = 21
const AFTER_SPACE = 22
const AFTER_NEWLINE = 23
const AFTER_NEWLINES = 24
const AFTER_FOREIGN = 25
const STATES = 26

const letterCost = (place: number): number => {
  if (place <= 1) return 62
  if (place <= 4) return LEAST_COST
  if (place <= 8) return 4
  if (place <= 12) return 6
  if (place < LONG_WORD) return 16
  return 32
}

/** How many letters of a word stand before, for a state; 0 outside words. */
const lettersBefore = (state: number): number => {
  if (state === AFTER_CAPITAL || state === AFTER_CAPITALS) return 1
  return state <= LONG_WORD ? state : 0
}

/** Cost and next state for one step. */
function step(state: number, kind: number): readonly [cost: number, next: number] {
  const place = Math.min(lettersBefore(state) + 1, LONG_WORD)
  switch (kind) {
    case SPACE:
      return [LEAST_COST, AFTER_SPACE]
    case NEWLINE:
      if (state === AFTER_NEWLINES) return [LEAST_COST, AFTER_NEWLINES]
      return state === AFTER_NEWLINE ? [12, AFTER_NEWLINES] : [40, AFTER_NEWLINE]
    case LOWER:
      return [letterCost(place), place]
    case UPPER:
      if (state === AFTER_CAPITAL || state === AFTER_CAPITALS) return [24, AFTER_CAPITALS]
      return [place === 1 ? 62 : 44, AFTER_CAPITAL]
    case LATIN:
      return [letterCost(place) + 42, place]
    case DIGIT:
      return [38, FIRST_STATE]
    case MARK:
      if (state === AFTER_MARKS) return [30, AFTER_MARKS]
      return state === AFTER_MARK ? [40, AFTER_MARKS] : [56, AFTER_MARK]
    case ALPHABET:
      return [state === AFTER_FOREIGN ? 26 : 40, AFTER_FOREIGN]
    case ABJAD:
      return [38, FIRST_STATE]
    case DENSE:
      return [46, FIRST_STATE]
    case SYLLABLE:
      return [50, FIRST_STATE]
    case IDEOGRAPH:
      return [56, FIRST_STATE]
    case WEIGHTY:
      return [76, FIRST_STATE]
    default:
      return [72, FIRST_STATE]
  }
}

/** `STEPS[state << 4 | class]` is `cost << 5 | next state`. */
export const STEPS: Uint16Array = new Uint16Array(STATES << 4)
for (let state = 0; state < STATES; state++) {
  for (let kind = 0; kind <= OTHER; kind++) {
    const [cost, next] = step(state, kind)
    STEPS[(state << 4) | kind] = (cost << 5) | next
  }
}
