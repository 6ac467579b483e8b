import { dayOf, type Quantity } from '#core/verification/support/quantity'

/** Times that are laid beside one another; more than any answer reckons with. */
const PARTS = 48
const DECADE_IN_MINUTES = 5_259_600

/**
 * Whether a time follows from others (SUPPORT4): "18 years" of 1822 and 1840, "the 19th century" or "the 1820s" of 1822, three
 * hours of 9:00 and 12:00, 2024 of 2019 and five years, two years before of "for the third year".
 */
export function followsFromTimes(claim: Quantity, sources: readonly Quantity[]): boolean {
  const [value] = claim.values
  if (value === undefined) return false
  const years = sources.flatMap(source => dayOf(source)?.year ?? []).slice(0, PARTS)
  const measures = claim.unit?.measures
  if (measures === 'century')
    return years.some(
      year => Math.ceil(Math.abs(year) / 100) === value || Math.floor(Math.abs(year) / 100) + 1 === value,
    )
  if (measures === 'decade')
    return years.some(year => {
      const decade = Math.floor(year / 10) * 10
      // The 1600s are a century as well.
      return decade === value || decade % 100 === value || (value % 100 === 0 && decade - (decade % 100) === value)
    })
  if (claim.kind === 'year') return isAfterSpan(value, years, sources)
  if (isNth(value, claim, sources) || countsSeasons(value, claim, sources)) return true
  if (measures === 'time' && isBetween(value * (claim.unit?.factor ?? 1), claim, sources)) return true
  const span = claim.unit?.name === 'year' || claim.unit?.name === 'decade' || measures === 'age'
  if (!span) return false
  const length = claim.unit?.factor === DECADE_IN_MINUTES ? value * 10 : value
  const off = claim.rounding === null ? 0 : Math.max(1, length * 0.06)
  // Who is born in August is a year younger up to then.
  const early = measures === 'age' && sources.some(source => dayOf(source)?.month != null) ? 1 : 0
  // Forty years from twenty to sixty.
  const ages =
    measures === 'time' ? sources.flatMap(({ unit, values: [age = 0] }) => (unit?.measures === 'age' ? [age] : [])) : []
  if (ages.slice(0, PARTS).some((a, i) => ages.slice(i + 1, PARTS).some(b => Math.abs(a - b) === length))) return true
  return years.some(a => years.some(b => a > b && a - b - length <= off + early && a - b - length >= -off))
}

function isAfterSpan(year: number, years: readonly number[], sources: readonly Quantity[]): boolean {
  const spans = sources.flatMap(({ unit, values }) => (unit?.name === 'year' ? values.slice(0, 1) : [])).slice(0, PARTS)
  return spans.some(span => span > 0 && years.some(one => one + span === year || one - span === year))
}

/** "unchanged for the third year": so in the two years before. */
function isNth(value: number, { unit }: Quantity, sources: readonly Quantity[]): boolean {
  return (
    unit !== null &&
    sources.some(source => source.kind === 'ordinal' && source.values[0] === value + 1 && source.nouns[0] === unit.name)
  )
}

/** What happens once a year: the first and the last one count, "five seasons, from 1990 to 1994". */
const SEASONS: ReadonlySet<string> = new Set(
  'season summer winter spring autumn edition campaign tournament festival harvest 届 季 赛季 个赛 夏天 个夏 冬天 个冬'.split(
    ' ',
  ),
)
/** Units between the two years of a range. */
const RANGE = 6

function countsSeasons(value: number, { unit, nouns, counter }: Quantity, sources: readonly Quantity[]): boolean {
  if (unit !== null && unit.measures !== 'count') return false
  if (!nouns.some(noun => SEASONS.has(noun)) && !SEASONS.has(counter ?? '')) return false
  return sources.some((from, i) => {
    const to = sources[i + 1]
    const [first, last] = [dayOf(from)?.year, to === undefined ? null : dayOf(to)?.year]
    if (to === undefined || first == null || last == null || to.start < from.end) return false
    return to.start - from.end <= RANGE && last - first + 1 === value
  })
}

/** The time between two times of day or two days; months and weeks only as far as they can be counted in days. */
function isBetween(minutes: number, { rounding, unit }: Quantity, sources: readonly Quantity[]): boolean {
  const clocks = sources.filter(source => source.unit?.measures === 'clock').slice(0, PARTS)
  const off = rounding === null ? 0 : minutes * 0.06
  const near = clocks.some((from, i) =>
    clocks.slice(i + 1).some(to => from.values.some(a => to.values.some(b => isApart(Math.abs(b - a), minutes, off)))),
  )
  if (near) return true
  const days = sources.flatMap(source => dayNumber(source) ?? []).slice(0, PARTS)
  const whole = Math.min(unit?.factor ?? 1, MONTH)
  if (whole < DAY) return false
  // "From 1 May to 15 May" may count its last day; three months and some days are three months or nearly four.
  const [less, more] =
    whole === DAY
      ? [rounding === null ? 0 : DAY, DAY + off]
      : Array<number>(2).fill(whole * (rounding === null ? 0.2 : 0.5))
  return days.some((a, i) =>
    days.slice(i + 1).some(b => {
      const over = minutes - Math.abs(a - b) * DAY
      return over >= -(less ?? 0) && over <= (more ?? 0)
    }),
  )
}

/** Also from an evening to the next morning. */
function isApart(apart: number, minutes: number, off: number): boolean {
  return Math.abs(apart - minutes) <= off || Math.abs(DAY - apart - minutes) <= off
}

const DAY = 1440
const MONTH = 43_830

/** Words that name a length of time without a number, with its days. */
const NAMED: readonly (readonly [RegExp, number])[] = [
  [/前天|后天|前日|\bday (?:before yesterday|after tomorrow)\b/iu, 2],
  [/大前天|大后天/u, 3],
  [/\bfortnight/iu, 14],
  [/季度|每季|按季|\bquarterly\b|\b(?:a|per|each|every) quarter\b/iu, 3 * 30.4375],
  [/半年|\bhalf[- ]year/iu, 6 * 30.4375],
]

/** Two days of 前天, two weeks of a fortnight. */
export function isNamedSpan({ values: [value], unit }: Quantity, text: string): boolean {
  if (value === undefined || unit?.measures !== 'time' || unit.factor < DAY) return false
  const days = (value * unit.factor) / DAY
  return NAMED.some(([words, length]) => length === days && words.test(text))
}

/** Days since 1970 of a day that is told with its month; without a year, as in one year. */
function dayNumber({ date }: Quantity): number | null {
  if (date?.month == null || date.day === null) return null
  return Date.UTC(date.year ?? NO_YEAR, date.month - 1, date.day) / (DAY * 60_000)
}

/** A year without a 29th of February. */
const NO_YEAR = 2001
