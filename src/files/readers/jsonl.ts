import { ProblemError } from '#core/problem'
import { openText } from '#files/encoding/text-file'
import type { TextFile } from '#files/encoding/text-file'
import type { Reading } from '#files/reader'
import { parseJson, rowValues } from '#files/tables/json-values'
import { linesOf } from '#files/tables/lines'
import { tableReader } from '#files/tables/read-table'
import type { Table, TableRow } from '#files/tables/table'

/** One JSON object or string a line. Lines that are neither are counted and left out. */
export async function openJsonl(reading: Reading, partial: boolean): Promise<Table> {
  const file = await openText(reading)
  return { encoding: file.encoding, rows: () => jsonlRows(reading, file, partial) }
}

export const readJsonl = tableReader(openJsonl)

/** Records of a file that holds one JSON value a line. */
export async function* jsonlRows(reading: Reading, file: TextFile, partial: boolean): AsyncGenerator<TableRow, void> {
  let row = 0
  let good = 0
  let blank: number[] = []
  let last: number | null = null
  for await (const { line, text } of linesOf(file.pieces('reading'), reading.limits.row)) {
    if (text.trim() === '') {
      blank.push(line)
      continue
    }
    // Blank lines count only between rows, not at the end of the file.
    for (const empty of blank) reading.warnings.line('empty-rows', empty)
    blank = []
    if (last !== null) reading.warnings.line('bad-lines', last)
    last = null
    row += 1
    const value = parseJson(text)
    const values = value === undefined ? null : rowValues(value)
    if (values === null) {
      last = line
      continue
    }
    good += 1
    yield { row, line, values }
  }
  // The last line of a part of a file may be cut.
  if (last !== null && !partial) reading.warnings.line('bad-lines', last)
  if (good === 0) throw new ProblemError({ kind: 'damaged-file', format: 'JSONL', detail: 'no line is a JSON object' })
}
