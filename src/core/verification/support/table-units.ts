import { quantitiesOf } from '#core/verification/support/quantities'
import type { Quantity } from '#core/verification/support/quantity'
import { tokensOf } from '#core/verification/support/tokens'

/** What the numbers of a column, a row or a table count: a unit, and how many of it one is. */
type Measure = Pick<Quantity, 'unit' | 'scale'>

/** Between two cells: a bar, a tab, or white space wider than that between words. */
const BETWEEN_CELLS = /\s*[|\t]\s*|(?<=\S)(?: {2,}|\u3000+ *)(?=\S)/u
const HAS_TABLE = /[|\t]|\S(?: {2}|\u3000)|[)）][^\S\n]*[:：]/u
const IS_RULED = /^[^\p{L}\p{N}]*$/u
/** A cell that holds a number and nothing else. */
const NUMBER_ALONE = /^[-−–+~≈<>≤≥(]?\s?\d[\d.,’ ]*(?:\s?[-–—~～]\s?\d[\d.,]*)?\)?$/u
/** "(in £ million)", "(thousands of tonnes)", 单位：万元 */
const CAPTIONS = [
  /单位\s*[:：]?\s*([^\s，。；、）)|]{1,8})/u,
  /[（(]\s*(?:all\s)?(?:(?:amounts|figures|values|numbers|data)\s)?(?:in\s)?([^()（）]{1,24})[)）]\s*[:：]?\s*$/iu,
  /\bin\s([^()（）,.;:]{1,24})[.:]?\s*$/iu,
]
/** "Growth in mm", "Price, €", "Length (m)", 重量/克 */
const HEADS = [/[（(]\s*(?:in\s|单位[:：]?)?\s*([^()（）]{1,24})[)）]\s*$/iu, /(?:\bin\s|[,，/:：])\s*([^,，/:：()（）]{1,20})$/iu]
/** A line that tells something, and no table any more. */
const PROSE = 60

/**
 * Gives numbers that stand alone in the cells of a table the measure that is said once for all of them: in the label of
 * their row, at the head of their column, or above the table (rule SUPPORT36). Linear in the text; `found` is in order.
 */
export function withTableUnits(found: readonly Quantity[], text: string): readonly Quantity[] {
  if (!HAS_TABLE.test(text)) return found
  const told = [...found]
  let start = 0
  let at = 0
  let table: Table = NO_TABLE
  for (const line of text.split('\n')) {
    const end = start + line.length
    while ((found[at]?.start ?? Infinity) < start) at += 1
    table = below(table, line)
    for (let i = at; (found[i]?.start ?? Infinity) < end; i += 1) {
      const quantity = found[i]
      const measure = quantity === undefined ? null : measureAt(table, line, quantity.start - start)
      if (quantity !== undefined && measure !== null) told[i] = measured(quantity, measure)
    }
    start = end + 1
  }
  return told
}

interface Table {
  /** Said above it, of all numbers. */
  readonly all: Measure | null
  /** Of each column; null above the first row. */
  readonly columns: readonly (Measure | null)[] | null
}

const NO_TABLE: Table = { all: null, columns: null }

/** What is known of a table from its next line on. */
function below(table: Table, line: string): Table {
  if (line.trim() === '' || IS_RULED.test(line)) return table
  const cells = line.split(BETWEEN_CELLS)
  if (cells.length > 1) return table.columns === null ? { ...table, columns: cells.map(headMeasure) } : table
  const all = captionMeasure(line)
  if (all !== null) return { all, columns: null }
  return table.columns !== null || line.length > PROSE ? NO_TABLE : table
}

function measureAt({ all, columns }: Table, line: string, at: number): Measure | null {
  const cells = line.split(BETWEEN_CELLS)
  if (cells.length === 1) return labelMeasure(line, at)
  // With the first letter of its cell: white space at an end parts nothing.
  const index = line.slice(0, at + 1).split(BETWEEN_CELLS).length - 1
  if (!NUMBER_ALONE.test(cells[index]?.trim() ?? '')) return null
  const label = cells.find(cell => /\p{L}/u.test(cell))
  const column = columns?.length === cells.length ? columns[index] : null
  return (label === undefined ? null : headMeasure(label)) ?? column ?? all
}

/** "Height (m): 45" */
function labelMeasure(line: string, at: number): Measure | null {
  const [, words] = /^[^()（）]{1,40}[（(]([^()（）]{1,16})[)）]\s*[:：]\s*$/u.exec(line.slice(0, at)) ?? []
  return words === undefined || !NUMBER_ALONE.test(line.slice(at).trim()) ? null : measureNamed(words)
}

function captionMeasure(line: string): Measure | null {
  if (line.length > 2 * PROSE) return null
  return firstOf(CAPTIONS, line)
}

function headMeasure(cell: string): Measure | null {
  const named = firstOf(HEADS, cell.trim())
  if (named !== null) return named
  // A column "Day" or "Year" numbers its rows.
  const whole = cell.trim().length <= 12 ? measureNamed(cell) : null
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

const CURRENCY = /^([$€£¥￥])\s?(.*)$/u

/** What "£ million", "thousands of tonnes", "mm", 万元 stand for: what the number one of it would be. */
function measureNamed(words: string): Measure | null {
  const plain = words.trim().replace(/\b(thousand|million|billion)s?(?:\sof)?\b/giu, '$1')
  const [, currency, rest] = CURRENCY.exec(plain) ?? []
  const one = currency === undefined ? `1 ${plain}` : `${currency}1 ${rest ?? ''}`
  const text = /^\p{sc=Han}/u.test(plain) ? `1${plain}` : one.trim()
  const [quantity, more] = quantitiesOf({ text, tokens: tokensOf(text, 8) }, 2)
  if (quantity === undefined || more !== undefined || quantity.start > 0 || quantity.end < text.length) return null
  return quantity.kind === 'plain' && (quantity.unit !== null || quantity.scale > 1) && quantity.nouns.length === 0
    ? quantity
    : null
}

/** Whoever says the number alone says what stands there, too. The words of the next line are none that it counts. */
function measured(quantity: Quantity, { unit, scale }: Measure): Quantity {
  if (quantity.kind !== 'plain' || quantity.unit !== null) return quantity
  const values = scale === 1 ? quantity.values : [...quantity.values.map(value => value * scale), ...quantity.values]
  return { ...quantity, values, unit, scale, nouns: [], small: false, parts: [quantity] }
}
