import type { GgmlType } from '#core/models/gguf/ggml-types'

/** Where the elements of an array lie in the header's bytes; they are decoded when asked for. */
export interface GgufArray {
  readonly elementType: number
  readonly count: number
  /** Bytes of the header, from the first element on. */
  readonly start: number
}

export type GgufValue = string | number | boolean | GgufArray

export interface GgufTensor {
  readonly name: string
  /** How many numbers it holds. */
  readonly elements: number
  readonly type: GgmlType
  /** Bytes from the beginning of the data. */
  readonly offset: number
  readonly bytes: number
}

/** What stands before the weights of one file. */
export interface GgufHeader {
  readonly bytes: Uint8Array
  readonly version: number
  readonly keys: ReadonlyMap<string, GgufValue>
  readonly tensors: readonly GgufTensor[]
  /** Where the weights begin, in bytes of the file. */
  readonly dataStart: number
}

/** Codes of value types (GGUF specification, `gguf_metadata_value_type`) with their width in bytes. */
export const VALUE_BYTES: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 2],
  [4, 4],
  [5, 4],
  [6, 4],
  [7, 1],
  [10, 8],
  [11, 8],
  [12, 8],
])
export const STRING = 8
export const ARRAY = 9

/** A number or truth value of one of the types in VALUE_BYTES. Numbers beyond 2^53 lose their last digits. */
export function scalarAt(view: DataView, at: number, type: number): number | boolean {
  switch (type) {
    case 0:
      return view.getUint8(at)
    case 1:
      return view.getInt8(at)
    case 2:
      return view.getUint16(at, true)
    case 3:
      return view.getInt16(at, true)
    case 4:
      return view.getUint32(at, true)
    case 5:
      return view.getInt32(at, true)
    case 6:
      return view.getFloat32(at, true)
    case 7:
      return view.getUint8(at) !== 0
    case 10:
      return Number(view.getBigUint64(at, true))
    case 11:
      return Number(view.getBigInt64(at, true))
    default:
      return view.getFloat64(at, true)
  }
}
