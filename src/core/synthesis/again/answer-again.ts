import type { Cancel } from '#core/ports/cancel'
import type { Answer, LanguageModel, Usage } from '#core/ports/engine'
import { ProblemError } from '#core/problem'
import { type Asked, answerPrompt, questionOf } from '#core/synthesis/again/answer-prompt'
import { answerWords } from '#core/synthesis/again/answer-words'
import type { PromptPassage } from '#core/synthesis/prompt/ask'
import { readChoice } from '#core/synthesis/wire/read-choice'
import { undressed } from '#core/synthesis/wire/undressed'
import { restoredText } from '#core/text/neutral'

/** Why an answer is none. */
type NoAnswer = 'empty' | 'not-in-passage' | 'no-option' | 'cut-off'

export interface SecondAnswer {
  /** null where there is none that could stand in the pair. */
  readonly response: string | null
  readonly reason: NoAnswer | null
  /** Word for word as the model wrote it. */
  readonly raw: string
  readonly usage: Usage
}

export interface AnswerTools {
  readonly model: LanguageModel
  /** Any integer of 31 bits; another one, another answer. */
  readonly seed: number
  readonly onText: (added: string) => void
}

/** Warm enough to give another answer for another seed, cool enough to stay with the passage. */
const TEMPERATURE = 0.4

const THOUGHT = /<think>[^]*?(?:<\/think>|$)/giu
const LABEL = /^(?:<ANS>|(?:answer|response|答案|回答|答)\s{0,2}[:：])\s*/iu
const END = /\s*<\/?END>\s*$/iu
/** Marks around a whole answer say nothing. */
const EDGE = /^[\s\p{P}]+|[\s\p{P}]+$/gu

/**
 * Lets a model answer the instruction of a pair anew from its passage, without seeing the response that is there (rules
 * AGAIN1 to AGAIN3). Nothing is stored. Rejects with `cancelled`, with `context-overflow` where nothing fits, and with
 * what befalls the engine.
 */
export async function answerAgain(
  cancel: Cancel,
  { model, seed, onText }: AnswerTools,
  passage: PromptPassage,
  asked: Asked,
): Promise<SecondAnswer> {
  const room = {
    contextTokens: model.facts.contextTokens,
    count: (texts: readonly string[]) => model.count(texts),
  }
  const { messages, answerTokens } = await answerPrompt(room, passage, asked)
  const sampling = { temperature: TEMPERATURE, topP: 0.95, maxTokens: answerTokens, seed }
  const answer = await model.chat(cancel, { messages, sampling, grammar: null, topLogprobs: 0 }, onText)
  if (cancel.aborted || answer.stop === 'cancelled') throw new ProblemError({ kind: 'cancelled' })
  return { ...read(answer, asked), raw: answer.text, usage: answer.usage }
}

/** AGAIN2, AGAIN3. */
function read({ text, stop }: Answer, asked: Asked): Pick<SecondAnswer, 'response' | 'reason'> {
  const none = (reason: NoAnswer): Pick<SecondAnswer, 'response' | 'reason'> => ({ response: null, reason })
  const bare = text.replace(THOUGHT, '').trim().replace(END, '').replace(LABEL, '')
  const response = restoredText(undressed(bare)).toWellFormed().trim()
  if (response.replace(EDGE, '') === '') return none(stop === 'length' ? 'cut-off' : 'empty')
  const says = response.replace(EDGE, '').toUpperCase()
  if (['en', 'zh'].some(language => says === answerWords(language === 'zh' ? 'zh' : 'en').nothing))
    return none('not-in-passage')
  if (stop === 'length') return none('cut-off')
  if (asked.options === null) return { response, reason: null }
  const choice = readChoice(questionOf(asked), response, false)
  return 'rejected' in choice ? none('no-option') : { response: choice.answer, reason: null }
}
