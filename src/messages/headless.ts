import type { Measured } from '#core/evaluation/measured'
import type { ExportOptions } from '#core/export/export-plan'
import type { ChunkSettings } from '#core/documents/passage'
import type { RunRequest } from '#core/run/run'
import type { Recipe } from '#core/synthesis/recipe'

/** A model to write with, in place of the rules of the run, or answers that one gave elsewhere. */
export interface HeadlessModel {
  readonly engine: 'webllm' | 'wllama' | 'replay'
  /**
   * Of the catalogue, or of a model that the profile holds; null: its files lie in the page's second file input. For
   * `replay` the name of the answers, which lie there too.
   */
  readonly id: string | null
  /** null for the usual one. */
  readonly contextTokens: number | null
  /** What a chat model is (or was) asked with; null for an instruction synthesizer. */
  readonly recipe: Recipe | null
}

/** What the command line asks of the page; all of it plain data. */
export interface HeadlessJob {
  /** Tells projects apart: a fingerprint over the inputs. The same one resumes what was left unfinished. */
  readonly project: string
  /** Relative path of each file in the page's file input, in the same order. */
  readonly names: readonly string[]
  readonly chunk: ChunkSettings
  /** null synthesizes nothing. */
  readonly run: RunRequest | null
  /** Given: the run is made by this model; of its request only tasks, seed, documents, sample and chains count. */
  readonly model: HeadlessModel | null
  readonly export: ExportOptions
}

export interface HeadlessFile {
  readonly name: string
  readonly documents: number
  /** Why it gave nothing, as a sentence; null when it gave documents. */
  readonly problem: string | null
  /** What was left out or replaced, as sentences. */
  readonly warnings: readonly string[]
  /** Whether part of it could not be read. */
  readonly partly: boolean
}

export interface HeadlessResult {
  readonly files: readonly HeadlessFile[]
  readonly documents: number
  readonly passages: number
  readonly characters: number
  /** null when nothing was synthesized. */
  readonly run: {
    readonly passages: number
    readonly empty: number
    readonly failed: number
    readonly pairs: number
    readonly seconds: number
    /** Whether it went on from an earlier, unfinished call. */
    readonly resumed: boolean
    /** Passages that gave no pair, by reason. */
    readonly reasons: readonly { readonly name: string; readonly count: number }[]
    /** Parts of answers that are no pair, by reason. */
    readonly rejected: readonly { readonly name: string; readonly count: number }[]
    /** What wrote, and how quickly; null for rules. */
    readonly model: { readonly name: string; readonly device: string; readonly tokensPerSecond: number } | null
  } | null
  readonly written: readonly { readonly name: string; readonly rows: number; readonly bytes: number }[]
  readonly tasks: readonly { readonly name: string; readonly count: number }[]
  readonly states: readonly { readonly name: string; readonly count: number }[]
  /** What blind marks in the profile say of what was exported. */
  readonly measured: Measured
}

/** Answer of the page: a result, or a sentence that says what went wrong. */
export type HeadlessAnswer =
  | { readonly ok: true; readonly result: HeadlessResult }
  | { readonly ok: false; readonly kind: string; readonly sentence: string }

/** How page and command line find each other. */
export const HEADLESS = {
  route: 'headless',
  input: 'headless-files',
  model: 'headless-model',
  run: 'pairloomHeadless',
  progress: 'pairloomProgress',
} as const
