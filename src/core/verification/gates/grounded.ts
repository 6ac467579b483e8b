import type { Gate, GatePair } from '#core/verification/gates/gate'
import { askVerdict, VERDICT_TOKENS } from '#core/verification/gates/ask-verdict'
import { fixedPart, type GatePrompt } from '#core/verification/gates/fit-prompt'
import { GROUNDED_WORDS } from '#core/verification/gates/grounded-words'
import { answerOf, passageBlock, questionOf, spoken } from '#core/verification/gates/pair-words'
import { YES_NO } from '#core/verification/gates/read-verdict'

function promptFor({ draft, language }: GatePair): GatePrompt {
  const words = GROUNDED_WORDS[spoken(language)]
  const ask = (passage: string, question: string, answer: string): string =>
    `${passageBlock(passage)}\n\n${words.question}${question}\n${words.answer}${answer}\n\n${words.ask}`
  return {
    system: words.system,
    shots: words.examples.map(example => ({
      asked: ask(example.passage, example.question, example.answer),
      answered: words[example.label],
    })),
    ask: passage => ask(passage, questionOf(draft), answerOf(draft)),
  }
}

/**
 * Whether the passage supports the answer, by one word of a model (rule GATE5): the published filters that keep
 * grounded pairs ask the same (Genie, InstructLab), ours with the passage first, so that it is read once.
 */
export const grounded: Gate = {
  name: 'grounded',
  line: thresholds => thresholds.grounded,
  below: 'fail',
  notices: ['number', 'other-answer', 'negated'],
  appliesTo: () => true,
  cost: pair => ({
    fixed: fixedPart(promptFor(pair)),
    shared: passageBlock(pair.passage),
    own: `${questionOf(pair.draft)}\n${answerOf(pair.draft)}${GROUNDED_WORDS[spoken(pair.language)].ask}`,
    answerTokens: VERDICT_TOKENS,
  }),
  weigh: (cancel, judging, pair) =>
    askVerdict(cancel, judging, promptFor(pair), YES_NO, { ...pair, evidence: pair.draft.evidence }),
}
