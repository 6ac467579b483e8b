import type { Language } from '#core/documents/document'
import type { Comparison } from '#core/evaluation/comparison'
import type { Recipe, RecipeExample } from '#core/synthesis/recipe'
import type { Call } from '#messages/rpc'

export interface TeachingAsk {
  /** As it was before it was taught, or since: what it was taught is replaced. */
  readonly recipe: Recipe
  /** Of the model that is going to write; null where that is not known. */
  readonly contextTokens: number | null
  readonly seed: number
}

/** A worked example made of kept pairs, and where it comes from. */
export interface TeachingExample {
  /** Of a mixture, the part that it teaches. */
  readonly recipe: Pick<Recipe, 'name' | 'title'>
  readonly language: Language
  /** Key of the document. */
  readonly document: number
  readonly name: string
  readonly row: number | null
  readonly headings: readonly string[]
  readonly example: RecipeExample
  /** Of its pairs, how many the person edited. */
  readonly edited: number
  readonly tokens: number
}

/** A recipe that was taught by what the person kept. Nothing is stored. */
export interface Teaching {
  /** The recipe itself where no kept pair fits. */
  readonly recipe: Recipe
  readonly version: string
  /** Kept pairs that fit, and the passages that they are of; of the first few thousand that were kept. */
  readonly pairs: number
  readonly passages: number
  readonly examples: readonly TeachingExample[]
  /** What the examples add to a prompt at most. */
  readonly tokens: number
  /** Whether tokens were counted by the model; else they are estimated. */
  readonly exact: boolean
  /** Whether the model's context is too small for any examples. */
  readonly tooSmall: boolean
}

/** Writing the same passages with a recipe and with what it became by teaching. */
export interface ComparisonAsk {
  readonly without: Recipe
  readonly with: Recipe
  readonly engine: string
  readonly model: string
  readonly documents: readonly number[] | null
  readonly passages: number
  readonly seed: number
}

/** Sent after every passage. */
export interface ComparisonProgress {
  readonly running: boolean
  /** Passages written by either recipe, of all that both are going to write. */
  readonly done: number
  readonly total: number
  readonly pairs: number
  /** From the measured rate; null until measured. */
  readonly msLeft: number | null
  /** Rises with every change, so that a screen reads the comparison again. */
  readonly revision: number
}

/** Pairs that were kept become worked examples. */
export type TeachingApi = {
  teachRecipe: Call<TeachingAsk, Teaching>
  /**
   * Writes with both recipes, some passages with the one, then the same with the other, and stores nothing in the
   * project: the comparison is held while this tab is open. Goes on with the one that was stopped when it is asked the
   * same again; ends when all is written or it is stopped, and rejects with what befell the engine.
   */
  compareTeaching: Call<ComparisonAsk, null>
  stopComparing: Call<null, null>
  /** The one that is held; null where there is none of the open project. */
  comparison: Call<null, { readonly ask: ComparisonAsk; readonly comparison: Comparison } | null>
  /** What the person says of a pair whose recipe they do not see; null takes it back. */
  markCompared: Call<{ readonly id: string; readonly verdict: 'right' | 'wrong' | 'unclear' | null }, null>
}
