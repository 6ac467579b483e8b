/** How many items go into the next batch. */
interface BatchSize {
  readonly now: () => number
  /** Tells how long the work on a batch took, in ms. */
  readonly note: (items: number, ms: number) => void
}

/** A batch is stopped from growing where its work would take longer, in ms: what a crash can cost, and a stop. */
const LONGEST = 250

/**
 * Starts small, so that the first results are stored at once, and doubles up to `largest` while work is quick: a commit
 * has a price of its own, which larger batches pay less often.
 */
export function growingBatch(first: number, largest: number): BatchSize {
  let size = first
  return {
    now: () => size,
    note: (items, ms) => {
      if (items === 0) return
      const fits = ms > 0 ? Math.floor((LONGEST * items) / ms) : largest
      size = Math.max(1, Math.min(largest, size * 2, fits))
    },
  }
}
