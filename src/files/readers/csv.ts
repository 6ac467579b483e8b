import type Papa from 'papaparse'
import { ProblemError } from '#core/problem'
import { openText } from '#files/encoding/text-file'
import type { TextFile } from '#files/encoding/text-file'
import type { Reading } from '#files/reader'
import { columnNames, isHeader } from '#files/tables/csv-shape'
import type { CsvShape } from '#files/tables/csv-shape'
import { tableReader } from '#files/tables/read-table'
import type { Table, TableRow } from '#files/tables/table'

/** Text that the delimiter is guessed from. */
const SAMPLE_UNITS = 256 << 10
const SAMPLE_ROWS = 50

/** Comma-separated values in the wide sense: the delimiter is a comma, semicolon, tab or bar. */
export async function openCsv(reading: Reading, partial: boolean): Promise<Table> {
  const { default: papa } = await import('papaparse')
  const file = await openText(reading)
  const shape = await shapeOf(papa, reading, file)
  return { encoding: file.encoding, rows: () => csvRows(reading, shape, records(papa, reading, file, shape, partial)) }
}

export const readCsv = tableReader(openCsv)

async function shapeOf(papa: typeof Papa, reading: Reading, file: TextFile): Promise<CsvShape> {
  let sample = ''
  for await (const piece of file.pieces('checking')) {
    sample += piece
    if (sample.length >= SAMPLE_UNITS) break
  }
  sample = sample.slice(0, SAMPLE_UNITS)
  const newline = sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r'
  if (/\.tsv(\.gz)?$/i.test(reading.name)) return { delimiter: '\t', newline }
  return { delimiter: guessDelimiter(papa, sample, newline), newline }
}

/** The mark that parts the first rows into the same number of cells, of at least two, most often. */
function guessDelimiter(papa: typeof Papa, sample: string, newline: CsvShape['newline']): string {
  let best = ','
  let most = 0
  for (const delimiter of [',', '\t', ';', '|']) {
    const { data } = papa.parse<string[]>(sample, { preview: SAMPLE_ROWS, delimiter, newline })
    const rows = data.filter(cells => cells.some(cell => cell.trim() !== ''))
    const width = rows[0]?.length ?? 0
    const share = width < 2 ? 0 : rows.filter(cells => cells.length === width).length / rows.length
    if (share > most) [best, most] = [delimiter, share]
  }
  return best
}

interface CsvRecord {
  readonly cells: readonly string[]
  readonly line: number
  /** Whether its quotes do not match. */
  readonly broken: boolean
}

/** What the low-level parser gives. */
interface Batch {
  readonly data: readonly string[][]
  readonly errors: readonly { readonly row?: number }[]
  readonly meta: { readonly cursor: number }
}

async function* records(
  papa: typeof Papa,
  reading: Reading,
  file: TextFile,
  { delimiter, newline }: CsvShape,
  partial: boolean,
): AsyncGenerator<CsvRecord, void> {
  const parser = new papa.Parser({ delimiter, newline })
  let buffer = ''
  let line = 1
  // A record longer than what there is would be gone over again with each piece: wait until there is twice as much.
  let wait = 0
  const parse = function* (last: boolean): Generator<CsvRecord, void> {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- typed as any; the fields of Batch are documented
    const { data, errors, meta }: Batch = parser.parse(buffer, 0, !last)
    const broken = new Set(errors.map(({ row }) => row))
    for (const [at, cells] of data.entries()) {
      yield { cells: withoutReturn(cells, newline), line, broken: broken.has(at) }
      line += 1
      for (const cell of cells) line += count(cell, newline)
    }
    const rest = last ? '' : buffer.slice(meta.cursor)
    wait = rest.length === buffer.length ? 2 * rest.length : 0
    buffer = rest
  }
  for await (const piece of file.pieces('reading')) {
    buffer += piece
    if (buffer.length >= wait) yield* parse(false)
    if (buffer.length > reading.limits.row) {
      throw new ProblemError({
        kind: 'damaged-file',
        format: 'CSV',
        detail: `line ${String(line)}: a quote never ends`,
      })
    }
  }
  if (buffer !== '' && !partial) yield* parse(true)
}

/** Lines end with `\n` here, so `\r\n` leaves its first half in the last cell. */
function withoutReturn(cells: readonly string[], newline: string): readonly string[] {
  const last = cells.at(-1)
  return newline === '\n' && last?.endsWith('\r') === true ? [...cells.slice(0, -1), last.slice(0, -1)] : cells
}

function count(cell: string, newline: string): number {
  let found = 0
  for (let at = cell.indexOf(newline); at >= 0; at = cell.indexOf(newline, at + 1)) found += 1
  return found
}

async function* csvRows(
  reading: Reading,
  { delimiter }: CsvShape,
  all: AsyncIterable<CsvRecord>,
): AsyncGenerator<TableRow, void> {
  let names: readonly string[] | null = null
  let row = 0
  let blank: number[] = []
  let single = false
  for await (const { cells: parted, line, broken } of all) {
    // With one column there is nothing to part: a comma in its text needs no quotes.
    const cells: readonly string[] = single ? [parted.join(delimiter)] : parted
    if (cells.length === 1 && cells[0]?.trim() === '') {
      blank.push(line)
      continue
    }
    if (names === null) {
      const header = isHeader(cells)
      names = columnNames(header ? cells : null, cells.length)
      single = header && cells.length === 1
      if (header) continue
    }
    for (const empty of blank) reading.warnings.line('empty-rows', empty)
    blank = []
    if (broken) reading.warnings.line('bad-lines', line)
    if (cells.length !== names.length) {
      reading.warnings.line('ragged-rows', line)
      if (cells.length > names.length) names = columnNames(names, cells.length)
    }
    row += 1
    const named = names
    yield { row, line, values: new Map(cells.map((cell, at) => [named[at] ?? '', cell])) }
  }
}
