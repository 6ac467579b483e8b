const HEX = /^[0-9a-f]{64}$/u
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
      if (!HEX.test(id)) {
        others.set(place, id)
        words[place * WORDS] = rankOf(id)
        return
      }
      for (let i = 0; i < WORDS; i++) words[place * WORDS + i] = Number.parseInt(id.slice(i * 8, i * 8 + 8), 16)
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

/** What `rank` says of an id. */
export function rankOf(id: string): number {
  if (HEX.test(id)) return Number.parseInt(id.slice(0, 8), 16)
  let hash = 2166136261
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619)
  return hash >>> 0
}
