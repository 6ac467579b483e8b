import { rulesSynthesizer } from '#core/mining/rules-synthesizer'
import type { PassageInput } from '#core/ports/synthesizer'
import type { Draft } from '#core/synthesis/pair'

/** Mines a text; what is not given is plain. */
export function mine(text: string, given: Partial<PassageInput> = {}): readonly Draft[] {
  const language = /[\u4e00-\u9fff]{4}/u.test(text) ? 'zh' : 'en'
  return rulesSynthesizer.synthesize(
    { aborted: false },
    { text, headings: [], language, title: null, first: false, seed: 1, tasks: [], ...given },
  ).drafts
}
