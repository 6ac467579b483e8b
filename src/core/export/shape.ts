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

/** Where and how a value read from JSON differs from its shape, as a sentence; null when it fits. `path` names it. */
export function mismatch(shape: Shape, value: unknown, path: string): string | null {
  const found = differs(shape, value)
  return found === null ? null : path + found
}

/** What follows the name of the value. Names are put together only once something is found: nearly always nothing is. */
function differs(shape: Shape, value: unknown): string | null {
  if (typeof shape === 'string') return fits(shape, value) ? null : ` is not a ${shape}`
  if ('nullable' in shape) return value === null ? null : differs(shape.nullable, value)
  if ('oneOf' in shape)
    return typeof value === 'string' && shape.oneOf.includes(value) ? null : ` is none of ${shape.oneOf.join(', ')}`
  if ('list' in shape) return listDiffers(shape.list, value)
  return objectDiffers(shape, value)
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

function listDiffers(item: Shape, value: unknown): string | null {
  if (!Array.isArray(value)) return ' is not a list'
  for (const [index, inner] of value.entries()) {
    const found = differs(item, inner)
    if (found !== null) return `[${index}]${found}`
  }
  return null
}

function objectDiffers({ keys, optional = {} }: ObjectShape, value: unknown): string | null {
  if (!isRow(value)) return ' is not an object'
  const there = Object.keys(value)
  const wanted = Object.keys(keys)
  const wantedOnly = there.length === wanted.length && there.every((key, index) => key === wanted[index])
  if (!wantedOnly) {
    for (const key of there) {
      if (!Object.hasOwn(keys, key) && !Object.hasOwn(optional, key)) return `.${key} is not expected`
    }
  }
  for (const key of wanted) {
    if (!wantedOnly && !Object.hasOwn(value, key)) return `.${key} is missing`
    const inner = keys[key]
    const found = inner === undefined ? null : differs(inner, value[key])
    if (found !== null) return `.${key}${found}`
  }
  if (wantedOnly) return null
  for (const [key, inner] of Object.entries(optional)) {
    const found = Object.hasOwn(value, key) ? differs(inner, value[key]) : null
    if (found !== null) return `.${key}${found}`
  }
  return null
}

/** Whether a value read from JSON is an object (no list, not null). */
export function isRow(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
