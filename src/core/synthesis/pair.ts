import type { Language } from '#core/documents/document'

/** How an instruction is put. An open list. */
export type Form = 'open' | 'choice' | 'steps' | 'yes-no' | (string & {})

/** What an instruction asks for: `definition`, `cause`, `summary` … An open list. */
export type Task = string

/** How a range was found: word for word, aligned with a score in [0, 1], or a guess that is drawn differently. */
export type EvidenceKind = 'quoted' | 'fuzzy' | 'nearest'

/** A range of the passage's own text, in UTF-16 code units from the start of the passage. */
export interface Range {
  readonly start: number
  readonly end: number
}

export interface Evidence extends Range {
  readonly how: EvidenceKind
  readonly score?: number
}

export type CheckResult = 'pass' | 'doubt' | 'fail'

export interface Check {
  /** Name of the check, as registered in `core/verification/checks.ts`. */
  readonly name: string
  readonly result: CheckResult
  /** Stable key of the sentence that a screen shows; `reasonText` gives the English one that records carry. */
  readonly reason: string
  /** What the sentence needs: a number, a name, the key of another pair. */
  readonly values?: { readonly [name: string]: string | number }
  readonly score?: number
  /** Where in the passage the reason lies. */
  readonly ranges?: readonly Range[]
}

export type Decision = 'keep' | 'drop'

/** `kept` and `dropped` by the person; the rest from checks. */
export type State = 'kept' | 'dropped' | 'ready' | 'unsure' | 'failed'

export const STATES: readonly State[] = ['ready', 'unsure', 'failed', 'kept', 'dropped']

/** What a synthesizer writes, before any check. */
export interface Draft {
  readonly instruction: string
  readonly response: string
  readonly options: readonly string[] | null
  readonly reasoning: string | null
  readonly task: Task
  readonly form: Form
  readonly needsPassage: boolean
  /** Ranges of the passage that the synthesizer itself can name; empty when it names none. */
  readonly evidence: readonly Evidence[]
}

export interface Shot extends Range {
  /** SHA-256 of the document. */
  readonly document: string
}

export interface Provenance {
  /** Id of the run. */
  readonly run: string
  readonly synthesizer: string
  readonly recipe: string
  readonly recipeVersion: string
  readonly engine: string
  readonly model: string | null
  readonly seed: number
  /** SHA-256 of the prompt as sent; null where there is none (rules). */
  readonly promptSha256: string | null
  /** Prompt tokens taken from the engine's cache; null where there is no prompt. */
  readonly reused: number | null
}

/** The words of a pair before the person edited them. */
export interface Original {
  readonly instruction: string
  readonly response: string
}

export interface Pair extends Draft {
  /** Hash over document, range, synthesizer, recipe, seed and the words as first written (rule PAIR1). */
  readonly id: string
  /** Language of the pair itself. */
  readonly language: Language
  readonly passage: Range & { readonly headings: readonly string[] }
  readonly chain: { readonly id: string; readonly round: number; readonly shots: readonly Shot[] }
  readonly provenance: Provenance
  readonly checks: readonly Check[]
  /** Version of the code that gave the checks; absent where it is not known (rule JUDGE8). */
  readonly checksVersion?: string | undefined
  readonly decision: Decision | null
  readonly state: State
  /** null until the person edits the pair. */
  readonly original: Original | null
}
