import {
  chineseNumber,
  eitherOf,
  fits,
  FOLD_WORDS,
  isAsLarge,
  isYearPair,
  ORDINAL_WORDS,
  PART_MARKS,
  PART_WORDS,
  readingsOf,
  SCALE_WORDS,
  SMALL_WORDS,
} from '#core/verification/support/numerals'
import { isFunctionWord } from '#core/verification/support/little-words'
import type { Token } from '#core/verification/support/tokens'

/** A number as a text says it, before what it counts is known. */
export interface NumberPhrase {
  readonly values: readonly number[]
  /** Index of the token behind it. */
  readonly next: number
  readonly form: 'digits' | 'words' | 'numerals'
  readonly kind: 'plain' | 'ordinal' | 'share' | 'decade'
  /** Less than it seems: a way of speaking (一, 十几, "one"). */
  readonly loose: boolean
  /** What a word behind the digits makes of them: a million, 万. */
  readonly scale: number
}

/** The number that begins at token `i`, or null. */
export function numberAt(tokens: readonly Token[], i: number): NumberPhrase | null {
  const token = tokens[i]
  if (token === undefined) return null
  if (token.kind === 'number') return digitsAt(tokens, i, token)
  if (token.kind === 'numeral') return numeralAt(tokens, i, token)
  if (token.kind === 'word') return wordsAt(tokens, i, token)
  const part = PART_MARKS.get(token.text)
  return part === undefined ? null : phrase('digits', [part], i + 1, 'share')
}

/** All phrases are made here, so that they are of one shape: a passage has many, and reading them is then quick. */
function phrase(
  form: NumberPhrase['form'],
  values: readonly number[],
  next: number,
  kind: NumberPhrase['kind'] = 'plain',
  loose = false,
  scale = 1,
): NumberPhrase {
  return { values, next, form, kind, loose, scale }
}

function touches(tokens: readonly Token[], i: number): boolean {
  return tokens[i] !== undefined && tokens[i - 1]?.end === tokens[i].start
}

/** 5千, 8万, and 8 万 as some write it. */
function isScale(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  if (token?.kind !== 'numeral') return false
  if (touches(tokens, i)) return /^[十百千万亿]+$/u.test(token.text)
  return token.start - (tokens[i - 1]?.end ?? 0) === 1 && /^[万亿]+$/u.test(token.text)
}

const SUFFIX: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th'])

function digitsAt(tokens: readonly Token[], i: number, token: Token): NumberPhrase | null {
  let values = readingsOf(token.text)
  if (values.length === 0) return null
  let next = i + 1
  if (tokens[i - 1]?.text === '第') return phrase('digits', values, next, 'ordinal')
  const behind = tokens[next]
  if (behind !== undefined && touches(tokens, next)) {
    if (SUFFIX.has(behind.text)) return phrase('digits', values, next + 1, 'ordinal')
    if (behind.text === 's' && /^\d{3}0$|^\d0$/u.test(token.text)) return phrase('digits', values, next + 1, 'decade')
    const part = PART_MARKS.get(behind.text)
    if (part !== undefined)
      return phrase(
        'digits',
        values.map(value => value + part),
        next + 1,
      )
  }
  const fraction = fractionAt(tokens, i)
  if (fraction !== null) return fraction
  if (isScale(tokens, next)) {
    const large = scaled(tokens, i)
    if (large !== null) return large
  }
  // "300 million", "2 dozen", "3 and a half"
  const scale = SCALE_WORDS.get(behind?.word ?? '')
  const times = scale ?? (behind?.word === 'dozen' ? 12 : null)
  const isThousands = behind?.word === 'k' && touches(tokens, next)
  if (times !== null || isThousands) next += 1
  if (times !== null) values = values.map(value => value * times)
  // 18k may also be kelvins.
  else if (isThousands) values = values.flatMap(value => [value * 1000, value])
  const share = outOf(tokens, values[0] ?? 0, next)
  if (share !== null) return share
  const part = partBehind(tokens, next)
  if (part !== null)
    return phrase(
      'digits',
      values.map(value => value + part.plus),
      part.next,
    )
  return phrase('digits', values, next, 'plain', false, scale)
}

/** 3/4, where neither side is part of a longer row (dates, paths). */
function fractionAt(tokens: readonly Token[], i: number): NumberPhrase | null {
  if (tokens[i + 1]?.text !== '/') return null
  const [above, , below] = tokens.slice(i, i + 3)
  if (below?.kind !== 'number' || !touches(tokens, i + 1) || !touches(tokens, i + 2)) return null
  if (touches(tokens, i + 3) && tokens[i + 3]?.text === '/') return null
  if (tokens[i - 1]?.text === '/' && touches(tokens, i)) return null
  const [x, y] = [Number(above?.text), Number(below.text)]
  if (!(x > 0 && y > 1 && x < y && y <= 100)) return null
  return phrase('digits', [x / y], i + 3, 'share')
}

/** 1.5万 · 3亿2000万 · 2万5千. Each part is smaller than the one before. */
function scaled(tokens: readonly Token[], i: number): NumberPhrase | null {
  let total = 0
  let at = i
  let smallest = Infinity
  while (tokens[at]?.kind === 'number' && isScale(tokens, at + 1) && (at === i || touches(tokens, at))) {
    const factor = scaleOf(tokens[at + 1]?.text ?? '')
    const [value] = readingsOf(tokens[at]?.text ?? '')
    if (factor === null || value === undefined || factor >= smallest) break
    // 千克 and 千米 are units of their own.
    if (factor === 1000 && /^[克米瓦卡赫帕伏焦字]$/u.test(tokens[at + 2]?.text ?? '')) break
    total += value * factor
    smallest = factor
    at += 2
  }
  return at === i ? null : phrase('digits', [total], at, 'plain', false, smallest)
}

function scaleOf(run: string): number | null {
  let factor = 1
  for (const character of run) {
    const one = chineseNumber(`一${character}`)
    if (one === null) return null
    factor *= one
  }
  return factor
}

const SOME: ReadonlySet<string> = new Set('几数余')
/** Chinese numerals that are part of a word more often than a number, or say only "some". */
const NO_NUMBER = /^(?:一+|千万|万万?|亿万?|百|千|万亿)$/u

function numeralAt(tokens: readonly Token[], i: number, token: Token): NumberPhrase | null {
  const before = tokens[i - 1]?.text ?? ''
  const behind = tokens[i + 1]?.text ?? ''
  if (token.text === '半') return phrase('numerals', [0.5], i + 1, 'share')
  const part = partsAt(tokens, i, token)
  if (part !== null) return part
  if (behind === '点' && touches(tokens, i + 1)) {
    const decimal = decimalAt(tokens, i, token)
    if (decimal !== null) return decimal
  }
  let text = token.text
  // 千 before a unit is part of the unit: 五千克 is five kilograms, and five thousand grams as well.
  const thousand = text.length > 1 && text.endsWith('千') && /^[克米瓦卡赫帕伏焦字]$/u.test(behind)
  if (thousand) text = text.slice(0, -1)
  const either = before === '第' ? null : eitherOf(text, behind)
  if (either !== null) return phrase('numerals', either, i + 1)
  const plain = chineseNumber(text)
  const value = plain === null || !thousand ? plain : plain * 1000
  if (value === null) return null
  const next = i + 1
  if (before === '第') return phrase('numerals', [value], next, 'ordinal', value < 2)
  // 多少亿元 asks.
  if (before === '少' && tokens[i - 2]?.text === '多') return null
  const some = SOME.has(before) || behind === '几' || (NO_NUMBER.test(text) && !/^[\d.]+$/u.test(before))
  return phrase('numerals', [value], next, 'plain', some || (text === '十' && behind === '分'))
}

/** 三分之一 · 百分之五 · 百分之3.5: the part comes last. */
function partsAt(tokens: readonly Token[], i: number, token: Token): NumberPhrase | null {
  if (tokens[i + 1]?.text !== '分' || tokens[i + 2]?.text !== '之') return null
  const whole =
    token.text === '百' ? 100 : token.text === '千' ? 1000 : token.text === '万' ? 10_000 : chineseNumber(token.text)
  if (whole === null || whole === 0) return null
  const above = tokens[i + 3]
  if (above === undefined) return null
  const inner = above.kind === 'number' ? digitsAt(tokens, i + 3, above) : plainNumeral(tokens, i + 3, above)
  if (inner === null) return null
  return phrase(
    'numerals',
    inner.values.map(value => value / whole),
    inner.next,
    'share',
  )
}

/** A numeral that is no part of a whole itself. */
function plainNumeral(tokens: readonly Token[], i: number, token: Token): NumberPhrase | null {
  if (token.kind !== 'numeral') return null
  const decimal = tokens[i + 1]?.text === '点' ? decimalAt(tokens, i, token) : null
  const value = chineseNumber(token.text)
  return decimal ?? (value === null ? null : phrase('numerals', [value], i + 1))
}

/** 三点五, 零点八 */
function decimalAt(tokens: readonly Token[], i: number, token: Token): NumberPhrase | null {
  const behind = tokens[i + 2]
  const whole = chineseNumber(token.text)
  if (behind?.kind !== 'numeral' || whole === null || !/^[〇零一二三四五六七八九]+$/u.test(behind.text)) return null
  // "三点三十分" is a time of day and has a ten in it; "三点五分" is one as well.
  if (/^[分刻]$/u.test(tokens[i + 3]?.text ?? '')) return null
  const digits = Array.from(behind.text, character => chineseNumber(character)).join('')
  return phrase('numerals', [Number(`${whole}.${digits}`)], i + 3)
}

function wordsAt(tokens: readonly Token[], i: number, first: Token): NumberPhrase | null {
  let at = i
  const word = first.word
  if ((word === 'a' || word === 'an') && !startsScale(tokens[i + 1]?.word))
    return shareAt(tokens, 1, i + 1) ?? perhapsShareAt(tokens, i) ?? oneTimeAt(tokens, i)
  if (word === 'half') return shareAt(tokens, 1, i)
  const fold = FOLD_WORDS.get(word)
  if (fold !== undefined) return phrase('words', [fold], i + 1, 'plain', true)
  if (!SMALL_WORDS.has(word) && !ORDINAL_WORDS.has(word) && word !== 'a' && word !== 'an' && word !== 'dozen')
    return null
  let total = 0
  let current: number | null = null
  let ordinal = false
  let last = Infinity
  if (word === 'a' || word === 'an') {
    current = 1
    at += 1
  }
  while (at < tokens.length && !ordinal) {
    const token = tokens[at]
    if (token === undefined) break
    const behind = tokens[at + 1]
    if (token.text === '-' && behind?.kind === 'word' && current !== null && isNumberWord(behind.word)) {
      if (touches(tokens, at) && touches(tokens, at + 1) && last >= 20) at += 1
      else break
      continue
    }
    // "two hundred and five", not "two and three", nor "between one hundred and one hundred and fifty"
    if (
      token.word === 'and' &&
      (last === 100 || (current === null && total > 0)) &&
      isCardinal(behind?.word) &&
      !isAsLarge(tokens[at + 2]?.word, last)
    ) {
      at += 1
      continue
    }
    const scale = SCALE_WORDS.get(token.word)
    const small: number | undefined = SMALL_WORDS.get(token.word)
    const place = ORDINAL_WORDS.get(token.word)
    if (scale === 100) {
      current = (current ?? 1) * 100
      last = 100
    } else if (scale !== undefined) {
      total += (current ?? 1) * scale
      current = null
      last = scale
    } else if (token.word === 'dozen') {
      current = (current ?? 1) * 12
      at += 1
      break
    } else if (small !== undefined && (current === null || fits(small, last))) {
      current = (current ?? 0) + small
      last = small >= 20 ? small : 1
    } else if (small !== undefined && current !== null && isYearPair(current, small) && last !== 100) {
      current = current * 100 + small
      last = small >= 20 ? small : 1
    } else if (place !== undefined && (current === null || fits(place, last))) {
      if (current !== null && PART_WORDS.has(token.word) && last === 1) break
      current = (current ?? 0) + place
      ordinal = true
    } else break
    at += 1
  }
  if (at === i || (current === null && total === 0)) return null
  const value = total + (current ?? 0)
  if (ordinal) return phrase('words', [value], at, 'ordinal', value < 3)
  const share = shareAt(tokens, value, at) ?? outOf(tokens, value, at)
  if (share !== null) return share
  const part = partBehind(tokens, at)
  if (part !== null) return phrase('words', [value + part.plus], part.next)
  const scale = current === null && last >= 1000 && last < Infinity ? last : 1
  return phrase('words', [value], at, 'plain', (value === 1 && at === i + 1) || word === 'a', scale)
}

const STARTS: ReadonlySet<string> = new Set([
  ...FOLD_WORDS.keys(),
  ...SMALL_WORDS.keys(),
  ...ORDINAL_WORDS.keys(),
  'a',
  'an',
  'half',
  'dozen',
])

/** Whether a number can begin with a word. */
export function beginsNumber(word: string): boolean {
  return STARTS.has(word)
}

/** Whether a number can begin with "a" or "an" before this word: a million, a dozen, a third. */
export function followsArticle(word: string | undefined): boolean {
  return word === '-' || startsScale(word) || (word !== undefined && (PART_WORDS.has(word) || TIMES.has(word)))
}

function startsScale(word: string | undefined): boolean {
  return word !== undefined && (SCALE_WORDS.has(word) || word === 'dozen')
}

function isCardinal(word: string | undefined): boolean {
  return word !== undefined && SMALL_WORDS.has(word)
}

function isNumberWord(word: string): boolean {
  return SMALL_WORDS.has(word) || ORDINAL_WORDS.has(word) || SCALE_WORDS.has(word)
}

/** "two thirds", "a quarter of", "half": `at` is the word of the part; null where there is none. */
function shareAt(tokens: readonly Token[], count: number, at: number): NumberPhrase | null {
  const from = tokens[at]?.text === '-' ? at + 1 : at
  const word = tokens[from]?.word ?? ''
  const parts = PART_WORDS.get(word)
  if (parts === undefined || count >= parts) return null
  const certain =
    word === 'half' ||
    word === 'halves' ||
    word.startsWith('quarter') ||
    (count > 1 && word.endsWith('s')) ||
    (parts > 2 && tokens[at - 1]?.word === 'one')
  if (!certain && tokens[from + 1]?.word !== 'of') return null
  const large = SCALE_WORDS.get(tokens[from + 2]?.word ?? '')
  // "half a million"
  if (large !== undefined && tokens[from + 1]?.word === 'a') return phrase('words', [(count / parts) * large], from + 3)
  return phrase('words', [count / parts], from + 1, 'share')
}

/** "a third run on Windows": a part or a place in a row, so it claims neither. */
function perhapsShareAt(tokens: readonly Token[], i: number): NumberPhrase | null {
  const parts = PART_WORDS.get(tokens[i + 1]?.word ?? '')
  if (parts === undefined) return null
  return phrase('words', [1 / parts, parts], i + 2, 'ordinal', true)
}

const TIMES: ReadonlySet<string> = new Set('minute hour day week month year fortnight decade century'.split(' '))
const LASTING: ReadonlySet<string> = new Set(
  'for in within after about around over nearly almost than last lasts lasted take takes took needs needed of half'.split(
    ' ',
  ),
)
const LONG: ReadonlySet<string> = new Set('long later before after ago earlier more longer'.split(' '))

/** "for an hour", "a week later": one of it, where it is no rate ("two a day"); "an hour and a half" claims it. */
function oneTimeAt(tokens: readonly Token[], i: number): NumberPhrase | null {
  if (!TIMES.has(tokens[i + 1]?.word ?? '')) return null
  if (partBehind(tokens, i + 2) !== null) return phrase('words', [1], i + 1)
  if (tokens[i + 2]?.word === 'and' && /^an?$/u.test(tokens[i + 3]?.word ?? '')) return null
  const lasts = LASTING.has(tokens[i - 1]?.word ?? '') || LONG.has(tokens[i + 2]?.word ?? '')
  return lasts ? phrase('words', [1], i + 1, 'plain', true) : null
}

/** "one in ten", "3 out of 4": `at` is the index behind the first number. */
function outOf(tokens: readonly Token[], count: number, at: number): NumberPhrase | null {
  // "Two nests out of three"
  if (tokens[at]?.kind === 'word' && tokens[at + 1]?.word === 'out' && tokens[at + 2]?.word === 'of') at += 1
  const out = tokens[at]?.word === 'out' && tokens[at + 1]?.word === 'of'
  // "one in ten", "one moth in three"
  const apart = count === 1 && tokens[at]?.word !== 'in' && tokens[at]?.kind === 'word' && tokens[at + 1]?.word === 'in'
  if (!out && !apart && !(tokens[at]?.word === 'in' && count === 1)) return null
  const from = out || apart ? at + 2 : at + 1
  const token = tokens[from]
  if (token === undefined || token.kind === 'mark' || token.word === 'a' || token.word === 'an') return null
  const whole = SMALL_WORDS.get(token.word) ?? (token.kind === 'number' ? readingsOf(token.text)[0] : undefined)
  if (whole === undefined || whole <= count || whole > 1000) return null
  const behind = tokens[from + 1]
  if (apart && (behind?.kind === 'number' || (behind?.kind === 'word' && !isFunctionWord(behind.word)))) return null
  return phrase('words', [count / whole], from + 1, 'share')
}

/** What "and a half", "and three quarters" at `at` adds, with the index behind it. */
export function partBehind(
  tokens: readonly Token[],
  at: number,
): { readonly plus: number; readonly next: number } | null {
  if (tokens[at]?.word !== 'and') return null
  const count = tokens[at + 1]?.word ?? ''
  const part = /^(?:half|quarters?)$/u.exec(tokens[at + 2]?.word ?? '')?.[0]
  if (part === undefined || !/^(?:a|one|three)$/u.test(count)) return null
  return { plus: part === 'half' ? 0.5 : count === 'three' ? 0.75 : 0.25, next: at + 3 }
}
