import type { ChatMessage } from '#core/ports/engine'
import { ProblemError } from '#core/problem'
import { answerWords } from '#core/synthesis/again/answer-words'
import type { PromptRoom } from '#core/synthesis/build-prompt'
import type { Pair, Range } from '#core/synthesis/pair'
import { passageText, type PromptPassage } from '#core/synthesis/prompt/ask'
import { halved } from '#core/synthesis/prompt/split-text'
import { wireWords } from '#core/synthesis/wire/words'
import { neutralText } from '#core/text/neutral'
import { estimateTokens } from '#core/text/token-estimate'

/** What a pair asks. */
export type Asked = Pick<Pair, 'instruction' | 'response' | 'options' | 'evidence' | 'language'>

export interface AnswerPrompt {
  readonly messages: readonly ChatMessage[]
  /** Of the messages, with a margin for the model's template. */
  readonly tokens: number
  /** What the answer may take. */
  readonly answerTokens: number
  /** The part of the passage that the model sees. */
  readonly part: Range
}

/** What chat templates put around two messages, with a margin; as for other prompts (PROMPT5). */
const TEMPLATE_TOKENS = 64

/** An answer gets three times the room of the one before, within these bounds. */
const ROOM = { share: 3, least: 96, most: 1024 }

/**
 * What to say to a chat model that shall answer the instruction of a pair anew (rule AGAIN1). Of a passage that does not
 * fit the half with the pair's evidence is taken, as often as it needs. Throws `context-overflow` where not even a few
 * words fit.
 */
export async function answerPrompt(room: PromptRoom, passage: PromptPassage, asked: Asked): Promise<AnswerPrompt> {
  const words = answerWords(asked.language)
  const question = `${words.question}${neutralText(questionOf(asked))}${asked.options === null ? '' : `\n\n${words.choose}`}`
  const answerTokens = Math.min(
    ROOM.most,
    Math.max(ROOM.least, ROOM.share * estimateTokens(asked.response)),
    Math.floor(room.contextTokens / 4),
  )
  const eye = asked.evidence[0]?.start ?? 0
  for (let part: Range = { start: 0, end: passage.text.length }; ; ) {
    const text = passage.text.slice(part.start, part.end)
    const messages: readonly ChatMessage[] = [
      { role: 'system', content: words.system },
      { role: 'user', content: `${passageText(passage, text)}\n\n${question}` },
    ]
    const counts = await room.count(messages.map(({ content }) => content))
    const tokens = counts.reduce((sum, count) => sum + count, TEMPLATE_TOKENS)
    if (tokens + answerTokens <= room.contextTokens) return { messages, tokens, answerTokens, part }
    const halves = halved(passage.text, part, passage.language)
    if (halves === null)
      throw new ProblemError({ kind: 'context-overflow', promptTokens: tokens, contextTokens: room.contextTokens })
    part = halves[1].start <= eye ? halves[1] : halves[0]
  }
}

/** The instruction with its options as the wire format puts them, which is how answers are read back. */
export function questionOf({ instruction, options, language }: Asked): string {
  if (options === null) return instruction
  return `${instruction}\n${wireWords(language).options}\n${options.map(option => `- ${option}`).join('\n')}`
}
