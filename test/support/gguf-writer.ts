/** A value of a GGUF's metadata, in the few types that the test models use. */
export type GgufValue =
  | { readonly type: 'u32' | 'i32' | 'f32'; readonly value: number }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'strings'; readonly value: readonly string[] }
  | { readonly type: 'f32s' | 'i32s'; readonly value: readonly number[] }

export interface GgufTensor {
  readonly name: string
  /** Fastest-varying first. */
  readonly dims: readonly number[]
  readonly data: Float32Array
  /** Where its data is said to begin, if not where it does. */
  readonly offset?: number
}

export interface GgufContent {
  readonly magic: string
  readonly version: number
  readonly keys: readonly (readonly [key: string, value: GgufValue])[]
  readonly tensors: readonly GgufTensor[]
}

const ALIGNMENT = 32
const TYPE_CODES = { u32: 4, i32: 5, f32: 6, bool: 7, string: 8 } as const
const ARRAY = 9

/** Bytes of a GGUF, little-endian, with every tensor padded to 32 bytes. */
export function writeGguf(content: GgufContent): Uint8Array {
  const bytes = new GrowingBytes()
  bytes.raw(new TextEncoder().encode(content.magic))
  bytes.u32(content.version)
  bytes.u64(content.tensors.length)
  bytes.u64(content.keys.length)
  for (const [key, value] of content.keys) {
    bytes.string(key)
    writeValue(bytes, value)
  }
  let offset = 0
  for (const tensor of content.tensors) {
    bytes.string(tensor.name)
    bytes.u32(tensor.dims.length)
    for (const dim of tensor.dims) bytes.u64(dim)
    bytes.u32(0)
    bytes.u64(tensor.offset ?? offset)
    offset += aligned(tensor.data.byteLength)
  }
  bytes.align()
  for (const tensor of content.tensors) {
    bytes.raw(new Uint8Array(tensor.data.buffer, tensor.data.byteOffset, tensor.data.byteLength))
    bytes.align()
  }
  return bytes.done()
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT
}

function writeValue(bytes: GrowingBytes, { type, value }: GgufValue): void {
  switch (type) {
    case 'strings':
      bytes.array(TYPE_CODES.string, value.length)
      for (const text of value) bytes.string(text)
      return
    case 'f32s':
      bytes.array(TYPE_CODES.f32, value.length)
      for (const number of value) bytes.f32(number)
      return
    case 'i32s':
      bytes.array(TYPE_CODES.i32, value.length)
      for (const number of value) bytes.i32(number)
      return
    case 'string':
      bytes.u32(TYPE_CODES.string)
      bytes.string(value)
      return
    case 'bool':
      bytes.u32(TYPE_CODES.bool)
      bytes.raw(Uint8Array.of(value ? 1 : 0))
      return
    case 'u32':
    case 'i32':
    case 'f32':
      bytes.u32(TYPE_CODES[type])
      bytes[type](value)
  }
}

class GrowingBytes {
  private bytes = new Uint8Array(1 << 16)
  private length = 0

  raw(added: Uint8Array): void {
    if (this.length + added.length > this.bytes.length) {
      const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + added.length))
      grown.set(this.bytes.subarray(0, this.length))
      this.bytes = grown
    }
    this.bytes.set(added, this.length)
    this.length += added.length
  }

  u32(value: number): void {
    this.number(4, view => view.setUint32(0, value, true))
  }
  i32(value: number): void {
    this.number(4, view => view.setInt32(0, value, true))
  }
  f32(value: number): void {
    this.number(4, view => view.setFloat32(0, value, true))
  }
  u64(value: number): void {
    this.number(8, view => view.setBigUint64(0, BigInt(value), true))
  }

  string(text: string): void {
    const encoded = new TextEncoder().encode(text)
    this.u64(encoded.length)
    this.raw(encoded)
  }

  array(elementType: number, count: number): void {
    this.u32(ARRAY)
    this.u32(elementType)
    this.u64(count)
  }

  align(): void {
    this.raw(new Uint8Array(aligned(this.length) - this.length))
  }

  done(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }

  private number(size: number, write: (view: DataView) => void): void {
    const bytes = new Uint8Array(size)
    write(new DataView(bytes.buffer))
    this.raw(bytes)
  }
}
