import { DIMENSIONS, lookUp } from '#core/verification/repeats/reworded/lexicon'
import { type TextWord, wordsOf } from '#core/verification/repeats/reworded/words-of'

/** Code units of a half up to which pairs are compared in this way: longer ones are hardly ever the same by chance. */
const MOST_UNITS = 2_000

/** A half of a pair as it is compared. */
export interface HalfReading {
  /** Words in order, those that join others among them; what asks is `?`. */
  readonly full: readonly string[]
  /** The same without words that join and without what asks. */
  readonly bare: readonly string[]
  /** As the words of `bare` stand in the text. */
  readonly raw: readonly string[]
  /** What is asked for (`who`, `when` …); '' where nothing is. */
  readonly kind: string
  /** How many words of `bare` stand before what asks; -1 where nothing does. */
  readonly askedAt: number
  /** Whether something belongs to what stands before it: the island's only town. */
  readonly owns: boolean
}

/** A pair as it is compared with others of its passage. */
export interface Reading {
  readonly asked: HalfReading
  readonly said: HalfReading
}

function rawOf(words: readonly TextWord[], at: number, length: number): string {
  let raw = ''
  for (let i = at; i < at + length; i++) raw += words[i]?.raw ?? ''
  return raw
}

/** null for pairs that are too long for it, or without a word in the response. Linear in the length. */
export function readingOf({ instruction, response }: { instruction: string; response: string }): Reading | null {
  if (instruction.length > MOST_UNITS || response.length > MOST_UNITS) return null
  const said = halfOf(response, false)
  return said.bare.length === 0 ? null : { asked: halfOf(instruction, true), said }
}

const OWNS = /\p{L}['’]s(?!\p{L})/u
const PERSONS = new Set(['名', '位'])

function halfOf(text: string, asks: boolean): HalfReading {
  const words = wordsOf(text)
  const full: string[] = []
  const bare: string[] = []
  const raw: string[] = []
  let kind = ''
  let askedAt = -1
  const keep = (word: string, as: string): void => {
    full.push(word)
    bare.push(word)
    raw.push(as)
  }
  for (let at = 0; at < words.length; ) {
    // Only the first phrase tells what is asked for; `tell me` leaves it open.
    const open = asks && (kind === '' || kind === 'tell')
    const found = lookUp(words, at, open ? (full.length === 0 ? 'start' : 'yes') : 'no')
    const length = found?.length ?? 1
    const as = rawOf(words, at, length)
    const { word = '', capitals = false } = words[at] ?? {}
    at += length
    if (found?.asking != null) {
      kind = found.asking.kind
      if (kind !== 'yes-no' && kind !== 'tell') {
        full.push('?')
        askedAt = bare.length
      }
      if (found.asking.word !== null) keep(found.asking.word, as)
      if (kind !== 'yes-no') continue
    }
    const role = found?.role ?? null
    if (role === null) {
      // Persons are counted by one measure word or another: 三名工人, 三位工人.
      if (!(PERSONS.has(word) && /\p{Nd}/u.test(full.at(-1) ?? '')) && found?.asking == null) keep(word, as)
    } else if (role.weight === 'word' || capitals) keep(capitals ? word : role.word, as)
    else if (role.weight === 'light') full.push(role.word)
  }
  // 是谁创办的, and 谁创办.
  if (full.at(-1) === '的') full.pop()
  if (kind === 'what' && bare.some(word => DIMENSIONS.has(word))) kind = 'amount'
  return { full, bare, raw, kind, askedAt, owns: OWNS.test(text) }
}
