import type { Json } from '#core/documents/document'
import { ProblemError } from '#core/problem'
import type { TextFile } from '#files/encoding/text-file'
import { openText } from '#files/encoding/text-file'
import type { Reading } from '#files/reader'
import { jsonlRows } from '#files/readers/jsonl'
import { JsonScanner } from '#files/tables/json-scanner'
import type { ScannedValue } from '#files/tables/json-scanner'
import { parseJson, rowValues } from '#files/tables/json-values'
import { tableReader } from '#files/tables/read-table'
import type { Table, TableRow } from '#files/tables/table'

/**
 * An array of objects or strings, or an object with such an array (the longest, if there are several); any other object
 * is one row. The whole file is parsed once before the first row is given, so a damaged one gives none. A file with one
 * value a line is read as JSON lines.
 */
export async function openJson(reading: Reading, partial: boolean): Promise<Table> {
  const file = await openText(reading)
  const found = await survey(reading, file, partial)
  const rows = found === 'lines' ? () => jsonlRows(reading, file, partial) : () => jsonRows(reading, file, found)
  return { encoding: file.encoding, rows }
}

export const readJson = tableReader(openJson)

/** Where the rows are: in the array of a member (null: the root is the array), or the object itself is the only row. */
type Layout = { readonly list: string | null } | { readonly single: ReadonlyMap<string, Json> | string }

async function survey(reading: Reading, file: TextFile, partial: boolean): Promise<Layout | 'lines'> {
  const lists = new Map<string | null, { rows: number; elements: number }>()
  const members = new Map<string, Json>()
  let scalar: Json | undefined
  const see = ({ member, element, raw, line }: ScannedValue) => {
    const value = parseJson(raw)
    if (value === undefined) throw broken(line)
    if (element) {
      const list = lists.get(member) ?? { rows: 0, elements: 0 }
      list.elements += 1
      if (rowValues(value) !== null) list.rows += 1
      lists.set(member, list)
    } else if (member === null) scalar = value
    else members.set(member, value)
  }
  const scanner = new JsonScanner(reading.limits.row)
  for await (const piece of file.pieces('checking')) {
    for (const value of scanner.push(piece)) see(value)
    if (scanner.several) return 'lines'
  }
  if (!partial) for (const value of scanner.end()) see(value)

  const [list] = [...lists].filter(([, { rows }]) => rows > 0).sort(([, a], [, b]) => b.rows - a.rows)
  if (list !== undefined) return { list: list[0] }
  if (typeof scalar === 'string') return { single: scalar }
  const elements = [...lists.values()].reduce((sum, { elements }) => sum + elements, 0)
  if (elements === 0 && members.size === 0 && scalar === undefined) throw new ProblemError({ kind: 'no-text' })
  if (members.size === 0) throw new ProblemError({ kind: 'no-text-column', columns: [] })
  return { single: members }
}

async function* jsonRows(reading: Reading, file: TextFile, layout: Layout): AsyncGenerator<TableRow, void> {
  if ('single' in layout) {
    yield { row: 1, line: 1, values: layout.single }
    return
  }
  const scanner = new JsonScanner(reading.limits.row)
  let row = 0
  for await (const piece of file.pieces('reading')) {
    for (const { member, element, raw, line } of scanner.push(piece)) {
      if (!element || member !== layout.list) continue
      row += 1
      const value = parseJson(raw)
      if (value === undefined) throw broken(line)
      const values = rowValues(value)
      if (values === null) reading.warnings.line('bad-lines', line)
      else yield { row, line, values }
    }
  }
}

function broken(line: number): ProblemError {
  return new ProblemError({ kind: 'damaged-file', format: 'JSON', detail: `line ${String(line)} is not JSON` })
}
