import { ProblemError } from '#core/problem'
import { namePartsOf } from '#files/extension'
import type { Format } from '#files/reader'
import type { GivenFile, ReadOptions } from '#files/reading'
import { type TableStart, tableStart } from '#files/tables/table-start'

/** Every format that is more than plain text: one entry and one file each. A reader is loaded when it is first needed. */
const FORMATS: readonly Format[] = [
  {
    kind: 'html',
    extensions: ['html', 'htm', 'xhtml'],
    load: async () => (await import('#files/readers/html')).readHtml,
  },
  {
    kind: 'table',
    extensions: ['csv', 'tsv'],
    load: async () => (await import('#files/readers/csv')).readCsv,
    table: async () => (await import('#files/readers/csv')).openCsv,
  },
  {
    kind: 'table',
    extensions: ['json'],
    load: async () => (await import('#files/readers/json')).readJson,
    table: async () => (await import('#files/readers/json')).openJson,
  },
  {
    kind: 'table',
    extensions: ['jsonl', 'ndjson'],
    load: async () => (await import('#files/readers/jsonl')).readJsonl,
    table: async () => (await import('#files/readers/jsonl')).openJsonl,
  },
  { kind: 'pdf', extensions: ['pdf'], load: async () => (await import('#files/readers/pdf')).readPdf },
  { kind: 'docx', extensions: ['docx'], load: async () => (await import('#files/readers/docx')).readDocx },
]

/** Everything else, as long as its bytes are text. */
export const PLAIN_TEXT: Format = {
  kind: 'text',
  extensions: [],
  load: async () => (await import('#files/readers/text')).readText,
}

/** The format that the extension names. */
export function formatOf(extension: string): Format {
  return FORMATS.find(({ extensions }) => extensions.includes(extension)) ?? PLAIN_TEXT
}

/** Columns and first rows of a table. Throws as `readFile` does, and `unsupported-kind` for a file that is no table. */
export async function previewTable(signal: AbortSignal, file: GivenFile, options: ReadOptions): Promise<TableStart> {
  const { extension } = namePartsOf(file.name)
  const open = await formatOf(extension).table?.()
  if (open === undefined) throw new ProblemError({ kind: 'unsupported-kind', extension })
  return tableStart(open, signal, file, options)
}
