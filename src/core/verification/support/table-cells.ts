/** A cell of a table in a text that holds a number and nothing else. */
export interface NumberCell {
  /** Where its number begins. */
  readonly start: number
  /** Index of its line and of its column. */
  readonly line: number
  readonly column: number
  /** The first cell of its row that has letters; null where there is none. */
  readonly label: string | null
  /** The cell at the head of its column; null above the first row, and where the row has more or fewer cells. */
  readonly head: string | null
  /** The line above the table that may say what all its numbers are; null where none does. */
  readonly caption: string | null
}

/** Between two cells: a bar, a tab, or white space wider than that between words. */
const BETWEEN_CELLS = /\s*[|\t]\s*|(?<=\S)(?: {2,}|\u3000+ *)(?=\S)/u
const HAS_TABLE = /[|\t]|\S(?: {2}|\u3000)|[)）][^\S\n]*[:：]/u
const IS_RULED = /^[^\p{L}\p{N}]*$/u
const NUMBER_ALONE = /^[-−–+~≈<>≤≥(]?\s?\d[\d.,’ ]*(?:\s?[-–—~～]\s?\d[\d.,]*)?\)?$/u
/** A line that tells something, and is no caption. */
const PROSE = 120
/** Cells that are looked at. */
const CELLS = 2_000

/** The numbers that stand alone in the cells of a text's tables, in order; also "Height (m): 45", a row of two. Linear in its length. */
export function numberCells(text: string): readonly NumberCell[] {
  if (!HAS_TABLE.test(text)) return []
  const cells: NumberCell[] = []
  let start = 0
  let caption: string | null = null
  let heads: readonly string[] | null = null
  for (const [line, words] of text.split('\n').entries()) {
    const row = rowOf(words)
    if (row.length > 1) {
      if (cells.length < CELLS) cells.push(...numbersOf(row, { line, start, heads, caption }))
      if (!IS_RULED.test(words)) heads ??= row.map(cell => cell.text)
    } else if (words.trim() !== '' && !IS_RULED.test(words)) {
      caption = words.length > PROSE ? null : words
      heads = null
    }
    start += words.length + 1
  }
  return cells
}

interface Cell {
  readonly text: string
  readonly at: number
}

function rowOf(line: string): readonly Cell[] {
  const [, label, number] = /^([^()（）:：]{1,40}[（(][^()（）]{1,16}[)）])\s*[:：]\s*(\S[^|\t]*)$/u.exec(line) ?? []
  if (label !== undefined && number !== undefined)
    return [
      { text: label, at: 0 },
      { text: number.trim(), at: line.length - number.length },
    ]
  let at = 0
  return line.split(BETWEEN_CELLS).map(text => {
    at = line.indexOf(text, at)
    const cell = { text: text.trim(), at }
    at += text.length
    return cell
  })
}

interface Place {
  readonly line: number
  readonly start: number
  readonly heads: readonly string[] | null
  readonly caption: string | null
}

function numbersOf(row: readonly Cell[], { line, start, heads, caption }: Place): NumberCell[] {
  const label = row.find(({ text }) => /\p{L}/u.test(text))?.text ?? null
  return row.flatMap(({ text, at }, column) => {
    if (!NUMBER_ALONE.test(text)) return []
    const head = heads?.length === row.length ? (heads[column] ?? null) : null
    return [{ start: start + at, line, column, label, head, caption }]
  })
}
