import { remembered } from '#core/verification/support/remembered'

/** What Chinese numerals say. */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ...Array.from('〇零一二三四五六七八九', (character, i): [string, number] => [character, Math.max(0, i - 1)]),
  ...Array.from('壹贰叁肆伍陆柒捌玖', (character, i): [string, number] => [character, i + 1]),
  ['两', 2],
  ['兩', 2],
])

const STEPS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1_000],
  ['仟', 1_000],
])

const GROUPS: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
])

/** Longer runs of numerals are no number that anyone writes. */
const LONGEST = 40

/**
 * The number that a run of Chinese numerals says: 三百二十, 两千, 一九五三, 一百五 (150), 廿三. Null for what is no
 * number: 三四 (three or four), 十十.
 */
export const chineseNumber = remembered(numberOf)

function numberOf(run: string): number | null {
  if (run.length > LONGEST) return null
  const text = run.replace('廿', '二十').replace('卅', '三十')
  const characters = Array.from(text)
  if (characters.every(character => DIGITS.has(character))) return digitByDigit(characters)
  return positional(characters)
}

function digitByDigit(characters: readonly string[]): number | null {
  if (characters.length === 2 && !/[〇零]/u.test(characters.join(''))) return null
  return Number(characters.map(character => DIGITS.get(character)).join(''))
}

function positional(characters: readonly string[]): number | null {
  let total = 0
  let group = 0
  let digit: number | null = null
  let last = 1
  let zero = false
  for (const character of characters) {
    const value = DIGITS.get(character)
    const step = STEPS.get(character)
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null
      zero ||= value === 0
      digit = value
    } else if (step !== undefined) {
      // 十五 is fifteen, 三百十五 too; anything else needs its digit.
      if (digit === null && step > 10 && group === 0 && total === 0) digit = 1
      group += (digit ?? 1) * step
      digit = null
      last = step
      zero = false
    } else {
      const size = GROUPS.get(character) ?? 1
      const said = group + (digit ?? 0)
      if (size >= 1e8 && total > 0) total = (total + said) * size
      else total += (said === 0 ? 1 : said) * size
      group = 0
      digit = null
      last = size
      zero = false
    }
  }
  if (digit !== null) group += !zero && last > 10 && characters.length > 1 ? (digit * last) / 10 : digit
  return total + group
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** Cardinal words under a hundred. */
export const SMALL_WORDS: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, i): [string, number] => [word, i]),
  ...TENS.map((word, i): [string, number] => [word, (i + 2) * 10]),
])

export const SCALE_WORDS: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])

/** Tenfold, a hundredfold. */
export const FOLD_WORDS: ReadonlyMap<string, number> = new Map(
  [...SMALL_WORDS, ...SCALE_WORDS].filter(([, n]) => n > 1).map(([word, n]) => [`${word}fold`, n] as const),
)

const IRREGULAR: readonly (readonly [string, number])[] = [
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fifth', 5],
  ['eighth', 8],
  ['ninth', 9],
  ['twelfth', 12],
  ['hundredth', 100],
  ['thousandth', 1000],
]

/** Ordinal words: first … nineteenth, twentieth … ninetieth. */
export const ORDINAL_WORDS: ReadonlyMap<string, number> = new Map([
  ...ONES.slice(4).map((word, i): [string, number] => [`${word}th`, i + 4]),
  ...TENS.map((word, i): [string, number] => [`${word.slice(0, -1)}ieth`, (i + 2) * 10]),
  ...IRREGULAR,
])

/** Parts of a whole, in the plural too: two thirds, three quarters. */
export const PART_WORDS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ...[...ORDINAL_WORDS]
    .filter(([, n]) => n > 4)
    .flatMap(([word, n]): [string, number][] => [
      [word, n],
      [`${word}s`, n],
    ]),
])

/** ½ and its like. */
export const PART_MARKS: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅕', 1 / 5],
  ['⅛', 1 / 8],
])

/**
 * What digits with separators may say: 1,000 → 1000 · 1.000 → 1000 or 1 · 1,5 → 1.5 · 1 000 → 1000. Empty for what is no
 * number, such as 3.2.1.
 */
export const readingsOf = remembered(readings)

function readings(literal: string): readonly number[] {
  const text = literal.replace(/[\u2060\s'’]/gu, '')
  if (text.length > LONGEST) return []
  if (/^\d+$/u.test(text)) return [Number(text)]
  const found: number[] = []
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(text)) found.push(Number(text.replaceAll(',', '')))
  else if (/^\d+,\d+$/u.test(text)) found.push(Number(text.replace(',', '.')))
  if (/^\d+\.\d+$/u.test(text)) found.push(Number(text))
  if (/^\d{1,3}(?:\.\d{3})+$/u.test(text)) found.push(Number(text.replaceAll('.', '')))
  return found
}

/** Whether a number word behind "and" has a scale of its own that the number before "and" has reached: another number begins. */
export function isAsLarge(scale: string | undefined, last: number): boolean {
  const size = SCALE_WORDS.get(scale ?? '') ?? 0
  return last === 100 ? size === 100 : size >= last
}

/** Whether a number word goes on with what stands before it: twenty three, hundred five. */
export function fits(value: number, last: number): boolean {
  return last >= 100 ? value < 100 : last >= 20 && last < 100 && value < 10 && value > 0
}

/** "nineteen fifty": two numbers that make a year. */
export function isYearPair(first: number, second: number): boolean {
  return first >= 11 && first <= 20 && second >= 10
}

const EITHER: readonly string[] = '一两 两三 三四 四五 五六 六七 七八 八九'.split(' ')
const COUNTED = /^[个天年月周次小位名条只件种块元人]$/u

/** One or two, two or three …: the two numbers of which either is meant. 一两 may be a weight, but for where something is counted. */
export function eitherOf(text: string, behind: string): readonly number[] | null {
  const least = EITHER.indexOf(text) + 1
  return least === 0 || (least === 1 && !COUNTED.test(behind)) ? null : [least, least + 1]
}
