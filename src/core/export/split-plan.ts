import { createNearDuplicateIndex, type Pause } from '#core/export/near-duplicates'
import type { SplitItem } from '#core/export/split-item'
import { assignSides, keepClustersTogether } from '#core/export/split-sides'
import { joinUnits, splitUnits } from '#core/export/split-units'
import type { Split, SplitRatio } from '#core/export/split-ratio'

/** How the split was made, for the card. */
export interface SplitSummary {
  readonly by: 'document' | 'section'
  readonly documents: number
  /** Rows with an equal or nearly equal row before them. */
  readonly repeated: number
  /** Rows that left the side of their document or section, to stay with the row that they repeat. */
  readonly moved: number
}

export interface SplitPlan {
  readonly summary: SplitSummary
  /** The side of a row; undefined for one that the plan has not seen. */
  sideOf(id: string): Split | undefined
}

export interface SplitPlanner {
  /** Takes the next row, in any order; the order decides which of two near-duplicates is the first. */
  add(item: SplitItem): void
  plan(pause: Pause): Promise<SplitPlan>
}

/**
 * Decides the side of every row before the first is written (rules EXPORT6 to EXPORT8). Rows move in whole documents,
 * or in whole sections of passages when there are fewer than ten documents; units that repeat each other go to the same
 * side; a row that repeats one of another side goes there too, or all of them to the largest side. The same rows, shares and seed give the same sides.
 */
export function createSplitPlanner(ratio: SplitRatio, seed: number): SplitPlanner {
  const items: Omit<SplitItem, 'text'>[] = []
  const duplicates = createNearDuplicateIndex()
  return {
    add({ id, document, start, end, text }) {
      items.push({ id, document, start, end })
      duplicates.add(text)
    },
    async plan(pause) {
      const firsts = await duplicates.clusters(pause)
      const { by, documents, unitOf } = splitUnits(items, ratio)
      const groupOf = joinUnits(unitOf, firsts)
      const sideOfGroup = assignSides(groupOf, ratio, seed)
      const rows = keepClustersTogether(groupOf, firsts, ratio, sideOfGroup)
      const sides = new Map(items.map(({ id }, row) => [id, rows[row]]))
      const repeated = firsts.reduce((sum, first, row) => sum + (first === row ? 0 : 1), 0)
      const moved = rows.filter((side, row) => side !== sideOfGroup(groupOf[row] ?? 0)).length
      return { summary: { by, documents, repeated, moved }, sideOf: id => sides.get(id) }
    },
  }
}
