import type { PairKey } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'

/** Where a pair lies. */
export interface PairPlace {
  readonly document: number
  /** Start of the passage. */
  readonly start: number
  /** Sequence of the run. */
  readonly run: number
  /** Position among the pairs that the run wrote for the passage. */
  readonly place: number
}

/** Digits in base 36, so that keys compare as strings: 2·10⁹ documents and units, 1.6·10⁶ runs, 46 655 pairs. */
const DIGITS = { document: 6, start: 6, run: 4, place: 3 } as const
const START_AT = DIGITS.document
const RUN_AT = START_AT + DIGITS.start
const PLACE_AT = RUN_AT + DIGITS.run
const LENGTH = PLACE_AT + DIGITS.place

function digits(value: number, count: number): string {
  const text = value.toString(36).padStart(count, '0')
  if (text.length > count)
    throw new ProblemError({ kind: 'unexpected', detail: `number too large for a key: ${value}` })
  return text
}

/** Rule STORE6: document, start, run, place, in digits of fixed width. */
export function pairKeyOf({ document, start, run, place }: PairPlace): PairKey {
  return (
    digits(document, DIGITS.document) +
    digits(start, DIGITS.start) +
    digits(run, DIGITS.run) +
    digits(place, DIGITS.place)
  )
}

/** null for a string that is no key. */
export function placeOf(key: PairKey): PairPlace | null {
  if (key.length !== LENGTH || !/^[0-9a-z]+$/.test(key)) return null
  const number = (from: number, to: number): number => Number.parseInt(key.slice(from, to), 36)
  return {
    document: number(0, START_AT),
    start: number(START_AT, RUN_AT),
    run: number(RUN_AT, PLACE_AT),
    place: number(PLACE_AT, LENGTH),
  }
}

/** Negative, zero or positive, as the keys of two places compare. */
export function comparePlaces(a: PairPlace, b: PairPlace): number {
  return a.document - b.document || a.start - b.start || a.run - b.run || a.place - b.place
}
