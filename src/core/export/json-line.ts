/** An object of a JSONL file. */
export type Row = { readonly [key: string]: unknown }

const LINE_BREAKERS = /[\u0085\u2028\u2029]/g

/**
 * One line of JSONL, with its `\n` (rule EXPORT2). Characters that some readers take for the end of a line (U+0085,
 * U+2028, U+2029) are escaped; halves of surrogate pairs, which no UTF-8 file can hold, become U+FFFD.
 */
export function jsonLine(row: Row): string {
  return `${safeJson(row)}\n`
}

/** JSON that is safe for every reader: on one line, or indented by `indent` blanks a level. */
export function safeJson(value: unknown, indent = 0): string {
  let json = JSON.stringify(value, null, indent)
  // JSON.stringify writes a lone surrogate as an escape, so this finds them (and, rarely, the same words in a text).
  if (json.includes('\\ud')) json = JSON.stringify(wellFormed(value), null, indent)
  // Three searches for one character each are several times as fast as one for a class of them.
  const breaks = json.includes('\u0085') || json.includes('\u2028') || json.includes('\u2029')
  return breaks ? json.replace(LINE_BREAKERS, escaped) : json
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** The same value with U+FFFD in place of each lone surrogate, in keys too. Lengths stay, so ranges still fit. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toWellFormed(), wellFormed(inner)]))
}
