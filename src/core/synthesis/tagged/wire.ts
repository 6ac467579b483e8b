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

/** What is to be read: `<s> <CON> … </CON>` and an empty line. */
export function readingText(text: string): string {
  return `<s> <CON> ${neutralText(text)} </CON>\n\n`
}

/** One pair. Tags in its words are made harmless, as in the text. */
export function pairText({ question, answer }: WirePair): string {
  return `<QUE> ${neutralText(question)} <ANS> ${neutralText(answer)} </END>`
}

/** What stands between pairs of one text, and after the last pair of a text that another one follows. */
export const BETWEEN_PAIRS = '\n\n'
export const AFTER_TEXT = '</s>'
