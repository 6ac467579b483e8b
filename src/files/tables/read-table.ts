import type { Json, Meta } from '#core/documents/document'
import { ProblemError } from '#core/problem'
import type { OpenTable, ReadDocuments, Reading } from '#files/reader'
import { columnsOf, guessColumn } from '#files/tables/guess-column'
import type { TableRow } from '#files/tables/table'

/** Rows looked at to choose the column of the text. */
const SAMPLE_ROWS = 1000
const SAMPLE_UNITS = 4 << 20

/** Makes a reader of a way to open tables: each row with a text becomes a document, its other columns stay beside it. */
export function tableReader(open: OpenTable): ReadDocuments {
  return async reading => {
    const table = await open(reading, false)
    const giver = new RowGiver(reading)
    for await (const row of table.rows()) await giver.add(row)
    return { encoding: table.encoding, ...(await giver.end()) }
  }
}

/** Holds the first rows back until the column of the text is chosen by them, then hands each one on. */
class RowGiver {
  readonly #reading: Reading
  #sample: TableRow[] = []
  #units = 0
  #chosen = false
  #column: string | null = null
  #columns: readonly string[] | null = null
  #documents = 0

  constructor(reading: Reading) {
    this.#reading = reading
  }

  async add(row: TableRow): Promise<void> {
    if (this.#chosen) {
      await this.#give(row)
      return
    }
    this.#sample.push(row)
    this.#units += unitsOf(row)
    if (this.#sample.length >= SAMPLE_ROWS || this.#units >= SAMPLE_UNITS) await this.#choose()
  }

  async end(): Promise<{ readonly column: string | null; readonly columns: readonly string[] | null }> {
    if (!this.#chosen) await this.#choose()
    if (this.#documents === 0) throw new ProblemError({ kind: 'no-text' })
    return { column: this.#column, columns: this.#columns }
  }

  async #choose(): Promise<void> {
    const sample = this.#sample
    this.#sample = []
    this.#chosen = true
    if (sample.some(row => typeof row.values !== 'string')) {
      this.#columns = columnsOf(sample)
      this.#column = chooseColumn(this.#reading, sample, this.#columns)
    }
    for (const row of sample) await this.#give(row)
  }

  async #give(row: TableRow): Promise<void> {
    if (await giveRow(this.#reading, row, this.#column)) this.#documents += 1
  }
}

function chooseColumn({ options }: Reading, sample: readonly TableRow[], columns: readonly string[]): string {
  const column = options.column ?? guessColumn(sample)
  if (column !== null && columns.includes(column)) return column
  const blank = sample.every(
    ({ values }) =>
      typeof values !== 'string' && [...values.values()].every(value => typeof value === 'string' || value === null),
  )
  // Only empty cells: there is a column for a text, but no text.
  if (options.column === undefined && blank) throw new ProblemError({ kind: 'no-text' })
  throw new ProblemError({ kind: 'no-text-column', columns })
}

function unitsOf({ values }: TableRow): number {
  if (typeof values === 'string') return values.length
  let units = 0
  for (const value of values.values()) units += typeof value === 'string' ? value.length : 8
  return units
}

async function giveRow(reading: Reading, { row, line, values }: TableRow, column: string | null): Promise<boolean> {
  const text = typeof values === 'string' ? values : column === null ? undefined : values.get(column)
  if (text === undefined || text === null || (typeof text === 'string' && text.trim() === '')) {
    reading.warnings.line('empty-rows', line)
    return false
  }
  if (typeof text !== 'string') {
    reading.warnings.line('bad-lines', line)
    return false
  }
  if (text.length >= reading.limits.largeCell) reading.warnings.line('large-cells', line)
  const meta = typeof values === 'string' ? null : metaOf(values, column)
  await reading.sink.document({ name: reading.name, row, title: null, pages: null, meta, text })
  return true
}

function metaOf(values: ReadonlyMap<string, Json>, column: string | null): Meta {
  const rest = [...values].filter(([name]) => name !== column)
  return rest.length === 0 ? null : Object.fromEntries(rest)
}
