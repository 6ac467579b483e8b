import type { Document } from '#core/documents/document'
import type { ChunkSettings } from '#core/documents/passage'
import type { ActSummary, Source } from '#core/ports/project-store'
import type { ItemRecord, Run } from '#core/run/run'
import type { Decision } from '#core/synthesis/pair'

/** Ranges of document keys, flat: first, last, first, last … in order, both ends inside. */
export type KeyRanges = readonly number[]

/** Single values by name. */
export type MetaRow =
  /** Marks that the database holds a project; its absence means that the browser cleared it. */
  | { readonly key: 'sentinel'; readonly project: string }
  /** Oldest layout version whose code may open this database. */
  | { readonly key: 'minAppVersion'; readonly version: number }
  | { readonly key: 'fence'; readonly generation: number }
  | { readonly key: `spare-fence-${number}` }
  /** Next number of each kind; numbers are never used again. */
  | {
      readonly key: 'counters'
      readonly source: number
      readonly document: number
      readonly run: number
      readonly act: number
    }
  /**
   * Documents that readers do not see. Absent after a deletion that could write nothing because the quota was full:
   * then it is worked out from the documents, and the counters of the runs are not believed (see `hidden-documents`).
   */
  | { readonly key: 'hidden'; readonly removed: KeyRanges; readonly gone: KeyRanges }
  /** Large documents whose text is arriving. */
  | { readonly key: 'arriving'; readonly documents: readonly number[] }
  /** Newest act that is done; the acts after it are undone. */
  | { readonly key: 'undo'; readonly done: number }
  /** Pairs of each run when the last backup was made, by sequence. */
  | { readonly key: 'backup'; readonly pairs: { readonly [run: string]: number } }
  /** What the person set; keys that this build does not know are passed over, missing ones have their defaults. */
  | { readonly key: 'settings'; readonly thresholds: { readonly [name: string]: number } }

export type SourceRow = Omit<Source, 'removed'> & {
  readonly removed: boolean
  /** Still being read; a source found so by a new writer was cut off. */
  readonly reading: boolean
  /** Estimated bytes on disk. */
  readonly textBytes: number
  readonly cutBytes: number
}

export type DocumentRow = Omit<Document, 'removed'>

export interface TextRow {
  readonly document: number
  readonly block: number
  readonly text: string
  /** Whether no more text can follow: the block is full or ends its document. */
  readonly closed: boolean
}

/** A cut, packed: one number a passage in each list. */
export interface CutRow {
  readonly document: number
  readonly settings: ChunkSettings
  readonly starts: Uint32Array<ArrayBuffer>
  /** End of the last passage. */
  readonly end: number
  readonly headings: readonly (readonly string[])[]
  /** Index into `headings`. */
  readonly under: Uint32Array<ArrayBuffer>
  readonly languages: Uint8Array<ArrayBuffer>
}

/** A block of a frozen plan, packed. */
export interface PlanRow {
  readonly run: number
  readonly block: number
  /** Six numbers an item: chain, round, document, start, end, index into `headings`. */
  readonly numbers: Uint32Array<ArrayBuffer>
  readonly headings: readonly (readonly string[])[]
  readonly languages: Uint8Array<ArrayBuffer>
}

export interface RunRow {
  readonly sequence: number
  readonly id: string
  readonly run: Run
  /** Tasks of its pairs; an entry of the pair index names its task by place in this list. */
  readonly tasks: readonly string[]
  /** Pairs of documents that readers see, by task, language and state (see `index/cube`). */
  readonly cube: Uint32Array<ArrayBuffer>
  /** Passages to which the person added pairs, flat: document, start … Absent where there are none. */
  readonly added?: readonly number[]
  /** Estimated bytes on disk. */
  readonly pairBytes: number
  readonly ledgerBytes: number
  /** Rows of plan and items. */
  readonly ledgerRows: number
}

export const LEASED = 1
export const TROUBLED = 2

export interface ItemRow extends ItemRecord {
  readonly run: number
  /** LEASED, TROUBLED, or absent. */
  readonly flag?: number
}

/** All pairs that a run wrote for one passage. */
export interface PairRow {
  readonly run: number
  readonly document: number
  readonly start: number
  /** JSON of what the pairs have in common. */
  readonly shared: string
  /** JSON of each pair without what is shared and without decision and state, which lie in the index. */
  readonly pairs: readonly string[]
}

/** A leaf of the pair index: the pairs of one run from its key up to the next leaf's. */
export interface LeafRow {
  readonly run: number
  readonly document: number
  readonly start: number
  /** Three numbers a passage: document, start, number of pairs. */
  readonly passages: Uint32Array<ArrayBuffer>
  /** One number a pair, in the order of passages and places: what filters ask about (see `index/codes`). */
  readonly codes: Uint32Array<ArrayBuffer>
}

export interface ActRow {
  readonly id: number
  readonly kind: ActSummary['kind']
  readonly pairs: number
  readonly bytes: number
}

export type ActPartRow =
  | {
      readonly act: number
      readonly part: number
      readonly run: number
      readonly decision: Decision | null
      /** Four numbers a pair: document, start, place, code of the decision before. */
      readonly entries: Uint32Array<ArrayBuffer>
    }
  | {
      readonly act: number
      readonly part: number
      readonly key: string
      /** JSON of the whole pair. */
      readonly before: string
      readonly after: string
    }
