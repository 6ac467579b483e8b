import type { ExportPair } from '#core/export/export-row'
import type { Row } from '#core/export/json-line'
import type { Shape } from '#core/export/shape'
import type { PassageText } from '#core/ports/project-store'

export const FORMAT_NAMES = ['records', 'passages', 'alpaca', 'messages', 'sharegpt', 'text'] as const
export type FormatName = (typeof FORMAT_NAMES)[number]

/** `auto` puts the passage in where the pair needs it (rule EXPORT5). */
export type PassageInPrompt = 'auto' | 'yes' | 'no'

/** The options that change the words of a row. */
export interface RowSettings {
  readonly passageInPrompt: PassageInPrompt
  /** Blank for none. */
  readonly systemPrompt: string
}

/** The values of `formatting` that LLaMA-Factory knows. */
export const LLAMA_FACTORY_FORMATTINGS = ['alpaca', 'sharegpt', 'openai'] as const

/** How trainers are told to read a file of this format. */
export interface TrainerReading {
  readonly llamaFactory: {
    readonly formatting: (typeof LLAMA_FACTORY_FORMATTINGS)[number]
    readonly columns: { readonly [role: string]: string }
    readonly tags?: { readonly [tag: string]: string }
  }
  readonly axolotl: { readonly [key: string]: string | { readonly [key: string]: string } }
}

interface FormatBase {
  readonly name: FormatName
  /** Whether `passageInPrompt` and `systemPrompt` apply. */
  readonly prompts: boolean
  /** Keys of every row, in order. */
  readonly keys: (settings: RowSettings) => readonly string[]
  /** Shapes of all keys that a row may have. */
  readonly shapes: { readonly [key: string]: Shape }
  /** What shapes cannot say, as a sentence; null when the row holds it. */
  readonly fault: (row: Row) => string | null
  /** null where no trainer reads the format as it is. */
  readonly trainers: ((settings: RowSettings) => TrainerReading) | null
}

/** One row a pair. */
export interface PairFormat extends FormatBase {
  readonly input: 'pairs'
  readonly row: (pair: ExportPair, settings: RowSettings) => Row
  /** null where neighbours have little in common. */
  readonly parts: RowParts | null
}

/**
 * A row in two: what is the pair's own, and behind it what most pairs of one passage have in common, which is then
 * written and checked once for all of them. The keys of both, one after the other, are those of the row.
 */
export interface RowParts {
  readonly own: (pair: ExportPair) => Row
  readonly common: (pair: ExportPair) => Row
  /** First key of the second part. */
  readonly from: string
  /** Whether two pairs surely have the second part in common; a "no" that is wrong only costs time. */
  readonly same: (a: ExportPair, b: ExportPair) => boolean
}

/** One row for a passage with the pairs written from it; `pairs` has at least one. */
export interface PassagePairsFormat extends FormatBase {
  readonly input: 'passage-pairs'
  readonly row: (pairs: readonly ExportPair[], settings: RowSettings) => Row
}

/** One row a passage, whether it has pairs or not. */
export interface PassageFormat extends FormatBase {
  readonly input: 'passages'
  readonly row: (passage: PassageText) => Row
}

export type ExportFormat = PairFormat | PassagePairsFormat | PassageFormat
