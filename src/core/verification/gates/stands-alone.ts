import { askVerdict, VERDICT_TOKENS } from '#core/verification/gates/ask-verdict'
import { fixedPart, type GatePrompt } from '#core/verification/gates/fit-prompt'
import type { Gate, GatePair } from '#core/verification/gates/gate'
import { questionOf, spoken } from '#core/verification/gates/pair-words'
import { ONE_ZERO } from '#core/verification/gates/read-verdict'
import { ALONE_WORDS } from '#core/verification/gates/stands-alone-words'

/** The likelier of two digits. */
const EVEN = 0.5

function promptFor({ draft, language }: GatePair): GatePrompt {
  const words = ALONE_WORDS[spoken(language)]
  const ask = (question: string): string => `${words.question}${question}\n\n${words.ask}`
  return {
    system: words.system,
    shots: words.examples.map(({ question, label }) => ({ asked: ask(question), answered: label })),
    ask: () => ask(questionOf(draft)),
  }
}

/**
 * Whether an instruction that goes out without its passage can be understood without it (rule GATE7). Below the line it is
 * a doubt: what certainly points at a text is failed by string comparison, and a judge is no string comparison.
 */
export const standsAlone: Gate = {
  name: 'stands-alone',
  line: () => EVEN,
  below: 'doubt',
  notices: ['pointing'],
  appliesTo: draft => !draft.needsPassage,
  cost: pair => ({
    fixed: fixedPart(promptFor(pair)),
    shared: '',
    own: `${questionOf(pair.draft)}${ALONE_WORDS[spoken(pair.language)].ask}`,
    answerTokens: VERDICT_TOKENS,
  }),
  weigh: (cancel, judging, pair) =>
    askVerdict(cancel, judging, promptFor(pair), ONE_ZERO, { passage: '', language: pair.language, evidence: [] }),
}
