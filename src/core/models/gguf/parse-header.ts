import { decodeUtf8 } from '#core/models/gguf/decode-utf8'
import { GGML_TYPES } from '#core/models/gguf/ggml-types'
import {
  ARRAY,
  type GgufHeader,
  type GgufTensor,
  type GgufValue,
  STRING,
  scalarAt,
  VALUE_BYTES,
} from '#core/models/gguf/gguf-header'
import { ProblemError } from '#core/problem'

const MAGIC = 'GGUF'
const DEFAULT_ALIGNMENT = 32
/** Least bytes that a key with its value, and a tensor's description, can take. */
const KEY_BYTES = 13
const TENSOR_BYTES = 32
const MOST_DIMENSIONS = 4
const LONGEST_KEY = 65_535

/** The bytes handed over end before the header does: `needed` of the file are wanted at least. */
class TooFewBytes extends Error {
  readonly needed: number
  constructor(needed: number) {
    super(`${needed} bytes needed`)
    this.needed = needed
  }
}

/**
 * The header of a GGUF of version 2 or 3 from the first bytes of a file of `size` bytes, or how many bytes of the file
 * it takes at least to read it. Counts are believed only as far as the file has bytes for them, so none makes this
 * allocate much. Throws `not-a-model` and `model-damaged`.
 */
export function parseHeader(
  bytes: Uint8Array,
  file: { readonly name: string; readonly size: number },
): GgufHeader | number {
  try {
    return new HeaderParser(bytes, file).parse()
  } catch (thrown) {
    if (thrown instanceof TooFewBytes) return thrown.needed
    throw thrown
  }
}

class HeaderParser {
  private readonly bytes: Uint8Array
  private readonly file: { readonly name: string; readonly size: number }
  private readonly view: DataView
  private at = 0

  constructor(bytes: Uint8Array, file: { readonly name: string; readonly size: number }) {
    this.bytes = bytes
    this.file = file
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  parse(): GgufHeader {
    this.magic()
    const version = this.u32()
    if (version !== 2 && version !== 3) {
      throw new ProblemError({ kind: 'not-a-model', detail: `GGUF of version ${version}; 2 and 3 can be read` })
    }
    const tensorCount = this.count(TENSOR_BYTES, 'tensors')
    const keyCount = this.count(KEY_BYTES, 'keys')
    const keys = new Map<string, GgufValue>()
    for (let i = 0; i < keyCount; i++) {
      const key = this.string('a key', LONGEST_KEY)
      if (keys.has(key)) this.damaged(`the key ${key} stands twice`)
      keys.set(key, this.value(key, this.u32()))
    }
    const alignment = keys.get('general.alignment') ?? DEFAULT_ALIGNMENT
    if (typeof alignment !== 'number' || alignment < 1 || !Number.isInteger(Math.log2(alignment))) {
      this.damaged('its alignment is not a power of two')
    }
    const tensors: GgufTensor[] = []
    const names = new Set<string>()
    let end = 0
    for (let i = 0; i < tensorCount; i++) {
      const tensor = this.tensor(end)
      if (names.has(tensor.name)) this.damaged(`the tensor ${tensor.name} stands twice`)
      names.add(tensor.name)
      tensors.push(tensor)
      end += Math.ceil(tensor.bytes / alignment) * alignment
    }
    const dataStart = Math.ceil(this.at / alignment) * alignment
    return { bytes: this.bytes, version, keys, tensors, dataStart }
  }

  private magic(): void {
    if (this.file.size < MAGIC.length + 20) {
      throw new ProblemError({ kind: 'not-a-model', detail: `${this.file.size} bytes` })
    }
    const start = this.step(MAGIC.length)
    const begins = decodeUtf8(this.bytes, start, start + MAGIC.length)
    if (begins === MAGIC) return
    throw new ProblemError({ kind: 'not-a-model', detail: `begins with ${JSON.stringify(begins)}` })
  }

  private tensor(expected: number): GgufTensor {
    const name = this.string('the name of a tensor', LONGEST_KEY)
    const dimensions = this.u32()
    if (dimensions < 1 || dimensions > MOST_DIMENSIONS) this.damaged(`${name} has ${dimensions} dimensions`)
    let elements = 1
    let columns = 1
    for (let i = 0; i < dimensions; i++) {
      const length = this.u64()
      if (i === 0) columns = length
      elements *= length
    }
    const code = this.u32()
    const type = GGML_TYPES.get(code) ?? this.damaged(`${name} is of type ${code}, which the engine does not know`)
    const offset = this.u64()
    const bytes = (elements / type.block) * type.bytes
    if (!Number.isSafeInteger(bytes) || columns % type.block !== 0) this.damaged(`${name} has an impossible shape`)
    if (offset !== expected) this.damaged(`${name} is said to lie at ${offset}, not at ${expected}`)
    return { name, elements, type, offset, bytes }
  }

  private value(key: string, type: number): GgufValue {
    if (type === STRING) return this.string(key, this.file.size)
    if (type === ARRAY) return this.array(key)
    const width = VALUE_BYTES.get(type) ?? this.damaged(`${key} has a value of unknown type ${type}`)
    return scalarAt(this.view, this.step(width), type)
  }

  private array(key: string): GgufValue {
    const elementType = this.u32()
    const width = elementType === STRING ? 8 : VALUE_BYTES.get(elementType)
    if (width === undefined) return this.damaged(`${key} is a list of unknown type ${elementType}`)
    const count = this.count(width, `elements of ${key}`)
    const start = this.at
    if (elementType === STRING) for (let i = 0; i < count; i++) this.step(this.length(key, this.file.size))
    else this.step(count * width)
    return { elementType, count, start }
  }

  private string(what: string, longest: number): string {
    const length = this.length(what, longest)
    const start = this.step(length)
    return decodeUtf8(this.bytes, start, start + length)
  }

  private length(what: string, longest: number): number {
    const length = this.u64()
    if (length > longest || this.at + length > this.file.size) this.damaged(`${what} is ${length} bytes long`)
    return length
  }

  /** A count of things that take at least so many bytes each, of which the file must have enough. */
  private count(least: number, what: string): number {
    const count = this.u64()
    if (this.at + count * least > this.file.size)
      this.damaged(`its ${this.file.size} bytes are too few for ${count} ${what}`)
    return count
  }

  private u32(): number {
    return this.view.getUint32(this.step(4), true)
  }

  private u64(): number {
    const at = this.step(8)
    return this.view.getUint32(at, true) + this.view.getUint32(at + 4, true) * 2 ** 32
  }

  /** Goes on by so many bytes, and says where they begin. */
  private step(length: number): number {
    const start = this.at
    const end = start + length
    if (end > this.file.size) this.damaged(`it ends within its header, after ${this.file.size} bytes`)
    if (end > this.bytes.length) throw new TooFewBytes(end)
    this.at = end
    return start
  }

  private damaged(detail: string): never {
    throw new ProblemError({ kind: 'model-damaged', file: this.file.name, detail })
  }
}
