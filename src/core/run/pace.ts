/** How fast a stretch of work goes, from what was measured in it; nothing is said before two seconds of work. */
export interface Pace {
  readonly itemsPerSecond: number | null
  readonly pairsPerSecond: number | null
  readonly msLeft: number | null
}

const SETTLING_MS = 2_000
const WINDOW_MS = 60_000
/** Passages may take minutes: so many are looked at, however long they took. */
const LEAST_MARKS = 6

/**
 * Measures over the last minute, or the last few passages where they take longer, so that a slow start or a long pause does not colour what is said now.
 * `elapsed` is in ms on a clock that never goes back.
 */
export function createPace(): { note(elapsed: number, items: number, pairs: number): void; read(left: number): Pace } {
  let marks: { elapsed: number; items: number; pairs: number }[] = []
  return {
    note(elapsed, items, pairs) {
      marks.push({ elapsed, items, pairs })
      const young = marks.findIndex(mark => mark.elapsed >= elapsed - WINDOW_MS)
      const from = Math.min(young, marks.length - LEAST_MARKS)
      if (from > 0) marks = marks.slice(from)
    },
    read(left) {
      const first = marks[0]
      const last = marks.at(-1)
      if (first === undefined || last === undefined || last.elapsed - first.elapsed < SETTLING_MS) {
        return { itemsPerSecond: null, pairsPerSecond: null, msLeft: null }
      }
      const seconds = (last.elapsed - first.elapsed) / 1000
      const itemsPerSecond = (last.items - first.items) / seconds
      return {
        itemsPerSecond,
        pairsPerSecond: (last.pairs - first.pairs) / seconds,
        msLeft: itemsPerSecond > 0 ? (left / itemsPerSecond) * 1000 : null,
      }
    },
  }
}
