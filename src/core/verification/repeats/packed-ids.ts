const LENGTH = 64
const WORDS = 8

const BYTES: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function hex(byte: number): string {
  return BYTES[byte] ?? ''
}

/** Ids by place. Hashes take 32 bytes each, others what a string takes. */
export interface PackedIds {
  readonly set: (place: number, id: string) => void
  readonly get: (place: number) => string
  /** The first 32 bits of it: an order that has nothing to do with the order of writing. */
  readonly rank: (place: number) => number
}

export function createPackedIds(size: number): PackedIds {
  const words = new Uint32Array(size * WORDS)
  const others = new Map<number, string>()
  return {
    set(place, id) {
      if (isHash(id)) for (let i = 0; i < WORDS; i++) words[place * WORDS + i] = wordOf(id, i)
      else {
        others.set(place, id)
        words[place * WORDS] = hashOf(id)
      }
    },
    get(place) {
      const other = others.get(place)
      if (other !== undefined) return other
      let id = ''
      for (let i = place * WORDS; i < (place + 1) * WORDS; i++) {
        const word = words[i] ?? 0
        id += hex(word >>> 24) + hex((word >>> 16) & 255) + hex((word >>> 8) & 255) + hex(word & 255)
      }
      return id
    },
    rank: place => words[place * WORDS] ?? 0,
  }
}

/** What a hexadecimal digit in small letters stands for; -1 for any other unit. */
function digitOf(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30
  return unit >= 0x61 && unit <= 0x66 ? unit - 0x57 : -1
}

function isHash(id: string): boolean {
  if (id.length !== LENGTH) return false
  for (let i = 0; i < LENGTH; i++) if (digitOf(id.charCodeAt(i)) < 0) return false
  return true
}

/** 32 bits of a hash. */
function wordOf(id: string, word: number): number {
  let value = 0
  for (let i = word * 8; i < word * 8 + 8; i++) value = (value << 4) | digitOf(id.charCodeAt(i))
  return value
}

function hashOf(id: string): number {
  let hash = 2166136261
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619)
  return hash
}
