import { negates, tells } from '#core/verification/repeats/reworded/lexicon'
import type { HalfReading } from '#core/verification/repeats/reworded/reading'
import { wordsOf } from '#core/verification/repeats/reworded/words-of'
import { isPerson } from '#core/verification/support/chinese-names'
import { isMeasureWord } from '#core/verification/support/units'

/** Words (characters in Chinese) from which on answers are long enough to be held against each other in this way. */
const LEAST = 8
/** Places in which they may differ for so many words each, and how long a place may be. */
const WORDS_EACH = 5
const MOST_PLACES = 4
const LONGEST = 3

const HAN = /\p{sc=Han}/u
const CAPITAL = /^\p{Lu}/u
/** Verbs that say little beside what they go with, and may stand for many others: make bullets, cast bullets. */
const LIGHT_VERBS: ReadonlySet<string> = new Set(
  'make made let keep kept hold held put lie lay stand stood bring brought carry become became remain'
    .split(' ')
    .flatMap(word => wordsOf(word).map(one => one.word)),
)
/** To one question these make no other answer. */
const SOFT: ReadonlySet<string> = new Set(
  'may can will would also still already again yet even exactly if that 能 可能 会 来 去 老 已 曾 还 就'.split(' '),
)
/** Says in Chinese where a deed leads to, behind its verb: 加入 for 加, 卖掉 for 卖. */
const COMPLEMENT: ReadonlySet<string> = new Set('入 出 上 下 到 成 掉 完 好 起 来 去 过 进 住 开'.split(' '))

/** Leads to the thing that something is done to, as 将 does, which is no word here. */
const LEADING = '把'

/** A piece that only one answer has, or one in the place of another. */
interface Place {
  readonly a: readonly [from: number, to: number]
  readonly b: readonly [from: number, to: number]
}

/**
 * Whether two long answers to one question differ only in a few words that make no other answer (rule DUP11). Linear: a place
 * that differs has a few words, behind which both go on alike.
 */
export function isNearlySame(a: HalfReading, b: HalfReading, passage: () => string): boolean {
  const [short, long] = [Math.min(a.bare.length, b.bare.length), Math.max(a.bare.length, b.bare.length)]
  if (short < LEAST || long - short > MOST_PLACES * LONGEST) return false
  const most = Math.min(MOST_PLACES, Math.floor(short / WORDS_EACH))
  const places = placesOf(a.bare, b.bare, most)
  return places?.every(place => isHarmless(a, b, place, passage)) === true
}

/** Where they differ, in order; null where that is more than in a few places. */
function placesOf(a: readonly string[], b: readonly string[], most: number): readonly Place[] | null {
  const places: Place[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      i += 1
      j += 1
      continue
    }
    const next = meetingOf(a, b, i, j)
    if (next === null || places.length === most) return null
    places.push({ a: [i, next[0]], b: [j, next[1]] })
    ;[i, j] = next
  }
  return places
}

/** Where both go on with the same two words, or end, after at most so many. */
function meetingOf(a: readonly string[], b: readonly string[], i: number, j: number): readonly [number, number] | null {
  for (let sum = 1; sum <= 2 * LONGEST; sum += 1)
    for (let x = Math.max(0, sum - LONGEST); x <= Math.min(sum, LONGEST); x += 1) {
      const [p, q] = [i + x, j + sum - x]
      if (p > a.length || q > b.length) continue
      if (a[p] === b[q] && a[p + 1] === b[q + 1]) return [p, q]
    }
  return null
}

function isHarmless(a: HalfReading, b: HalfReading, place: Place, passage: () => string): boolean {
  const [one, other] = [pieceOf(a, place.a), pieceOf(b, place.b)]
  if (isComplement(one, other) || [...one.raw, ...other.raw].every(word => word === LEADING || isMeasureWord(word)))
    return true
  const words = [...withoutComplement(one), ...withoutComplement(other)]
  if (words.some(word => tells(word) && !negates(word) && !SOFT.has(word))) return false
  // Not and never.
  if (words.filter(negates).length % 2 === 1) return false
  if ([...one.raw, ...other.raw].some(raw => CAPITAL.test(raw))) return false
  if (isPerson(one.raw.join('')) || isPerson(other.raw.join(''))) return false
  if (one.bare.length === 1 && other.bare.length === 1 && words.some(word => LIGHT_VERBS.has(word))) return true
  // A word of the passage in the place of another one of it is another answer.
  const isMore = one.bare.length === 0 || other.bare.length === 0
  return !(isKnown(one, passage, isMore) && isKnown(other, passage, isMore))
}

interface Piece {
  readonly bare: readonly string[]
  readonly raw: readonly string[]
  /** The words on either side. */
  readonly before: string
  readonly behind: string
}

function pieceOf({ bare, raw }: HalfReading, [from, to]: readonly [number, number]): Piece {
  return { bare: bare.slice(from, to), raw: raw.slice(from, to), before: raw[from - 1] ?? '', behind: raw[to] ?? '' }
}

/** One answer has a character more that only says where the verb before it leads. */
function isComplement(one: Piece, other: Piece): boolean {
  const [more, none] = one.raw.length > other.raw.length ? [one, other] : [other, one]
  const [character = ''] = more.raw
  return (
    none.raw.length === 0 &&
    more.raw.length === 1 &&
    COMPLEMENT.has(character) &&
    HAN.test(more.before) &&
    !tells(more.before)
  )
}

/** 遇到 for 遭: a verb without what says where it leads. */
function withoutComplement({ bare, raw }: Piece): readonly string[] {
  return bare.length > 1 && COMPLEMENT.has(raw.at(-1) ?? '') && HAN.test(raw.at(-2) ?? '') ? bare.slice(0, -1) : bare
}

/** Whether the passage knows a piece; one Han character with one beside it, or with both where only one answer has it. */
function isKnown({ raw, before, behind }: Piece, passage: () => string, both: boolean): boolean {
  if (raw.length === 0) return true
  const han = raw.filter(word => HAN.test(word))
  if (han.length === raw.length) {
    const piece = raw.join('')
    const sides = [HAN.test(before) ? before + piece : '', HAN.test(behind) ? piece + behind : ''].filter(
      side => side !== '',
    )
    if (piece.length > 1 || sides.length === 0) return passage().includes(piece)
    return both ? sides.every(side => passage().includes(side)) : sides.some(side => passage().includes(side))
  }
  return raw.some(word => passage().includes(word.toLowerCase()))
}
