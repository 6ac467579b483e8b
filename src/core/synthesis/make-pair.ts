import type { Language } from '#core/documents/document'
import type { Hash } from '#core/ports/hash'
import type { Draft, Pair, Provenance, Range } from '#core/synthesis/pair'
import { type Judge, placeOf } from '#core/verification/judge'
import { stateOf } from '#core/verification/state'

/** Where a draft was written and by what. */
export interface PairOrigin {
  /** Key of the document in the store. */
  readonly document: number
  readonly documentSha256: string
  readonly passage: Range & { readonly headings: readonly string[]; readonly language: Language; readonly text: string }
  readonly chain: Pair['chain']
  readonly provenance: Provenance
}

export interface PairTools {
  readonly hash: Hash
  /** Knows every pair that was made before and is not a repetition itself. */
  readonly judge: Judge
}

/**
 * Makes a checked pair from a draft. Its id (rule PAIR1) leaves the run out: the same words from the same place by the
 * same recipe and seed are the same pair, so that decisions can follow it into a later run.
 */
export async function makePair(tools: PairTools, draft: Draft, origin: PairOrigin): Promise<Pair> {
  const { document, documentSha256, passage, chain, provenance } = origin
  const id = tools.hash.sha256(
    JSON.stringify([
      documentSha256,
      passage.start,
      passage.end,
      provenance.synthesizer,
      provenance.recipe,
      provenance.recipeVersion,
      provenance.model,
      provenance.seed,
      draft.task,
      draft.instruction,
      draft.response,
    ]),
  )
  const checks = await tools.judge.judge(draft, id, {
    text: passage.text,
    language: passage.language,
    headings: passage.headings,
    key: `${documentSha256} ${passage.start} ${passage.end}`,
    place: placeOf(document, passage),
  })
  return {
    ...draft,
    id,
    language: passage.language,
    passage: { start: passage.start, end: passage.end, headings: passage.headings },
    chain,
    provenance,
    checks,
    checksVersion: tools.judge.version,
    decision: null,
    state: stateOf(null, checks),
    original: null,
  }
}
