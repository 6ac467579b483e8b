import type { Json } from '#core/documents/document'
import type { TableRow } from '#files/tables/table'

/** Parses JSON; undefined when it is broken. Lone surrogates that escapes can smuggle in become U+FFFD. */
export function parseJson(raw: string): Json | undefined {
  try {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- JSON.parse gives nothing but Json
    const value: Json = JSON.parse(raw)
    return /\\u[dD]/.test(raw) ? wellFormed(value) : value
  } catch {
    return undefined
  }
}

function wellFormed(value: Json): Json {
  if (typeof value === 'string') return value.toWellFormed()
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return value.map(wellFormed)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name.toWellFormed(), wellFormed(inner)]))
}

/** Array.isArray that knows read-only arrays. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

/** What a row can be made of: an object's members by name, or a string; null for anything else. */
export function rowValues(value: Json): TableRow['values'] | null {
  if (typeof value === 'string') return value
  if (value === null || typeof value !== 'object' || isList(value)) return null
  return new Map(Object.entries(value))
}
