import { createClusters } from '#core/export/clusters'
import type { SplitItem } from '#core/export/split-item'
import { type SplitRatio, SPLITS } from '#core/export/split-ratio'

/** With fewer documents, a split by document would be too coarse. */
const DOCUMENTS_FOR_SPLIT = 10
/** Units that repeat each other are joined up to this share of all rows; beyond it, single rows move instead. */
const LARGEST_JOINED = 0.5

type Place = Pick<SplitItem, 'document' | 'start' | 'end'>

interface Units {
  readonly by: 'document' | 'section'
  readonly documents: number
  /** Number of the unit of each row. */
  readonly unitOf: Int32Array
}

/** Puts rows into the units that are never torn apart: documents, or contiguous sections of passages (rule EXPORT6). */
export function splitUnits(items: readonly Place[], ratio: SplitRatio): Units {
  const order = items.map((_, index) => index)
  const placeOf = (index: number): Place => items[index] ?? { document: 0, start: 0, end: 0 }
  order.sort((a, b) => {
    const x = placeOf(a)
    const y = placeOf(b)
    return x.document - y.document || x.start - y.start || x.end - y.end
  })
  const documents = new Set(items.map(({ document }) => document)).size
  const by = documents < DOCUMENTS_FOR_SPLIT ? 'section' : 'document'
  const smallestShare = Math.min(...SPLITS.map(split => ratio[split]).filter(share => share > 0))
  const sectionRows = by === 'section' ? (items.length * smallestShare) / 100 : Number.POSITIVE_INFINITY
  const unitOf = new Int32Array(items.length)
  let unit = -1
  let rows = 0
  let reach = 0
  let document: number | null = null
  for (const index of order) {
    const place = placeOf(index)
    const nextDocument = place.document !== document
    // Passages of two cuts may overlap; a section never ends inside one.
    if (nextDocument || (rows >= sectionRows && place.start >= reach)) {
      unit += 1
      rows = 0
    }
    reach = nextDocument ? place.end : Math.max(reach, place.end)
    document = place.document
    unitOf[index] = unit
    rows += 1
  }
  return { by, documents, unitOf }
}

/**
 * Joins units that repeat each other, those with the most repeated rows first (rule EXPORT8). `firsts` names, for each
 * row, the first row of its cluster. Gives the number of the group of each row.
 */
export function joinUnits(unitOf: Int32Array, firsts: Int32Array): Int32Array {
  const units = unitOf.reduce((most, unit) => Math.max(most, unit), -1) + 1
  const rows = new Float64Array(units)
  const links = new Map<number, number>()
  for (const [index, unit] of unitOf.entries()) {
    rows[unit] = (rows[unit] ?? 0) + 1
    const other = unitOf[firsts[index] ?? index] ?? unit
    const key = Math.min(unit, other) * units + Math.max(unit, other)
    if (other !== unit) links.set(key, (links.get(key) ?? 0) + 1)
  }
  const groups = createClusters(units)
  for (const [key] of [...links].sort(([a, n], [b, m]) => m - n || a - b)) {
    const a = groups.first(Math.floor(key / units))
    const b = groups.first(key % units)
    const together = (rows[a] ?? 0) + (rows[b] ?? 0)
    if (a === b || together > unitOf.length * LARGEST_JOINED) continue
    groups.link(a, b)
    rows[Math.min(a, b)] = together
  }
  return unitOf.map(unit => groups.first(unit))
}
