import type { DateParts, Quantity } from '#core/verification/support/quantity'
import { SHARE, unitNamed } from '#core/verification/support/units'

/**
 * What numbers of one text tell of one another: ranges, scales and months said once, centuries, amounts in several units (rules
 * SUPPORT2, SUPPORT3). Linear in their number.
 */
export function inRows(found: readonly Quantity[], text: string): Quantity[] {
  const read: Quantity[] = []
  let date: DateParts | null = null
  for (const quantity of found) {
    const before = read.at(-1)
    const ranged = withMonth(before, withCentury(before, withRange(before, quantity, text)), text)
    const told = withCurrency(before, everyNth(orMoney(orDay(date, dayAlone(date, ranged, text))), text), text)
    if (told.date?.month != null) ({ date } = told)
    read.push(told)
  }
  return joinUnits(shareScales(shareUnits(read, text), text), text)
}

/** 5月4日至21日: the second day has the month of the first. */
function withMonth(before: Quantity | undefined, quantity: Quantity, text: string): Quantity {
  const day = quantity.values[0]
  if (before?.date?.day == null || quantity.kind !== 'plain' || day === undefined || day < 1 || day > 31)
    return quantity
  if (!/^\d{1,2}\s?日$|^[一二三四五六七八九十]{1,3}日$/u.test(quantity.text)) return quantity
  if (!/^\s?[-–—~～至到和、与]\s?$/u.test(text.slice(before.end, quantity.start))) return quantity
  return { ...quantity, kind: 'date', date: { ...before.date, day }, unit: null, values: [] }
}

/** "until the 15th": a day of the month told last before it, if one is. */
function dayAlone(last: DateParts | null, quantity: Quantity, text: string): Quantity {
  const [day] = quantity.values
  if (quantity.kind !== 'ordinal' || quantity.nouns.length > 0 || day === undefined || day < 1 || day > 31)
    return quantity
  if (!/^\d{1,2}(?:st|nd|rd|th)$/u.test(quantity.text)) return quantity
  if (!DAY_BEFORE.test(text.slice(Math.max(0, quantity.start - 16), quantity.start))) return quantity
  const date = { year: last?.year ?? null, month: last?.month ?? null, day }
  return { ...quantity, kind: 'date', date, unit: null, values: [], small: false, loose: false }
}

/** 10日 may be a day of the month told last, and not ten of them. */
function orDay(last: DateParts | null, quantity: Quantity): Quantity {
  const [day] = quantity.values
  if (
    last === null ||
    quantity.kind !== 'plain' ||
    day === undefined ||
    day > 31 ||
    !/^\d{1,2}日$/u.test(quantity.text)
  )
    return quantity
  const date = { year: last.year, month: last.month, day }
  return { ...quantity, parts: [{ ...quantity, kind: 'date', date, unit: null, values: [] }] }
}

/** 二十六块 with nothing behind it may be money. */
function orMoney(quantity: Quantity): Quantity {
  if (quantity.counter !== '块' || quantity.nouns.length > 0) return quantity
  return { ...quantity, parts: [{ ...quantity, unit: unitNamed('元'), counter: null }] }
}

/** "Every fifth call" is one in five. */
function everyNth(quantity: Quantity, text: string): Quantity {
  const [nth] = quantity.values
  if (quantity.kind !== 'ordinal' || nth === undefined || nth < 2) return quantity
  if (!/\bevery $/iu.test(text.slice(Math.max(0, quantity.start - 8), quantity.start))) return quantity
  return { ...quantity, parts: [{ ...quantity, kind: 'plain', unit: SHARE, values: [1 / nth], nouns: [] }] }
}

const DAY_BEFORE = /\b(?:on|by|until|till|from|before|after|since|to)(?: about| around)? the $/iu

/** One hour and forty minutes, 1小时40分, 1小时14分09秒: measures whose parts are said in several units, the larger one first. */
const IN_TWO_UNITS: ReadonlySet<string> = new Set(['time', 'length', 'mass', 'yuan', 'dollar', 'sterling'])
const JOINED = /^\s*(?:and|,|零|又)?\s*$/u
const STRETCH = /\b(?:between|from)\s*$/iu

/** The whole of an amount in two units takes the place of its parts, which it keeps. */
function joinUnits(found: readonly Quantity[], text: string): Quantity[] {
  const joined: Quantity[] = []
  for (const quantity of found) {
    const before = joined.at(-1)
    const whole = before === undefined ? null : together(before, quantity, text)
    if (whole === null) joined.push(quantity)
    else joined[joined.length - 1] = whole
  }
  return joined
}

function together(first: Quantity, second: Quantity, text: string): Quantity | null {
  // 1小时14分09秒: what is joined already goes on with its last part.
  const last = first.parts.at(-1) ?? first
  const [large, middle, small] = [first.unit, last.unit, second.unit]
  const [a, b] = [first.values[0], second.values[0]]
  if (large === null || middle === null || small === null || a === undefined || b === undefined) return null
  if (large.measures !== small.measures || !IN_TWO_UNITS.has(large.measures) || middle.factor <= small.factor)
    return null
  if (!Number.isInteger(last.values[0]) || a <= 0 || b <= 0 || b * small.factor >= middle.factor) return null
  if (
    !JOINED.test(text.slice(first.end, second.start)) ||
    STRETCH.test(text.slice(Math.max(0, first.start - 10), first.start))
  )
    return null
  return {
    ...first,
    end: second.end,
    text: text.slice(first.start, second.end).replace(/\u2060/gu, ''),
    values: [a + (b * small.factor) / large.factor],
    rounding: first.rounding ?? second.rounding,
    loose: first.loose && second.loose,
    parts: [...(first.parts.length > 0 ? first.parts : [first]), second],
  }
}

/** "1914–18": the second takes the century of the first. */
function withRange(before: Quantity | undefined, quantity: Quantity, text: string): Quantity {
  const [year] = before?.values ?? []
  const [value] = quantity.values
  if (before?.kind !== 'year' || year === undefined || value === undefined || quantity.kind !== 'plain') return quantity
  if (!/^[-–—/]$/u.test(text.slice(before.end, quantity.start)) || !/^\d{2}$/u.test(quantity.text)) return quantity
  return { ...quantity, values: [Math.floor(year / 100) * 100 + value], kind: 'year', small: false }
}

/** 20世纪90年代 */
function withCentury(before: Quantity | undefined, quantity: Quantity): Quantity {
  const [century] = before?.values ?? []
  const [decade] = quantity.values
  if (before?.unit?.measures !== 'century' || century === undefined || decade === undefined) return quantity
  if (quantity.unit?.measures !== 'decade' || quantity.start !== before.end || decade > 99) return quantity
  return { ...quantity, values: [(century - 1) * 100 + decade, decade] }
}

const JOINS = /^\s*(?:[-–—~～至到、]|to|or|and|或)\s*$/u
/** 45 × 30 mm, 4.5 by 3 cm */
const CROSSES = /^\s*(?:[×x]|by)\s*$/u

/** "£6,000–8,000": the second has the currency of the first. */
function withCurrency(before: Quantity | undefined, quantity: Quantity, text: string): Quantity {
  if (before?.unit == null || !/^[$€£¥￥]/u.test(before.text) || quantity.unit !== null || quantity.kind !== 'plain')
    return quantity
  if (!JOINS.test(text.slice(before.end, quantity.start))) return quantity
  return { ...quantity, unit: before.unit, nouns: [], small: false }
}

/** "5–10 km", 三到五公里: the first has the unit of the second; "from 45 to 48 million": and its scale. */
function shareUnits(found: readonly Quantity[], text: string): Quantity[] {
  const shared: Quantity[] = []
  for (let i = found.length - 1; i >= 0; i -= 1) {
    const quantity = found[i]
    if (quantity !== undefined) shared.push(withBehind(quantity, shared.at(-1), text))
  }
  return shared.reverse()
}

function withBehind(quantity: Quantity, behind: Quantity | undefined, text: string): Quantity {
  // 20世纪90年代 is told by its decade.
  if (quantity.unit?.measures === 'century' && behind?.unit?.measures === 'decade' && behind.start === quantity.end)
    return { ...quantity, loose: true }
  const date = dayOfRange(quantity, behind, text)
  if (date !== null) return date
  // $86–90 million
  if (behind !== undefined && quantity.unit !== null && quantity.unit.name === behind.unit?.name)
    return isScaledBy(quantity, behind) && JOINS.test(text.slice(quantity.end, behind.start))
      ? { ...quantity, values: [...quantity.values.map(value => value * behind.scale), ...quantity.values] }
      : quantity
  if (behind === undefined || quantity.unit !== null || quantity.nouns.length > 0 || quantity.kind !== 'plain')
    return quantity
  if (behind.kind !== 'plain' || behind.start - quantity.end > 8) return quantity
  const between = text.slice(quantity.end, behind.start)
  if (!JOINS.test(between) && !(behind.unit?.measures === 'length' && CROSSES.test(between))) return quantity
  const scaled = isScaledBy(quantity, behind)
  // "from seven to half past nine"
  if (behind.unit?.measures === 'clock')
    return {
      ...quantity,
      values: quantity.values.flatMap(hour => [hour * 60, (hour * 60 + 720) % 1440]),
      unit: behind.unit,
      small: false,
    }
  return {
    ...quantity,
    values: scaled ? [...quantity.values.map(value => value * behind.scale), ...quantity.values] : quantity.values,
    unit: behind.unit,
    nouns: behind.nouns,
    small: quantity.small && !scaled && (behind.unit === null || behind.unit.measures === 'count'),
  }
}

/** "4 to 21 November 2003", "between February and June 2016": the first has the month and the year of the second. */
function dayOfRange(quantity: Quantity, behind: Quantity | undefined, text: string): Quantity | null {
  const [value] = quantity.values
  if (behind?.date == null || !JOINS.test(text.slice(quantity.end, behind.start))) return null
  if (quantity.date !== null)
    return quantity.date.year === null &&
      behind.date.year !== null &&
      !(quantity.date.day !== null && behind.date.day === null)
      ? { ...quantity, values: [behind.date.year], date: { ...quantity.date, year: behind.date.year } }
      : null
  const isDay = quantity.kind === 'plain' && /^\d{1,2}(?:st|nd|rd|th)?$/u.test(quantity.text)
  if (!isDay || behind.date.day === null || value === undefined || value < 1 || value > 31) return null
  return {
    ...quantity,
    kind: 'date',
    values: behind.values,
    date: { ...behind.date, day: value },
    unit: null,
    small: false,
  }
}

function isScaledBy({ scale, values }: Quantity, other: Quantity): boolean {
  return scale === 1 && other.scale > 1 && Math.abs(values[0] ?? 0) < 1000
}

/** Numbers this far apart may share a scale. */
const NEAR = 80
const SENTENCE_END = /[。！？!?\n]|\.(?!\d)/u

/** "Germany with 19.2 million euros, Poland with 9.7": a number that counts nothing may have the scale of one beside it. */
function shareScales(found: readonly Quantity[], text: string): Quantity[] {
  return found.map((quantity, i) => {
    const { unit, nouns, kind, values } = quantity
    if (unit !== null || nouns.length > 0 || kind !== 'plain' || values.length === 0) return quantity
    const scaled = [found[i - 1], found[i + 1]].find(other => {
      if (other === undefined || !isScaledBy(quantity, other)) return false
      const [from, to] = other.start < quantity.start ? [other.end, quantity.start] : [quantity.end, other.start]
      return to - from <= NEAR && !SENTENCE_END.test(text.slice(from, to))
    })
    return scaled === undefined ? quantity : { ...quantity, values: [...values, ...values.map(x => x * scaled.scale)] }
  })
}
