import { quantitiesOf } from '#core/verification/support/quantities'
import type { Quantity } from '#core/verification/support/quantity'
import { type NumberCell, numberCells } from '#core/verification/support/table-cells'
import { tokensOf } from '#core/verification/support/tokens'

/** What the numbers of a column, a row or a table count: a unit, and how many of it one is. */
type Measure = Pick<Quantity, 'unit' | 'scale'>

/** "(in £ million)", "exports in thousands of tonnes", 单位：万元 */
const CAPTIONS = [
  /单位\s*[:：]?\s*([^\s，。；、）)|]{1,8})/u,
  /[（(]\s*(?:all\s)?(?:(?:amounts|figures|values|numbers|data)\s)?(?:in\s)?([^()（）]{1,24})[)）]\s*[:：]?\s*$/iu,
  /\bin\s([^()（）,.;:]{1,24})[.:]?\s*$/iu,
]
/** "Growth in mm", "Price, €", "Length (m)", 重量/克 */
const HEADS = [
  /[（(]\s*(?:in\s|单位[:：]?)?\s*([^()（）]{1,24})[)）]\s*$/iu,
  /(?:\bin\s|[,，/:：])\s*([^,，/:：()（）]{1,20})$/iu,
]
/** The longest name of a measure that stands alone at the head of a column. */
const ALONE = 12
/** The longest cell of a number: a range. */
const LONGEST = 24

/**
 * Gives numbers that stand alone in the cells of a table the measure that is said once for all of them: in the label of
 * their row, at the head of their column, or above the table (rule SUPPORT36). Linear in the text; `found` is in order.
 */
export function withTableUnits(found: readonly Quantity[], text: string): readonly Quantity[] {
  const cells = numberCells(text)
  if (cells.length === 0) return found
  const ofHead = once(headMeasure)
  const ofCaption = once(captionMeasure)
  let next = 0
  return found.map(quantity => {
    while ((cells[next + 1]?.start ?? Infinity) <= quantity.start) next += 1
    const cell = cells[next]
    if (cell === undefined || !holds(cell, quantity, text)) return quantity
    const { label, head, caption } = cell
    const measure = ofHead(label) ?? ofHead(head) ?? ofCaption(caption)
    return measured(quantity, measure)
  })
}

/** A head stands over many cells, and is read once. */
function once(read: (words: string) => Measure | null): (words: string | null) => Measure | null {
  const known = new Map<string, Measure | null>()
  return words => {
    if (words === null) return null
    const before = known.get(words)
    if (before !== undefined) return before
    const measure = read(words)
    known.set(words, measure)
    return measure
  }
}

/** The first number of a cell stands where the cell begins, but for a sign, the second of a range behind it. */
function holds({ start }: NumberCell, quantity: Quantity, text: string): boolean {
  const before = quantity.start - start
  return before >= 0 && before < LONGEST && /^[\d.,’ \-−–—~～≈<>≤≥+(]*$/u.test(text.slice(start, quantity.start))
}

function captionMeasure(line: string): Measure | null {
  return firstOf(CAPTIONS, line)
}

function headMeasure(cell: string): Measure | null {
  const named = firstOf(HEADS, cell)
  if (named !== null) return named
  // A column "Day" or "Year" numbers its rows.
  const whole = cell.length <= ALONE ? measureNamed(cell) : null
  return whole?.unit?.measures === 'time' || whole?.unit === null ? null : whole
}

function firstOf(patterns: readonly RegExp[], text: string): Measure | null {
  for (const pattern of patterns) {
    const words = pattern.exec(text)?.[1]
    const measure = words === undefined ? null : measureNamed(words)
    if (measure !== null) return measure
  }
  return null
}

/** "Per litre", /km: what one of it is for, or nothing. */
const IS_RATE = /^(?:\s*(?:per|a|an|each|\/|每)\s?[\p{L}\s²³]+)?$/u
const CURRENCY = /^([$€£¥￥])\s?(.*)$/u

/** What "£ million", "thousands of tonnes", "mm", 万元 stand for: what the number one of it would be. */
function measureNamed(words: string): Measure | null {
  const plain = words.trim().replace(/\b(thousand|million|billion)s?(?:\sof)?\b/giu, '$1')
  const [, currency, rest] = CURRENCY.exec(plain) ?? []
  const one = currency === undefined ? `1 ${plain}` : `${currency}1 ${rest ?? ''}`
  const text = /^\p{sc=Han}/u.test(plain) ? `1${plain}` : one.trim()
  const [quantity, more] = quantitiesOf({ text, tokens: tokensOf(text, 8) }, 2)
  if (quantity === undefined || more !== undefined || quantity.start > 0 || !IS_RATE.test(text.slice(quantity.end)))
    return null
  return quantity.kind === 'plain' && (quantity.unit !== null || quantity.scale > 1) && quantity.nouns.length === 0
    ? quantity
    : null
}

/** Whoever says the number alone says what stands there, too. The words of the next line are none that it counts. */
function measured(quantity: Quantity, measure: Measure | null): Quantity {
  if (quantity.kind !== 'plain' || quantity.unit !== null) return quantity
  if (measure === null) return { ...quantity, nouns: [] }
  const { unit, scale } = measure
  const values = scale === 1 ? quantity.values : [...quantity.values.map(value => value * scale), ...quantity.values]
  return { ...quantity, values, unit, scale, nouns: [], small: false, parts: [quantity] }
}
