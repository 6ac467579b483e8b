import type { ExportFormat } from '#core/export/format'
import type { Hash } from '#core/ports/hash'
import { lineValidator } from '#core/export/validate-line'

/** What a second reading of a written file found. */
export interface FileReport {
  readonly rows: number
  /** SHA-256 of the file, hex. */
  readonly sha256: string
  /** The first fault, with its line counted from 1; null when there is none. */
  readonly problem: { readonly line: number; readonly detail: string } | null
}

export interface FileValidator {
  /** Takes the next piece of the file, decoded as UTF-8 with its byte order mark kept; pieces may end anywhere but in half a code point. */
  add(piece: string): void
  finish(): FileReport
}

/** Reads a written JSONL file again, line by line, in memory for one line (rule EXPORT10). */
export function createFileValidator(
  hash: Hash,
  format: ExportFormat,
  keys: readonly string[],
  expectedRows: number,
): FileValidator {
  const digest = hash.stream()
  const validate = lineValidator(format, keys)
  let rest: string[] = []
  let rows = 0
  let problem: FileReport['problem'] = null
  const take = (line: string) => {
    rows += 1
    if (problem !== null) return
    const detail = validate(line)
    if (detail !== null) problem = { line: rows, detail }
  }
  return {
    add(piece) {
      digest.update(piece)
      let start = 0
      for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', start)) {
        const tail = piece.slice(start, end)
        take(rest.length === 0 ? tail : rest.join('') + tail)
        rest = []
        start = end + 1
      }
      if (start < piece.length) rest.push(start === 0 ? piece : piece.slice(start))
    },
    finish() {
      if (rest.length > 0) {
        take(rest.join(''))
        problem ??= { line: rows, detail: 'the last line does not end' }
      }
      if (rows !== expectedRows) problem ??= { line: rows, detail: `${rows} lines were found, ${expectedRows} written` }
      return { rows, sha256: digest.digest(), problem }
    },
  }
}
