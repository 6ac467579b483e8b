import type { ChunkSettings, Passage } from '#core/documents/passage'
import type { Document, SourceKind } from '#core/documents/document'
import type { Problem, ReadWarning } from '#core/problem'
import type { ItemRecord, PlanItem, Run } from '#core/run/run'
import type { Check, Decision, Original, Pair, State } from '#core/synthesis/pair'
import type { Recipe } from '#core/synthesis/recipe'
import type { Language } from '#core/documents/document'
import type { Cancel } from '#core/ports/cancel'
import type { BlindSample } from '#core/evaluation/blind-sample'
import type { Thresholds } from '#core/verification/thresholds'

/**
 * What Pairloom keeps. One implementation lies in `storage/` (Dexie); the contract suite in `test/contract/` runs against
 * it in Node (fake-indexeddb) and in a real Chromium.
 *
 * Every write takes the fence that its caller holds and re-reads the stored one inside its transaction: a caller whose
 * fence is old gets `lost-lock` and nothing is written. A promise resolves only after the transaction is complete.
 */
export type Fence = number

/** A file, a paste or a sample: what the person gave. Holds one document, or one for each row of a table. */
export interface Source {
  readonly id: number
  readonly name: string
  readonly kind: SourceKind
  readonly bytes: number
  /** Encoding that it was read with; null where the format fixes it. */
  readonly encoding: string | null
  /** Column that the text was taken from, and all columns, for tables; else null. */
  readonly column: string | null
  readonly columns: readonly string[] | null
  readonly documents: number
  readonly passages: number
  readonly characters: number
  readonly languages: readonly Language[]
  readonly warnings: readonly ReadWarning[]
  /** Why it gave no document, or `cancelled` where reading was cut off and gave only some; else null. */
  readonly problem: Problem | null
  readonly removed: boolean
  /** First and last document key; null when there is none. */
  readonly firstDocument: number | null
  readonly lastDocument: number | null
}

/** The cut of one document: what the chunker made of it, with the settings that made it. */
export interface Cut {
  readonly document: number
  readonly settings: ChunkSettings
  readonly passages: readonly Passage[]
}

export interface PairFilter {
  /** Empty lists mean "all". */
  readonly states: readonly State[]
  readonly tasks: readonly string[]
  readonly languages: readonly Language[]
  /** Names of checks: a pair passes that has at least one of them which did not pass. Empty for all pairs. */
  readonly checks: readonly string[]
  /** Key of one document, or null. */
  readonly document: number | null
  /** Text to find in instruction or response, without regard to case; empty for none. */
  readonly text: string
}

/** Sort key of a pair: document, start of passage, run, place in the passage. Compares as a string. */
export type PairKey = string

export interface StoredPair {
  readonly key: PairKey
  /** Key of the document. */
  readonly document: number
  /** Sequence of the run. */
  readonly run: number
  readonly pair: Pair
}

/** Number of visible pairs (chosen runs, documents not removed) by state, task and language. */
export interface Tally {
  readonly state: State
  readonly task: string
  readonly language: Language
  readonly count: number
}

/** Orders in which pairs can be read. `place` is the order of keys. */
export type PairOrder =
  | 'place'
  /** Most doubtful first: unsure before failed before ready, then by the number of checks that did not pass. */
  | 'doubt'
  /** By task, then by place. */
  | 'task'
  /** Pairs that repeat one another stand together, the first of them first; pairs without any are left out. */
  | 'repetition'

/** Number of visible pairs for which a check did not pass. */
export interface CheckTally {
  readonly check: string
  readonly count: number
}

/** Number of visible pairs that were written for the passage that starts at `start`, by state and task. */
export interface PassageTally {
  readonly start: number
  readonly state: State
  readonly task: string
  readonly count: number
}

/** What the person set for the project as a whole. */
export interface ProjectSettings {
  /** Those that pairs were last judged by. */
  readonly thresholds: Thresholds
}

export interface PassageText extends Passage {
  readonly document: Document
  readonly text: string
}

/** Reading; any tab may do it. */
export interface ProjectReader {
  sources(): Promise<readonly Source[]>
  source(id: number): Promise<Source | undefined>
  document(order: number): Promise<Document | undefined>
  /** Documents in order, after the given key; hidden ones only when asked for. */
  documents(options: { after: number; limit: number; removed: boolean }): Promise<readonly Document[]>
  /** Several documents at once, in the order asked for; undefined where there is none. */
  documentsAt(orders: readonly number[]): Promise<readonly (Document | undefined)[]>
  /** One that is not removed where there is one. */
  documentBySha256(sha256: string): Promise<Document | undefined>
  /** Those of many texts that are here already, in one go; texts that are not here are absent. */
  documentsBySha256(hashes: readonly string[]): Promise<ReadonlyMap<string, Document>>
  cut(document: number): Promise<Cut | undefined>
  /** Several cuts at once; documents without one are absent. */
  cuts(documents: readonly number[]): Promise<readonly Cut[]>
  /** Text of `[start, end)`: reads only the blocks that it touches. */
  text(document: number, start: number, end: number): Promise<string>
  /** Several ranges at once, in the order asked for. */
  texts(ranges: readonly { document: number; start: number; end: number }[]): Promise<readonly string[]>

  runs(): Promise<readonly Run[]>
  planItems(run: number, from: number, limit: number): Promise<readonly PlanItem[]>
  /** Positions that are done, failed or skipped, in order. A leased position is not settled: its holder may have died. */
  settledPositions(run: number): Promise<readonly number[]>
  item(run: number, position: number): Promise<ItemRecord | undefined>
  /** Items that gave nothing or failed, by position. */
  troubledItems(run: number, after: number, limit: number): Promise<readonly ItemRecord[]>
  /** Items with parts of answers that are no pair, by position: those behind one, so many at most. */
  rejectedItems(run: number, after: number, limit: number): Promise<readonly ItemRecord[]>

  recipe(version: string): Promise<StoredRecipe | undefined>
  /** Those that the person made, newest first. */
  ownRecipes(): Promise<readonly StoredRecipe[]>

  /** A page in key order, after `after` ('' for the first page). Only visible pairs. `text` of the filter is ignored. */
  pairs(filter: PairFilter, after: PairKey, limit: number): Promise<readonly StoredPair[]>
  /** The page that ends before `before`, in key order. */
  pairsBefore(filter: PairFilter, before: PairKey, limit: number): Promise<readonly StoredPair[]>
  pair(key: PairKey): Promise<StoredPair | undefined>
  /** Visible pairs whose text matches, in key order, delivered in batches as they are found. */
  searchPairs(cancel: Cancel, filter: PairFilter, found: (batch: readonly StoredPair[]) => void): Promise<void>
  /** From maintained counters; `document` narrows to one. By checks (as in a filter) from the index, as exact. */
  tallies(document: number | null, checks?: readonly string[]): Promise<readonly Tally[]>
  /** Visible pairs per document, by state; documents without pairs are absent. */
  documentTallies(documents: readonly number[]): Promise<ReadonlyMap<number, readonly Tally[]>>

  /** Keys of the visible pairs that a filter takes (its `text` is ignored), in another order. */
  orderedKeys(cancel: Cancel, filter: PairFilter, order: PairOrder): Promise<readonly PairKey[]>
  /** For all visible pairs, or those that the other parts of a filter take; `document` narrows to one. From the index. */
  checkTallies(
    document: number | null,
    filter?: Pick<PairFilter, 'states' | 'tasks' | 'languages'>,
  ): Promise<readonly CheckTally[]>
  /** Of one document, in order of start. From the index. */
  passageTallies(document: number): Promise<readonly PassageTally[]>

  settings(): Promise<ProjectSettings>
  /** Blind checks, newest first. */
  samples(): Promise<readonly BlindSample[]>

  /** Bytes by category, as far as they can be counted: texts, cuts, pairs, ledger (blind checks with it), undo. */
  usage(): Promise<readonly { readonly category: UsageCategory; readonly bytes: number; readonly rows: number }[]>
  /** How many pairs were committed since the last backup. */
  pairsSinceBackup(): Promise<number>
  canUndo(): Promise<{ readonly undo: ActSummary | null; readonly redo: ActSummary | null; readonly steps: number }>
}

export type UsageCategory = 'texts' | 'passages' | 'pairs' | 'ledger' | 'undo'

/** One step of undo. */
export interface ActSummary {
  readonly kind: 'keep' | 'drop' | 'clear' | 'edit' | 'add'
  readonly pairs: number
}

export interface NewDocument {
  readonly document: Omit<Document, 'order' | 'removed'>
  readonly text: string
  readonly passages: readonly Passage[]
}

/** Writing documents; used by the ingest worker with the fence of its tab. */
export interface DocumentWriter {
  /** Reserves keys for a source and its documents that follow. */
  beginSource(fence: Fence, source: Pick<Source, 'name' | 'kind' | 'bytes'>): Promise<number>
  /** Adds whole, small documents in one transaction; gives back their keys. */
  addDocuments(fence: Fence, documents: readonly NewDocument[], settings: ChunkSettings): Promise<readonly number[]>
  /** A large document: reserve a key, append text in any pieces, then finish (visible) or discard (no trace). */
  beginText(fence: Fence): Promise<number>
  appendText(fence: Fence, order: number, text: string): Promise<void>
  finishText(
    fence: Fence,
    order: number,
    document: Omit<Document, 'order' | 'removed'>,
    passages: readonly Passage[],
    settings: ChunkSettings,
  ): Promise<void>
  discardText(fence: Fence, order: number): Promise<void>
  /** Writes what became of the source: counts, warnings, problem. */
  finishSource(fence: Fence, source: Omit<Source, 'removed'>): Promise<void>
  /** Drops a source and everything that came from it, for good. */
  deleteSource(cancel: Cancel, fence: Fence, source: number): Promise<void>
  /** Replaces the cut of a document. Pairs and plans keep their ranges. */
  replaceCut(fence: Fence, cut: Cut): Promise<void>
}

/** One item's outcome, with its pairs in order of writing. */
export interface ItemOutcome {
  readonly item: ItemRecord
  readonly document: number
  readonly start: number
  readonly pairs: readonly Pair[]
}

/** The words of a pair before the person edited them, under its id. */
export type WrittenPair = Original & Pick<Pair, 'id'>

/** The ledger; used by the run worker. */
export interface RunLedger {
  /** Stores run and frozen plan at once. A run with the same id is given back as it is. */
  createRun(
    fence: Fence,
    run: Omit<Run, 'sequence'>,
    plan: readonly PlanItem[],
    supersedes: readonly number[],
  ): Promise<Run>
  /**
   * One strict-durability transaction: items, pairs, counters, run. Positions settled already are left as they are,
   * with their pairs. `leased` are the positions that the caller works on next: each gets a row, or one more attempt
   * where it has one that is not settled. `activeMs` is the time worked since the last commit; it is added to the run.
   */
  commit(
    fence: Fence,
    run: number,
    outcomes: readonly ItemOutcome[],
    leased: readonly number[],
    activeMs: number,
  ): Promise<Run>
  setRunStatus(fence: Fence, run: number, status: Run['status'], problem: Problem | null): Promise<Run>
  chooseRun(fence: Fence, run: number, chosen: boolean): Promise<void>
  deleteRun(cancel: Cancel, fence: Fence, run: number): Promise<void>
  /** Every visible pair's (instruction, response) of the chosen runs and of `run`, for the duplicate index. */
  eachPairText(cancel: Cancel, run: number, visit: (stored: StoredPair) => void): Promise<void>
  /** All pairs that a run wrote for one passage, visible or not, with their words as first written. */
  writtenAt(run: number, document: number, start: number): Promise<readonly WrittenPair[]>
  /** The same pairs as they stand, with decisions and checks, in order of writing; none of a deleted document. */
  pairsAt(run: number, document: number, start: number): Promise<readonly Pair[]>
  /** Decided or edited pairs of the given runs, to carry decisions over to the run that takes their place. */
  decidedPairs(runs: readonly number[]): Promise<readonly StoredPair[]>
}

/** A recipe that a run of this project uses or used, or that the person made. Its content never changes. */
export interface StoredRecipe {
  /** SHA-256 over the content: `recipeVersion` of runs and pairs. */
  readonly version: string
  readonly recipe: Recipe
  /** Whether the person made it and has not deleted it; others are kept for the runs that name them. */
  readonly own: boolean
  /** ms since 1970; for the screen only. */
  readonly savedAt: number
}

export interface RecipeKeeper {
  /** Saving what is there already changes nothing but `own`. */
  saveRecipe(fence: Fence, recipe: StoredRecipe): Promise<void>
  /** Takes it off the person's list; it goes for good when no run names it. */
  deleteRecipe(fence: Fence, version: string): Promise<void>
}

/** What a bulk act applies to. */
export type PairSelection = { readonly keys: readonly PairKey[] } | { readonly filter: PairFilter }

/** Decisions; used by the run worker on behalf of the page. */
export interface DecisionWriter {
  /** Decides all of the selection as one step of undo. Gives the number of pairs that changed. */
  decide(
    cancel: Cancel,
    fence: Fence,
    selection: PairSelection,
    decision: Decision | null,
    progress: (done: number) => void,
  ): Promise<number>
  /** Replaces the pair by an edited version made by core; one step of undo. */
  edit(fence: Fence, key: PairKey, edited: Pair): Promise<void>
  undo(fence: Fence): Promise<ActSummary | null>
  redo(fence: Fence): Promise<ActSummary | null>
  setSourceRemoved(fence: Fence, source: number, removed: boolean): Promise<void>
  noteBackup(fence: Fence): Promise<void>
}

/** What a pair's checks say now. Evidence is replaced where it is given. */
export interface Judged {
  readonly key: PairKey
  /** The pair that was judged: one that was replaced or deleted meanwhile is passed over. */
  readonly pair: string
  readonly checks: readonly Check[]
  /** Version of the code that gave them. */
  readonly checksVersion: string | undefined
  readonly evidence?: Pair['evidence']
}

/** Judging anew and marking; used by the run worker on behalf of the page. */
export interface JudgeWriter {
  /** One transaction: checks, states, counters. Decisions stay. Not a step of undo. Gives how many were written. */
  rejudge(fence: Fence, judged: readonly Judged[]): Promise<number>
  saveSettings(fence: Fence, settings: ProjectSettings): Promise<void>
  /** Adds it, or takes the place of the one with its id. */
  saveSample(fence: Fence, sample: BlindSample): Promise<void>
  deleteSample(fence: Fence, id: string): Promise<void>
  /**
   * Adds a pair of the person's own behind those of its passage, in the run of that sequence; one step of undo, whose
   * undoing leaves it dropped. Gives its key.
   */
  addPair(
    fence: Fence,
    run: number,
    place: { readonly document: number; readonly start: number },
    pair: Pair,
  ): Promise<PairKey>
}

/** Taking the pen; called once after the tab got the project's lock. */
export interface FenceTaker {
  /**
   * Makes every older fence worthless and gives the new one. In the same transaction runs left `running` by a holder
   * that died become `paused`; then what a crash left behind (text of a document that was never finished, rows of a
   * deleted run) is cleaned away.
   */
  takeFence(): Promise<Fence>
}

export type ProjectStore = ProjectReader &
  DocumentWriter &
  RunLedger &
  RecipeKeeper &
  DecisionWriter &
  JudgeWriter &
  FenceTaker
