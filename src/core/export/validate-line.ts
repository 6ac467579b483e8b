import type { ExportFormat } from '#core/export/format'
import type { Row } from '#core/export/json-line'
import { isRow, mismatch } from '#core/export/shape'

/**
 * Whether a line (without its `\n`) is a row of the format, as a sentence about what is wrong; null when it is right.
 * `keys` are the format's keys for the settings of the export, in order (rule EXPORT10).
 */
export function validateLine(format: ExportFormat, line: string, keys: readonly string[]): string | null {
  const read = readRow(format, line, keys)
  return typeof read === 'string' ? read : format.fault(read)
}

/**
 * Checks the lines of a file one after the other. A line that ends as the one before it did, from the same key on, is
 * read up to there: the rest was checked already. Says the same as `validateLine`.
 */
export function lineValidator(format: ExportFormat, keys: readonly string[]): (line: string) => string | null {
  const from = format.input === 'pairs' ? (format.parts?.from ?? null) : null
  if (from === null) return line => validateLine(format, line, keys)
  const [ownKeys, commonKeys] = [keys.slice(0, keys.indexOf(from)), keys.slice(keys.indexOf(from))]
  const mark = `,${JSON.stringify(from)}:`
  let common: { readonly text: string; readonly row: Row } | null = null

  const isRight = (line: string): boolean => {
    let cut = line.length - (common?.text.length ?? 0)
    if (common === null || cut <= 0 || line.slice(cut) !== common.text) {
      cut = line.indexOf(mark)
      if (cut <= 0) return false
      const text = line.slice(cut)
      const row = readRow(format, `{${text.slice(1)}`, commonKeys)
      if (typeof row === 'string') return false
      common = { text, row }
    }
    // Where both parts are objects by themselves, the comma between them parts keys of the row and nothing inside it.
    const own = readRow(format, `${line.slice(0, cut)}}`, ownKeys)
    return typeof own !== 'string' && format.fault({ ...own, ...common.row }) === null
  }
  return line => (isRight(line) ? null : validateLine(format, line, keys))
}

/** The object of a line, every value of its shape; a sentence about what is wrong where it is not. */
function readRow(format: ExportFormat, line: string, keys: readonly string[]): Row | string {
  if (line === '') return 'the line is empty'
  if (line.startsWith('\ufeff')) return 'the line starts with a byte order mark'
  if (/[\r\n\u0085\u2028\u2029]/.test(line)) return 'the line holds a line break'
  if (!line.isWellFormed()) return 'the line holds half a surrogate pair'
  const row = parseRow(line)
  if (row === null) return 'the line is not a JSON object'
  // Only an escape can bring in half a surrogate pair now; the search keeps the walk for the few lines that hold one.
  if (line.includes('\\u') && !isWellFormed(row)) return 'a text holds half a surrogate pair'
  const found = Object.keys(row)
  if (found.length !== keys.length || found.some((key, index) => key !== keys[index]))
    return `the keys are ${found.join(', ')}, not ${keys.join(', ')}`
  for (const key of keys) {
    const shape = format.shapes[key]
    const wrong = shape === undefined ? `${key} is not expected` : mismatch(shape, row[key], key)
    if (wrong !== null) return wrong
  }
  return row
}

function parseRow(line: string): Row | null {
  try {
    const value: unknown = JSON.parse(line)
    return isRow(value) ? value : null
  } catch {
    return null
  }
}

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (Array.isArray(value)) return value.every(isWellFormed)
  if (!isRow(value)) return true
  return Object.entries(value).every(([key, inner]) => key.isWellFormed() && isWellFormed(inner))
}
