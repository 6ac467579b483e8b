import type { Document, Language, Meta } from '#core/documents/document'
import type {
  CheckResult,
  Decision,
  Evidence,
  Form,
  Original,
  Pair,
  Range,
  Shot,
  State,
  Task,
} from '#core/synthesis/pair'
import { reasonText } from '#core/verification/reasons'

/** A pair with what a row needs beside it. */
export interface ExportPair {
  readonly pair: Pair
  readonly document: Document
  /** Text of the pair's passage: `[pair.passage.start, pair.passage.end)` of the document. */
  readonly passageText: string
}

/** What rows say about a document. */
export type RecordDocument = {
  readonly name: string
  readonly row: number | null
  readonly sha256: string
  readonly meta: Meta
}

/** What a row of `records` is made of; an ExportPair is one. */
export interface RecordSource {
  readonly pair: Pair
  readonly document: RecordDocument
  readonly passageText: string
}

type RecordCheck = {
  readonly name: string
  readonly result: CheckResult
  /** An English sentence. */
  readonly reason: string
  readonly score?: number
  readonly ranges?: readonly Range[]
}

/** What a row of `records` says of the pair alone. Keys stand in this order in every row. */
export type OwnPart = {
  readonly id: string
  readonly instruction: string
  readonly response: string
  readonly options: readonly string[]
  readonly reasoning: string | null
  readonly task: Task
  readonly form: Form
  readonly language: Language
  readonly needs_passage: boolean
  readonly state: State
  readonly decision: Decision | null
  readonly checks: readonly RecordCheck[]
  readonly evidence: readonly Evidence[]
}

/** What it says of where the pair comes from: the same for most pairs of one passage. */
export type CommonPart = {
  readonly passage: {
    readonly start: number
    readonly end: number
    readonly headings: readonly string[]
    readonly text: string
  }
  readonly document: RecordDocument
  readonly chain: { readonly id: string; readonly round: number; readonly shots: readonly Shot[] }
  readonly provenance: {
    readonly run: string
    readonly synthesizer: string
    readonly recipe: string
    readonly recipe_version: string
    readonly engine: string
    readonly model: string | null
    readonly seed: number
    readonly prompt_sha256: string | null
    readonly reused: number | null
  }
  readonly original: Original | null
}

/** The native, lossless row (rule EXPORT3). */
export type RecordRow = OwnPart & CommonPart

/** Row of `records` for a pair (rule EXPORT3). */
export function recordRow(source: RecordSource): RecordRow {
  return { ...ownPart(source), ...commonPart(source) }
}

export function ownPart({ pair }: Pick<RecordSource, 'pair'>): OwnPart {
  return {
    id: pair.id,
    instruction: pair.instruction,
    response: pair.response,
    options: pair.options ?? [],
    reasoning: pair.reasoning,
    task: pair.task,
    form: pair.form,
    language: pair.language,
    needs_passage: pair.needsPassage,
    state: pair.state,
    decision: pair.decision,
    checks: pair.checks.map(check => ({
      name: check.name,
      result: check.result,
      reason: reasonText(check),
      ...(check.score === undefined ? {} : { score: check.score }),
      ...(check.ranges === undefined ? {} : { ranges: check.ranges.map(({ start, end }) => ({ start, end })) }),
    })),
    evidence: pair.evidence.map(({ start, end, how, score }) =>
      score === undefined ? { start, end, how } : { start, end, how, score },
    ),
  }
}

export function commonPart({ pair, document, passageText }: RecordSource): CommonPart {
  const { provenance } = pair
  return {
    passage: { start: pair.passage.start, end: pair.passage.end, headings: pair.passage.headings, text: passageText },
    document: recordDocument(document),
    chain: {
      id: pair.chain.id,
      round: pair.chain.round,
      shots: pair.chain.shots.map(({ document, start, end }) => ({ document, start, end })),
    },
    provenance: {
      run: provenance.run,
      synthesizer: provenance.synthesizer,
      recipe: provenance.recipe,
      recipe_version: provenance.recipeVersion,
      engine: provenance.engine,
      model: provenance.model,
      seed: provenance.seed,
      prompt_sha256: provenance.promptSha256,
      reused: provenance.reused,
    },
    original:
      pair.original === null ? null : { instruction: pair.original.instruction, response: pair.original.response },
  }
}

/** Whether two pairs surely have the common part in common: readers hand out one object to all pairs that share it. */
export function sameCommonPart(a: RecordSource, b: RecordSource): boolean {
  return (
    a.pair.passage === b.pair.passage &&
    a.pair.chain === b.pair.chain &&
    a.pair.provenance === b.pair.provenance &&
    a.pair.original === b.pair.original &&
    a.document === b.document &&
    a.passageText === b.passageText
  )
}

/** The part of a document that rows carry, in fixed order. */
export function recordDocument({ name, row, sha256, meta }: RecordDocument): RecordDocument {
  return { name, row, sha256, meta }
}
