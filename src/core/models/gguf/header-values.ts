import { type GgufHeader, type GgufValue, scalarAt, STRING, VALUE_BYTES } from '#core/models/gguf/gguf-header'
import { decodeUtf8 } from '#core/models/gguf/decode-utf8'

export function textOf(header: GgufHeader, key: string): string | null {
  const value = header.keys.get(key)
  return typeof value === 'string' ? value : null
}

export function numberOf(header: GgufHeader, key: string): number | null {
  const value = header.keys.get(key)
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

export function flagOf(header: GgufHeader, key: string): boolean | null {
  const value = header.keys.get(key)
  return typeof value === 'boolean' ? value : null
}

function isArray(value: GgufValue | undefined): value is Exclude<GgufValue, string | number | boolean> {
  return typeof value === 'object'
}

/** How many elements the array of this name has; null where there is none. */
export function countOf(header: GgufHeader, key: string): number | null {
  const value = header.keys.get(key)
  return isArray(value) ? value.count : null
}

/** The strings of an array; null where there is none. */
export function textsOf(header: GgufHeader, key: string): string[] | null {
  const value = header.keys.get(key)
  if (!isArray(value) || value.elementType !== STRING) return null
  const { bytes } = header
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const texts: string[] = []
  let at = value.start
  for (let i = 0; i < value.count; i++) {
    const length = Number(view.getBigUint64(at, true))
    texts.push(decodeUtf8(bytes, at + 8, at + 8 + length))
    at += 8 + length
  }
  return texts
}

/** The numbers of an array (truth values as 0 and 1); null where there is none. */
export function numbersOf(header: GgufHeader, key: string): number[] | null {
  const value = header.keys.get(key)
  if (!isArray(value)) return null
  const width = VALUE_BYTES.get(value.elementType)
  if (width === undefined) return null
  const view = new DataView(header.bytes.buffer, header.bytes.byteOffset, header.bytes.byteLength)
  return Array.from({ length: value.count }, (_, i) =>
    Number(scalarAt(view, value.start + i * width, value.elementType)),
  )
}
