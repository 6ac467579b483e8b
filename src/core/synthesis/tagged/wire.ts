import type { Draft } from '#core/synthesis/pair'
import { halvesOf } from '#core/synthesis/wire/write-pair'
import { neutralText } from '#core/text/neutral'

/**
 * The exact format of the instruction synthesizer (Instruction Pre-Training, arXiv 2406.14491, and the authors' code): tags
 * are plain text, the space after `<s>` is obligatory, and no chat template goes around it (rules TAGGED1, TAGGED2).
 */
export interface WirePair {
  /** With its options, and with a last line that asks for steps, where it has them. */
  readonly question: string
  readonly answer: string
}

const START = '<s>'

/** What is to be read: `<s> <CON> … </CON>` and an empty line; for an empty text `<s>` alone. */
export function readingText(text: string): string {
  return text === '' ? START : `${START} <CON> ${neutralText(text)} </CON>\n\n`
}

/** One pair. Tags in its words are made harmless, as in the text. */
export function pairText({ question, answer }: WirePair): string {
  return `<QUE> ${neutralText(question)} <ANS> ${neutralText(answer)} </END>`
}

/** What stands between pairs of one text, and after the last pair of a text that another one follows. */
export const BETWEEN_PAIRS = '\n\n'
export const AFTER_TEXT = '</s>'

/** A text with its pairs, as a shot for the next one. */
export interface WireShot {
  readonly text: string
  readonly pairs: readonly WirePair[]
}

/** A text, all of its pairs, and what parts it from the next text. */
function shotText({ text, pairs }: WireShot): string {
  return `${readingText(text)}${pairs.map(pairText).join(BETWEEN_PAIRS)}${AFTER_TEXT}`
}

/** The whole prompt (rule TAGGED3): the shots, oldest first, then what is to be read. The answer follows right behind it. */
export function promptText(shots: readonly WireShot[], text: string): string {
  return `${shots.map(shotText).join('')}${readingText(text)}`
}

/** What no answer holds: where a model begins to write the next text. */
export const STOPS = [AFTER_TEXT, START, '<CON>'] as const

/**
 * A pair as the synthesizer itself would have written it. Its reader takes one full stop from the end of a chain of
 * thought; here it comes back.
 */
export function wirePair({
  instruction,
  response,
  options,
  reasoning,
}: Pick<Draft, 'instruction' | 'response' | 'options' | 'reasoning'>): WirePair {
  const chain = reasoning === null || /[.!?]$/u.test(reasoning) ? reasoning : `${reasoning}.`
  return halvesOf(
    { instruction, response, ...(options && { options }), ...(chain !== null && { reasoning: chain }) },
    'en',
  )
}
