import type { Json } from '#core/documents/document'
import { openReading } from '#files/open-reading'
import type { OpenTable } from '#files/reader'
import type { DocumentSink, GivenFile, ReadOptions } from '#files/reading'
import { columnsOf, guessColumn } from '#files/tables/guess-column'
import type { TableRow } from '#files/tables/table'

/** Bytes that a preview reads from the start of a file. */
const PREVIEW_BYTES = 8 << 20
const PREVIEW_ROWS = 20
/** Rows that the guess of the column rests on. */
const GUESS_ROWS = 1000
/** Cells are shown up to this length, in code units. */
const CELL = 500

/** The start of a table, to choose the column of the text from. */
export interface TableStart {
  readonly encoding: string
  /** Rows of strings have one column, called `text`. */
  readonly columns: readonly string[]
  /** The column that would be taken; '' when none can be. */
  readonly column: string
  /** First rows, each cell as text and shortened. */
  readonly rows: readonly (readonly string[])[]
}

/** Reads the start of a table with the given way to open it. Throws as `readFile` does. */
export async function tableStart(
  open: OpenTable,
  signal: AbortSignal,
  file: GivenFile,
  options: ReadOptions,
): Promise<TableStart> {
  const partial = file.blob.size > PREVIEW_BYTES
  const start = { name: file.name, blob: partial ? file.blob.slice(0, PREVIEW_BYTES) : file.blob }
  const table = await open(openReading(signal, start, options, NOWHERE), partial)
  const rows: TableRow[] = []
  for await (const row of table.rows()) {
    rows.push(row)
    if (rows.length >= GUESS_ROWS) break
  }
  const columns = columnsOf(rows)
  const plain = columns.length === 0
  return {
    encoding: table.encoding,
    columns: plain ? ['text'] : columns,
    column: plain ? 'text' : (options.column ?? guessColumn(rows) ?? ''),
    rows: rows.slice(0, PREVIEW_ROWS).map(({ values }) => {
      if (typeof values === 'string') return [shown(values)]
      return plain ? [] : columns.map(name => shown(values.get(name) ?? ''))
    }),
  }
}

const NOWHERE: DocumentSink = {
  document: () => undefined,
  begin: () => undefined,
  text: () => undefined,
  end: () => undefined,
  discard: () => undefined,
  progress: () => undefined,
}

function shown(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > CELL ? `${text.slice(0, CELL).toWellFormed()}…` : text
}
