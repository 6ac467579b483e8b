import { answerTokens } from '#core/evaluation/token-f1'
import type { Draft } from '#core/synthesis/pair'
import { agreement } from '#core/verification/gates/agreement'
import { fitPrompt, fixedPart, type GatePrompt } from '#core/verification/gates/fit-prompt'
import type { Gate, GatePair } from '#core/verification/gates/gate'
import { passageBlock, questionOf, spoken } from '#core/verification/gates/pair-words'
import { ROUND_TRIP_WORDS } from '#core/verification/gates/round-trip-words'

/** Bounds of an answer, in tokens. */
const ROOM = { least: 24, most: 256 }

/** Tokens that a word of an answer takes at most, in nearly all vocabularies. */
const PER_WORD = 2

function sizeOf(pair: GatePair): number {
  return Math.max(3, answerTokens(pair.draft.response, pair.language).length)
}

/** An answer may be twice as long as the first one; what goes on after that says too much to agree. */
function roomFor(pair: GatePair): number {
  return Math.min(ROOM.most, Math.max(ROOM.least, 2 * PER_WORD * sizeOf(pair)))
}

function askFor(draft: Draft, size: number, language: GatePair['language']): string {
  const words = ROUND_TRIP_WORDS[spoken(language)]
  if (draft.options !== null && draft.options.length > 0) return words.choose
  if (draft.form === 'yes-no') return words.decide
  return words.ask.replace('{count}', String(size))
}

function promptFor(pair: GatePair): GatePrompt {
  const words = ROUND_TRIP_WORDS[spoken(pair.language)]
  const ask = (passage: string, question: string, how: string): string =>
    `${passageBlock(passage)}\n\n${words.question}${question}\n${how}`
  return {
    system: words.system,
    shots: words.examples.map(({ passage, question, answer }) => ({
      asked: ask(passage, question, words.ask.replace('{count}', String(answerTokens(answer, pair.language).length))),
      answered: answer,
    })),
    ask: passage => ask(passage, questionOf(pair.draft), askFor(pair.draft, sizeOf(pair), pair.language)),
  }
}

/**
 * Whether a model that only sees the passage answers the instruction in the same way (rule GATE6), as round-trip filters
 * for questions do (Alberti et al. 2019). Two right answers may differ in their words, so below the line it is a doubt; and
 * an answer with one wrong digit still agrees in all other words, so of planted faults only another answer counts.
 */
export const roundTrip: Gate = {
  name: 'round-trip',
  line: thresholds => thresholds.agreement,
  below: 'doubt',
  notices: ['other-answer'],
  appliesTo: () => true,
  cost: pair => ({
    fixed: fixedPart(promptFor(pair)),
    shared: passageBlock(pair.passage),
    own: questionOf(pair.draft) + askFor(pair.draft, sizeOf(pair), pair.language),
    answerTokens: Math.min(ROOM.most, Math.ceil(PER_WORD * sizeOf(pair))),
  }),
  weigh: async (cancel, judging, pair) => {
    const maxTokens = roomFor(pair)
    const { draft, language, passage } = pair
    const fitted = await fitPrompt(judging.model, promptFor(pair), passage, {
      language,
      evidence: draft.evidence,
      answerTokens: maxTokens,
    })
    if (fitted === null) return { kind: 'too-long' }
    const { text } = await judging.ask(cancel, {
      messages: fitted.messages,
      sampling: { temperature: 0, topP: 1, maxTokens, seed: 1 },
      grammar: null,
      topLogprobs: 0,
    })
    const said = text.trim()
    const score = agreement(draft, said, language)
    return score === null ? { kind: 'unclear', said } : { kind: 'score', score, said, seen: fitted.seen }
  },
}
