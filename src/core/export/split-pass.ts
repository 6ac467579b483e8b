import type { ExportPlan } from '#core/export/export-plan'
import type { ExportPair } from '#core/export/export-row'
import type { Pause } from '#core/export/near-duplicates'
import { createRowUnits, type RowUnit } from '#core/export/row-units'
import { createSplitPlanner, type SplitPlan } from '#core/export/split-plan'
import type { SplitRatio } from '#core/export/split-ratio'
import type { PassageText } from '#core/ports/project-store'

/** The first of two passes: sees everything once, in the order of rows, and decides the sides. */
export interface SplitPass {
  /** `passageText` is read only by formats that take passages with their pairs; it may be empty for others. */
  addPair(pair: ExportPair): void
  addPassage(passage: PassageText): void
  /** `pause` is awaited every few hundred rows; it may throw to stop. */
  finish(pause: Pause): Promise<SplitPlan>
}

export function createSplitPass(plan: ExportPlan, ratio: SplitRatio): SplitPass {
  const units = createRowUnits(plan)
  const planner = createSplitPlanner(ratio, plan.options.seed)
  const take = (found: readonly RowUnit[]): void => {
    for (const { id, document, start, end, words } of found) {
      planner.add({ id, document: document.order, start, end, text: words() })
    }
  }
  return {
    addPair: pair => take(units.addPair(pair)),
    addPassage: passage => take(units.addPassage(passage)),
    finish(pause) {
      take(units.end())
      return planner.plan(pause)
    },
  }
}
