import type { Language } from '#core/documents/document'
import type { Hash } from '#core/ports/hash'
import type { DetectLanguage } from '#core/ports/language'
import type { Draft, Pair, Provenance, Range } from '#core/synthesis/pair'
import { checkDraft } from '#core/verification/checks'
import type { DuplicateIndex } from '#core/verification/duplicate-index'
import { stateOf } from '#core/verification/state'

/** Where a draft was written and by what. */
export interface PairOrigin {
  readonly documentSha256: string
  readonly passage: Range & { readonly headings: readonly string[]; readonly language: Language; readonly text: string }
  readonly chain: Pair['chain']
  readonly provenance: Provenance
}

export interface PairTools {
  readonly hash: Hash
  readonly detect: DetectLanguage
  /** Grows with every pair that was made and is not a repetition itself. */
  readonly duplicates: DuplicateIndex
}

/**
 * Makes a checked pair from a draft. Its id (rule PAIR1) leaves the run out: the same words from the same place by the
 * same recipe and seed are the same pair, so that decisions can follow it into a later run.
 */
export function makePair(tools: PairTools, draft: Draft, origin: PairOrigin): Pair {
  const { documentSha256, passage, chain, provenance } = origin
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
  const checks = checkDraft(draft, {
    passageText: passage.text,
    passageLanguage: passage.language,
    passageHeadings: passage.headings,
    detect: tools.detect,
    duplicates: tools.duplicates,
    id,
  })
  tools.duplicates.add(id, draft.instruction, draft.response)
  return {
    ...draft,
    id,
    language: passage.language,
    passage: { start: passage.start, end: passage.end, headings: passage.headings },
    chain,
    provenance,
    checks,
    decision: null,
    state: stateOf(null, checks),
    original: null,
  }
}
