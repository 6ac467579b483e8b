/** A line of a file of answers: what a model elsewhere wrote about a text. */
export interface AnswerRow {
  /** The passage's exact text. */
  readonly text: string
  /** The raw output. */
  readonly completion: string
}

/**
 * Reads a line of a file of answers (rule REPLAY1); other keys are left out. A fault is a sentence without its end, to
 * stand behind the number of the line.
 */
export function readAnswerRow(line: string): AnswerRow | { readonly fault: string } {
  let row: unknown
  try {
    row = JSON.parse(line)
  } catch {
    return { fault: 'is not JSON' }
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return { fault: 'is not a JSON object' }
  const { text, completion }: { text?: unknown; completion?: unknown } = row
  if (typeof text !== 'string' || text === '') return { fault: missing('text', text) }
  if (typeof completion !== 'string') return { fault: missing('completion', completion) }
  // Documents hold no half surrogate pairs either.
  return { text: text.toWellFormed(), completion: completion.toWellFormed() }
}

function missing(key: string, value: unknown): string {
  return value === undefined ? `has no "${key}"` : `has a "${key}" that is ${value === '' ? 'empty' : 'no text'}`
}
