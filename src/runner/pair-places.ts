/** Pairs of a segment, and slots of its table: the places grow by whole segments, and nothing is ever moved. */
const SEGMENT = 8_192
const SLOTS = 10_923

/** Numbers of a slot: the id's start, run, document, start of the passage. */
const NUMBERS = 4

/** The passage that a pair was written for, as the store knows it. */
export interface PassagePlace {
  readonly run: number
  readonly document: number
  readonly start: number
}

/** Where pairs lie, in typed arrays: 21 bytes a pair. */
export interface PairPlaces {
  readonly add: (id: string, place: PassagePlace) => void
  /** Places of all pairs whose ids start as this one does: nearly always one. */
  readonly of: (id: string) => readonly PassagePlace[]
}

export function createPairPlaces(): PairPlaces {
  const segments: { size: number; readonly slots: Uint32Array }[] = []
  return {
    add(id, { run, document, start }) {
      let segment = segments.at(-1)
      if (segment === undefined || segment.size === SEGMENT) {
        segment = { size: 0, slots: new Uint32Array(SLOTS * NUMBERS) }
        segments.push(segment)
      }
      segment.size += 1
      const key = keyOf(id)
      let slot = key % SLOTS
      while ((segment.slots[slot * NUMBERS] ?? 0) !== 0) slot = (slot + 1) % SLOTS
      segment.slots.set([key, run, document, start], slot * NUMBERS)
    },
    of(id) {
      const key = keyOf(id)
      const found: PassagePlace[] = []
      for (const { slots } of segments) {
        for (let slot = key % SLOTS; ; slot = (slot + 1) % SLOTS) {
          const at = slot * NUMBERS
          const held = slots[at] ?? 0
          if (held === 0) break
          if (held === key)
            found.push({ run: slots[at + 1] ?? 0, document: slots[at + 2] ?? 0, start: slots[at + 3] ?? 0 })
        }
      }
      return found
    },
  }
}

/** Ids are hashes in hex: their first 32 bits are as good as any; 0 stands for an empty slot. */
function keyOf(id: string): number {
  const key = Number.parseInt(id.slice(0, 8), 16)
  return Number.isNaN(key) || key === 0 ? 1 : key
}
