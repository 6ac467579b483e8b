/** What a value of a row must look like. */
export type Shape =
  | 'string'
  | 'number'
  | 'count'
  | 'boolean'
  | 'meta'
  | { readonly nullable: Shape }
  | { readonly list: Shape }
  | { readonly oneOf: readonly string[] }
  | ObjectShape

/** Keys in order; `optional` ones may be left out. */
export interface ObjectShape {
  readonly keys: { readonly [key: string]: Shape }
  readonly optional?: { readonly [key: string]: Shape }
}

/** Where and how a value differs from its shape, as a sentence; null when it fits. `path` names the value. */
export function mismatch(shape: Shape, value: unknown, path: string): string | null {
  if (typeof shape === 'string') return fits(shape, value) ? null : `${path} is not a ${shape}`
  if ('nullable' in shape) return value === null ? null : mismatch(shape.nullable, value, path)
  if ('oneOf' in shape)
    return typeof value === 'string' && shape.oneOf.includes(value)
      ? null
      : `${path} is none of ${shape.oneOf.join(', ')}`
  if ('list' in shape) return listMismatch(shape.list, value, path)
  return objectMismatch(shape, value, path)
}

function fits(shape: 'string' | 'number' | 'count' | 'boolean' | 'meta', value: unknown): boolean {
  switch (shape) {
    case 'count':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    case 'meta':
      return value === null || isRow(value)
    default:
      return typeof value === shape
  }
}

function listMismatch(item: Shape, value: unknown, path: string): string | null {
  if (!Array.isArray(value)) return `${path} is not a list`
  for (const [index, inner] of value.entries()) {
    const found = mismatch(item, inner, `${path}[${index}]`)
    if (found !== null) return found
  }
  return null
}

function objectMismatch(shape: ObjectShape, value: unknown, path: string): string | null {
  if (!isRow(value)) return `${path} is not an object`
  const optional = shape.optional ?? {}
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(shape.keys, key) && !Object.hasOwn(optional, key)) return `${path}.${key} is not expected`
  }
  for (const [key, inner] of Object.entries(shape.keys)) {
    if (!Object.hasOwn(value, key)) return `${path}.${key} is missing`
    const found = mismatch(inner, value[key], `${path}.${key}`)
    if (found !== null) return found
  }
  for (const [key, inner] of Object.entries(optional)) {
    const found = Object.hasOwn(value, key) ? mismatch(inner, value[key], `${path}.${key}`) : null
    if (found !== null) return found
  }
  return null
}

/** Whether a value read from JSON is an object (no list, not null). */
export function isRow(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
