import type { Language } from '#core/documents/document'
import type { Problem } from '#core/problem'

/** What the person asked for. The run's id is a hash over this and the frozen plan (rule RUN1). */
export interface RunRequest {
  readonly synthesizer: string
  readonly engine: string
  readonly model: string | null
  readonly recipe: string
  readonly recipeVersion: string
  /** Tasks to write; empty means the synthesizer's defaults. */
  readonly tasks: readonly string[]
  readonly seed: number
  /** Keys of documents, or null for all that are not removed. */
  readonly documents: readonly number[] | null
  /** Number of passages drawn by seed, or null for all. */
  readonly sample: number | null
  /**
   * Only these passages (of the cut as it is, by start) of the documents: to fill gaps, or to write again. Left out or
   * null for all of them.
   */
  readonly places?: readonly { readonly document: number; readonly start: number }[] | null
  /** Left out or null: each passage is a chain of its own. */
  readonly chains?: Chains | null
}

/** How passages are chained: M rounds, each with the pairs of those before it as shots (rules CHAIN1 to CHAIN8). */
export interface Chains {
  /** M, 1 to 5. */
  readonly rounds: number
  /** All pairs as written, or only those that passed every check or were kept. */
  readonly shots: 'written' | 'passed'
  /** Tokens that shots and passage may take together; null for what the model's context leaves. */
  readonly window: number | null
}

export const MOST_ROUNDS = 5

/**
 * Rounds where nobody says anything: the two of the paper for general texts (it takes three for texts of one domain); a
 * chat model is asked about each passage alone.
 */
export const USUAL_ROUNDS = { chat: 1, tagged: 2 } as const

export type RunStatus = 'running' | 'paused' | 'cancelled' | 'done'

export interface Run {
  /** Hash; see RUN1. */
  readonly id: string
  /** Small number, unique in the project, in order of creation; part of every pair's key. */
  readonly sequence: number
  readonly request: RunRequest
  readonly status: RunStatus
  /** Why it is paused, when the person did not pause it. */
  readonly problem: Problem | null
  /** Items in the plan. */
  readonly total: number
  readonly done: number
  readonly failed: number
  /** Items that were done and gave no pair. */
  readonly empty: number
  readonly pairs: number
  /** Pieces of answers that are no pair, by reason; left out where there are none. */
  readonly rejected?: Readonly<Record<string, number>>
  /** Whether Review and Export take its pairs. A later run over at least the same passages takes its place. */
  readonly chosen: boolean
  /** Milliseconds spent working, pauses left out. */
  readonly activeMs: number
  /** When it was created, ms since 1970; for the screen only. */
  readonly createdAt: number
}

/** `pending` items have no row; see RUN2. */
export type ItemState = 'leased' | 'done' | 'failed' | 'skipped'

/** One place of the plan: a passage in a round of a chain. */
export interface PlanItem {
  /** Index in the plan; with the run, the item's key. */
  readonly position: number
  readonly chain: number
  readonly round: number
  /** Key of the document. */
  readonly document: number
  readonly start: number
  readonly end: number
  readonly headings: readonly string[]
  readonly language: Language
}

/** What is stored about an item that is not pending. */
export interface ItemRecord {
  readonly position: number
  readonly state: ItemState
  readonly attempts: number
  readonly pairs: number
  /** Why it gave nothing or failed: a key that the screen can say; null when it gave pairs. */
  readonly reason: string | null
  /** Raw output of a model for items that gave nothing; null for rules. */
  readonly raw: string | null
  /** What of the last answer was no pair, as written and with its reason (rule PARSE12); left out where there is nothing. */
  readonly rejected?: readonly RejectedWords[]
}

/** A piece of an answer that is no pair. */
export interface RejectedWords {
  /** A key that the screen can say. */
  readonly reason: string
  readonly raw: string
}
