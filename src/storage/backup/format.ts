import type { DocumentRow, SourceRow, TextRow } from '#storage/database/rows'
import type { Cut, StoredRecipe } from '#core/ports/project-store'
import type { ItemRecord, PlanItem, Run } from '#core/run/run'
import type { Decision } from '#core/synthesis/pair'

/*
 * A backup is JSON lines in UTF-8: a header, rows, an end. Rows stand in an order in which each needs only what came
 * before it: sources, documents, texts, cuts; recipes; then each run with its plan, its items and its pairs. Counters, the index
 * of pairs and the fence are left out and made anew; the undo history is left out.
 */
export const FORMAT = 'pairloom-backup'
/** 2 added recipes; files of version 1 hold none. */
export const VERSION = 2

export interface Header {
  readonly format: typeof FORMAT
  readonly version: number
  readonly project: string
}

export interface PairsOfPassage {
  readonly run: number
  readonly document: number
  readonly start: number
  readonly shared: string
  readonly pairs: readonly string[]
  readonly decisions: readonly (Decision | null)[]
}

/** What a line between header and end holds, by its kind. */
export interface Rows {
  readonly source: SourceRow
  readonly document: DocumentRow
  readonly text: TextRow
  readonly cut: Cut
  readonly recipe: StoredRecipe
  readonly run: Run
  readonly plan: { readonly run: number; readonly items: readonly PlanItem[] }
  readonly items: { readonly run: number; readonly items: readonly ItemRecord[] }
  readonly pairs: PairsOfPassage
}

export type RowKind = keyof Rows
export type RowCounts = { readonly [kind in RowKind]: number }

export const NO_ROWS: RowCounts = {
  source: 0,
  document: 0,
  text: 0,
  cut: 0,
  recipe: 0,
  run: 0,
  plan: 0,
  items: 0,
  pairs: 0,
}

export interface End {
  /** Files of version 1 say nothing of recipes. */
  readonly end: Omit<RowCounts, 'recipe'> & { readonly recipe?: number | undefined }
  /** SHA-256 of all lines before this one, hex. */
  readonly sha256: string
}
