import type { BlindSample } from '#core/evaluation/blind-sample'
import type { DocumentRow, SourceRow, TextRow } from '#storage/database/rows'
import type { Cut, StoredRecipe } from '#core/ports/project-store'
import type { ItemRecord, PlanItem, Run } from '#core/run/run'
import type { Decision } from '#core/synthesis/pair'

/*
 * A backup is JSON lines in UTF-8: a header, rows, an end. Rows stand in an order in which each needs only what came
 * before it: sources, documents, texts, cuts; recipes; settings, blind checks; then each run with its plan, its items and its pairs. Counters, the index
 * of pairs and the fence are left out and made anew; the undo history is left out.
 */
export const FORMAT = 'pairloom-backup'
/** 2 added recipes, 3 settings, blind checks and pairs of the person's own; older files hold none. */
export const VERSION = 3

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
  /** Present where the person added pairs of their own. */
  readonly added?: true | undefined
}

/** What a line between header and end holds, by its kind. */
export interface Rows {
  readonly source: SourceRow
  readonly document: DocumentRow
  readonly text: TextRow
  readonly cut: Cut
  readonly recipe: StoredRecipe
  readonly settings: { readonly thresholds: { readonly [name: string]: number } }
  readonly sample: BlindSample
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
  settings: 0,
  sample: 0,
  run: 0,
  plan: 0,
  items: 0,
  pairs: 0,
}

export const ROW_KINDS = [
  'source',
  'document',
  'text',
  'cut',
  'recipe',
  'settings',
  'sample',
  'run',
  'plan',
  'items',
  'pairs',
] as const satisfies readonly RowKind[]

/** Kinds of rows of which older files say nothing. */
type LaterKind = 'recipe' | 'settings' | 'sample'

export interface End {
  readonly end: Omit<RowCounts, LaterKind> & { readonly [kind in LaterKind]?: number | undefined }
  /** SHA-256 of all lines before this one, hex. */
  readonly sha256: string
}
