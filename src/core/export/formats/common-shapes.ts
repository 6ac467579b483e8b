import type { Row } from '#core/export/json-line'
import type { Shape } from '#core/export/shape'

export const LANGUAGE_SHAPE: Shape = { oneOf: ['en', 'zh', 'other'] }

export const RANGE_SHAPES = { start: 'count', end: 'count' } as const

export const DOCUMENT_SHAPE: Shape = {
  keys: { name: 'string', row: { nullable: 'count' }, sha256: 'string', meta: 'meta' },
}

/** A passage holds exactly the text of its range, counted in UTF-16 code units. */
export function lengthFault({ start, end, text }: Row): string | null {
  if (typeof start !== 'number' || typeof end !== 'number' || typeof text !== 'string') return null
  return text.length === end - start ? null : `the text has ${text.length} code units, its range ${end - start}`
}
