import { bitCount } from '#core/text/bit-count'
import { createPackedIds, type PackedIds } from '#core/verification/repeats/packed-ids'
import { BANDS, type Signature, SKETCH_WORDS } from '#core/verification/repeats/signature'

/** Pairs of a segment. The index grows by whole segments, so nothing is ever moved and no key has to be kept. */
const PLACE_BITS = 13
const SEGMENT = 1 << PLACE_BITS
const PLACE_MASK = SEGMENT - 1
/** Slots of a segment's table: four fifths of them are taken when it is full. */
const SLOT_BITS = 17
const SLOTS = 1 << SLOT_BITS

/** Pairs that a band remembers under one key. Templates of which thousands share a band would make the search quadratic. */
const MOST_ALIKE = 32

/** Pairs of one passage that it remembers, and the band that stands for passages. */
const MOST_OF_PASSAGE = 64
const PASSAGE_BAND = BANDS

/** A slot that was given up: it matches no key, and searches go on past it. */
const GIVEN_UP = 1

interface Segment {
  size: number
  /** The place in the low bits, above it as much of the band's key as fits; 0 is empty. */
  readonly table: Uint32Array
  readonly sketches: Uint32Array
  readonly ids: PackedIds
}

/** A pair that may be like the one that was asked for. */
interface Candidate {
  readonly id: string
  /** Bits in which the sketches differ. */
  readonly differs: number
}

/** Which pairs may repeat one another: MinHash bands in typed arrays, about 115 bytes a pair (rules DUP5, DUP6). */
export interface RepeatIndex {
  /** Pairs that share a band and whose sketches differ in no more bits than given; the likest first, then by id. */
  readonly candidates: (signature: Signature, most: number) => readonly Candidate[]
  /** Pairs that were written for this passage, in no order (rule DUP7). */
  readonly ofPassage: (place: string) => readonly string[]
  /** @param place names the passage among all of the project */
  readonly add: (id: string, signature: Signature, place: string) => void
}

interface Found {
  readonly segment: number
  readonly slot: number
  readonly place: number
}

export function createRepeatIndex(): RepeatIndex {
  const segments: Segment[] = []
  /** Ids of the passage that was asked for last, by their numbers: its pairs come one after another. */
  const asked = { passage: '', ids: new Map<number, string>() }

  /** Calls `visit` for each pair under the key of a band. */
  const each = (band: number, key: number, visit: (found: Found) => void): void => {
    const tag = tagOf(band, key)
    for (let number = 0; number < segments.length; number++) {
      const table = segments[number]?.table
      if (table === undefined) continue
      for (let slot = slotOf(key); ; slot = (slot + 1) & (SLOTS - 1)) {
        const entry = table[slot] ?? 0
        if (entry === 0) break
        if ((entry & ~PLACE_MASK) >>> 0 === tag) visit({ segment: number, slot, place: entry & PLACE_MASK })
      }
    }
  }

  return {
    candidates(signature, most) {
      const found = new Map<number, Candidate>()
      for (let band = 0; band < BANDS; band++) {
        each(band, signature.bands[band] ?? 0, ({ segment, place }) => {
          const number = segment * SEGMENT + place
          const held = segments[segment]
          if (held === undefined || found.has(number)) return
          const differs = distance(held.sketches, place * SKETCH_WORDS, signature.sketch)
          if (differs <= most) found.set(number, { id: held.ids.get(place), differs })
        })
      }
      return [...found.values()].sort((a, b) => a.differs - b.differs || (a.id < b.id ? -1 : 1))
    },
    ofPassage(place) {
      const found: string[] = []
      if (asked.passage !== place) {
        asked.passage = place
        asked.ids.clear()
      }
      each(PASSAGE_BAND, hashOf(place), ({ segment, place: at }) => {
        const number = segment * SEGMENT + at
        const id = asked.ids.get(number) ?? segments[segment]?.ids.get(at)
        if (id === undefined) return
        asked.ids.set(number, id)
        found.push(id)
      })
      return found
    },
    add(id, signature, passage) {
      let segment = segments.at(-1)
      if (segment === undefined || segment.size === SEGMENT) {
        segment = {
          size: 0,
          table: new Uint32Array(SLOTS),
          sketches: new Uint32Array(SEGMENT * SKETCH_WORDS),
          ids: createPackedIds(SEGMENT),
        }
        segments.push(segment)
      }
      const place = segment.size++
      segment.ids.set(place, id)
      const rank = segment.ids.rank(place)
      segment.sketches.set(signature.sketch, place * SKETCH_WORDS)
      for (let band = 0; band <= BANDS; band++) {
        const key = band === PASSAGE_BAND ? hashOf(passage) : (signature.bands[band] ?? 0)
        if (makeRoom(segments, each, band, key, rankIn(rank, band)))
          put(segment.table, slotOf(key), (tagOf(band, key) | place) >>> 0)
      }
    },
  }
}

/**
 * Whether a pair may be entered under a key. Where it is full, those with the lowest ranks stay, whatever the order in
 * which they came: a run that was stopped and one that was not know the same pairs.
 */
function makeRoom(
  segments: readonly Segment[],
  each: (band: number, key: number, visit: (found: Found) => void) => void,
  band: number,
  key: number,
  rank: number,
): boolean {
  const under = { count: 0, highest: -1, segment: -1, slot: -1 }
  each(band, key, ({ segment, slot, place }) => {
    under.count += 1
    const other = rankIn(segments[segment]?.ids.rank(place) ?? 0, band)
    if (other > under.highest) Object.assign(under, { highest: other, segment, slot })
  })
  if (under.count < (band === PASSAGE_BAND ? MOST_OF_PASSAGE : MOST_ALIKE)) return true
  const table = segments[under.segment]?.table
  if (table === undefined || rank >= under.highest) return false
  table[under.slot] = GIVEN_UP
  return true
}

/** Another order for each band: what is left out of one is hardly ever left out of all. */
function rankIn(rank: number, band: number): number {
  return (Math.imul(rank ^ (rank >>> 15), 0x2c1b3c6d + 2 * band) ^ Math.imul(band, 0x9e3779b9)) >>> 0
}

/** 32 bits of a string, spread evenly: FNV-1a, mixed as in MurmurHash3 (public domain). */
function hashOf(text: string): number {
  let hash = 2166136261
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function slotOf(key: number): number {
  return key >>> (32 - SLOT_BITS)
}

/** The part of a key that its slot does not tell, mixed with the band; never that of an empty slot or one given up. */
function tagOf(band: number, key: number): number {
  const tag = (Math.imul(key ^ Math.imul(band + 1, 0x85ebca6b), 0x9e3779b1) >>> PLACE_BITS) << PLACE_BITS
  return tag === 0 ? SEGMENT : tag >>> 0
}

function put(table: Uint32Array, from: number, entry: number): void {
  let slot = from
  while ((table[slot] ?? 0) !== 0) slot = (slot + 1) & (SLOTS - 1)
  table[slot] = entry
}

function distance(sketches: Uint32Array, at: number, sketch: Uint32Array): number {
  let differs = 0
  for (let i = 0; i < SKETCH_WORDS; i++) differs += bitCount((sketches[at + i] ?? 0) ^ (sketch[i] ?? 0))
  return differs
}
