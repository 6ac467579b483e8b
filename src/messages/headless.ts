import type { ExportOptions } from '#core/export/export-plan'
import type { ChunkSettings } from '#core/documents/passage'
import type { RunRequest } from '#core/run/run'

/** What the command line asks of the page; all of it plain data. */
export interface HeadlessJob {
  /** Tells projects apart: a fingerprint over the inputs. The same one resumes what was left unfinished. */
  readonly project: string
  /** Relative path of each file in the page's file input, in the same order. */
  readonly names: readonly string[]
  readonly chunk: ChunkSettings
  /** null synthesizes nothing. */
  readonly run: RunRequest | null
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
  } | null
  readonly written: readonly { readonly name: string; readonly rows: number; readonly bytes: number }[]
  readonly tasks: readonly { readonly name: string; readonly count: number }[]
  readonly states: readonly { readonly name: string; readonly count: number }[]
}

/** Answer of the page: a result, or a sentence that says what went wrong. */
export type HeadlessAnswer =
  | { readonly ok: true; readonly result: HeadlessResult }
  | { readonly ok: false; readonly kind: string; readonly sentence: string }

/** How page and command line find each other. */
export const HEADLESS = {
  route: 'headless',
  input: 'headless-files',
  run: 'pairloomHeadless',
  progress: 'pairloomProgress',
} as const
