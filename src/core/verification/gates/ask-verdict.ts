import type { Language } from '#core/documents/document'
import type { Cancel } from '#core/ports/cancel'
import { fitPrompt, type GatePrompt } from '#core/verification/gates/fit-prompt'
import type { Judging, Weighed } from '#core/verification/gates/gate'
import { LOOKED_AT, readVerdict, type VerdictWords } from '#core/verification/gates/read-verdict'
import type { Range } from '#core/synthesis/pair'

/** A verdict is one word, which may be written in two tokens. */
export const VERDICT_TOKENS = 2

/**
 * Asks for a verdict of one word, the likeliest one, with its probability where the engine tells it. Never by a grammar:
 * a judge that is forced to a word cannot show that it does not know what it was asked (rule GATE1).
 */
export async function askVerdict(
  cancel: Cancel,
  judging: Judging,
  prompt: GatePrompt,
  words: VerdictWords,
  about: { readonly passage: string; readonly language: Language; readonly evidence: readonly Range[] },
): Promise<Weighed> {
  const { model } = judging
  const fitted = await fitPrompt(model, prompt, about.passage, { ...about, answerTokens: VERDICT_TOKENS })
  if (fitted === null) return { kind: 'too-long' }
  const answer = await judging.ask(cancel, {
    messages: fitted.messages,
    // Greedy; engines that look at probabilities after temperature are asked at 1 by their adapter (WEBLLM10).
    sampling: { temperature: 0, topP: 1, maxTokens: VERDICT_TOKENS, seed: 1 },
    grammar: null,
    topLogprobs: model.facts.logprobs === null ? 0 : LOOKED_AT,
  })
  const score = readVerdict(answer, model.facts, words)
  const said = answer.text.trim()
  return score === null ? { kind: 'unclear', said } : { kind: 'score', score, said, seen: fitted.seen }
}
