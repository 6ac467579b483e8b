import type { Range } from '#core/synthesis/pair'
import type { Unit } from '#core/verification/support/units'

/** A day as far as it is told. */
export interface DateParts {
  readonly year: number | null
  /** 1 to 12. */
  readonly month: number | null
  readonly day: number | null
}

/** `about`: rounded either way · `over`: a little more · `under`: not quite as much. */
export type Rounding = 'about' | 'over' | 'under'

/** A number of a text with what it counts or measures. */
export interface Quantity extends Range {
  /** As written, shortened. */
  readonly text: string
  /** Every reading of its digits, in its own unit; the first is the usual one. */
  readonly values: readonly number[]
  readonly kind: 'plain' | 'year' | 'date' | 'ordinal'
  readonly date: DateParts | null
  readonly unit: Unit | null
  /** Stems of the words (characters in Chinese) that name what is counted. */
  readonly nouns: readonly string[]
  /** The measure word of a Chinese count, 人 for all that count people; null where there is none or it counts anything (个). */
  readonly counter: string | null
  readonly rounding: Rounding | null
  /** A number up to twelve of no measure: often a way of speaking ("two reasons"). */
  readonly small: boolean
  /** Backs what another text says, but claims nothing itself ("one", 一, 十几). */
  readonly loose: boolean
  /** What a word behind its digits makes of them: a million, 万; else 1. */
  readonly scale: number
  /** Name of the unit that it holds for: a week of "15 crowns a week"; null where none is told. */
  readonly per: string | null
  /** The hours and the minutes of "one hour and forty minutes"; empty where it has one unit. */
  readonly parts: readonly Quantity[]
}

/** Relative difference within which a value that was converted to another unit is the same. */
const CONVERTED = 0.02
const EXACT = 1e-9
/** In minutes: up to it each unit of time is so many times the next one. */
const WEEK = 10_080

/**
 * Whether `source` backs `claim` (rules SUPPORT2, SUPPORT3): the same amount of the same measure, as far as both name one;
 * of a date the finest part that is claimed, and every part that both have.
 */
export function backs(source: Quantity, claim: Quantity): boolean {
  return (
    says(source, claim) || source.parts.some(part => (part.unit !== null || !isMeasured(claim)) && says(part, claim))
  )
}

function says(source: Quantity, claim: Quantity): boolean {
  // Nearly all are neither, and many pairs of numbers are compared.
  const day = isDay(claim) ? dayOf(claim) : null
  const other = isDay(source) ? dayOf(source) : null
  if (day !== null && other !== null) return sameDay(day, other)
  // "On the 1st" of every month.
  if (day?.month === null && day.year === null && source.kind === 'ordinal' && source.nouns.length === 0)
    return source.values[0] === day.day
  if (claim.kind === 'date') return false
  // 周日 is no count of seven.
  if ((claim.nouns[0] === '星期') !== (source.nouns[0] === '星期')) return false
  const [said, known] = [asOther(claim, source.unit), asOther(source, claim.unit)]
  if ((said.unit?.measures === 'clock') !== (known.unit?.measures === 'clock')) return false
  for (const x of said.values) for (const y of known.values) if (sameAmount(x, said.unit, y, known.unit)) return true
  return false
}

type Amount = Pick<Quantity, 'values' | 'unit'>

/**
 * An amount as the other one is told: a length an hour beside a speed (每小时158公里, 158 km/h), an hour beside a time of day
 * ("from 8 to five", 17:00), the 1600s beside the 17th century.
 */
function asOther(one: Quantity, other: Unit | null): Amount {
  const { values, unit, per, kind } = one
  const [value = Number.NaN] = values
  if (per === 'hour' && unit?.measures === 'length' && other?.measures === 'speed')
    return { values: values.map(amount => (amount * unit.factor) / 1000), unit: KMH }
  if (other?.measures === 'clock' && kind === 'plain' && isBare(one) && unit === null && value <= 24)
    return { values: [value * 60, (value * 60 + 720) % 1440], unit: other }
  // The 1950s may be the 50s, and are no 2050s.
  if (other?.measures === 'decade' && unit?.measures === 'decade')
    return { values: values.slice(0, value < 100 ? 2 : 1), unit }
  if (other?.measures === 'century' && unit?.measures === 'decade' && value >= 1000 && value % 100 === 0)
    return { values: [value / 100 + 1], unit: other }
  return one
}

const KMH: Unit = { name: 'km/h', measures: 'speed', factor: 1 }

/** The parts of a day that a year or a date tells. */
export function dayOf({ date, kind, values }: Quantity): DateParts | null {
  if (date !== null) return date
  return kind === 'year' ? { year: values[0] ?? null, month: null, day: null } : null
}

function sameDay(said: DateParts, known: DateParts): boolean {
  const differs = (x: number | null, y: number | null): boolean => x !== null && y !== null && x !== y
  if (differs(said.year, known.year) || differs(said.month, known.month) || differs(said.day, known.day)) return false
  if (said.day !== null) return known.day !== null
  if (said.month !== null) return known.month !== null
  return known.year !== null
}

function sameAmount(x: number, a: Unit | null, y: number, b: Unit | null): boolean {
  if (a === null || b === null || a.name === b.name) return close(x, y, EXACT) && measuresAlike(a, b)
  if (!measuresAlike(a, b)) return false
  if (a.measures !== b.measures) return close(x, y, EXACT) && isYearOfAge(a, b) && isPound(a, b)
  const isExact = a.factor === b.factor || (a.measures === 'time' && a.factor <= WEEK && b.factor <= WEEK)
  return close(x * a.factor, y * b.factor, isExact ? EXACT : CONVERTED)
}

/** Twelve years old are twelve years, and no twelve months. */
function isYearOfAge(a: Unit, b: Unit): boolean {
  if (a.measures !== 'age' && b.measures !== 'age') return true
  return (a.measures === 'age' ? b : a).name === 'year'
}

/** A pound of money may be a pound of weight by its name, and pence may not. */
function isPound(a: Unit, b: Unit): boolean {
  if (a.measures !== 'sterling' && b.measures !== 'sterling') return true
  return (a.measures === 'sterling' ? a : b).factor === 1
}

export function close(x: number, y: number, share: number): boolean {
  return Math.abs(x - y) <= share * Math.max(Math.abs(x), Math.abs(y), 1e-12)
}

const LIKE: ReadonlySet<string> = new Set([
  'degree temperature',
  'degree fahrenheit',
  'age time',
  'dollar yuan',
  'sterling mass',
])

/** Whether two units can stand for one another; an unnamed one can for any. */
export function measuresAlike(a: Unit | null, b: Unit | null): boolean {
  if (a === null || b === null || a.measures === b.measures) return true
  return LIKE.has(`${a.measures} ${b.measures}`) || LIKE.has(`${b.measures} ${a.measures}`)
}

/** Whether what they count is named by a common word. */
export function sameNoun(a: Quantity, b: Quantity): boolean {
  return a.nouns.some(noun => b.nouns.includes(noun))
}

/** Whether a number carries a measure of its own, which a bare count does not. */
export function isMeasured({ unit }: Quantity): boolean {
  return unit !== null && unit.measures !== 'count'
}

/** Whether two numbers could stand in the same place of a sentence: of one measure, both years, both counts of one thing. */
export function isSameKind(a: Quantity, b: Quantity): boolean {
  if (a.kind === 'year' || a.kind === 'date' || b.kind === 'year' || b.kind === 'date') return isDay(a) && isDay(b)
  if ((a.kind === 'ordinal') !== (b.kind === 'ordinal')) return false
  if (isMeasured(a) || isMeasured(b)) {
    if (a.unit === null || b.unit === null) return isBare(a) || isBare(b)
    return measuresAlike(a.unit, b.unit)
  }
  if (a.kind !== b.kind) return false
  if (sameNoun(a, b)) return true
  if (a.counter !== null && b.counter !== null) return a.counter === b.counter && (isBare(a) || isBare(b))
  if (countsOther(a, b) || countsOther(b, a)) return false
  return (isBare(a) || isBare(b)) && a.small === b.small
}

/** 62章 is nothing that 48万字 could be. */
function countsOther({ counter }: Quantity, { counter: other, nouns }: Quantity): boolean {
  return counter !== null && other === null && nouns.length > 0 && !nouns.some(noun => noun.includes(counter))
}

export function isDay({ kind }: Quantity): boolean {
  return kind === 'year' || kind === 'date'
}

/** A number that says nothing about what it counts. */
export function isBare({ unit, nouns }: Quantity): boolean {
  return (unit === null || unit.measures === 'count') && nouns.length === 0
}
