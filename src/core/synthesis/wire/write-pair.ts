import type { Language } from '#core/documents/document'
import type { ExamplePair } from '#core/synthesis/recipe'
import { wireWords } from '#core/synthesis/wire/words'

/** A pair as a model should write it (rule PARSE2). What `createTagParser` and `readShape` read back. */
export function writePair(pair: ExamplePair, language: Language): string {
  const { question, answer } = halvesOf(pair, language)
  const source = pair.quote === '' ? '' : ` <SRC> ${pair.quote}`
  return `<QUE> ${question} <ANS> ${answer}${source} </END>`
}

/** The two halves of a pair between its tags: with its options, and with what asks for steps and ends them. */
export function halvesOf(
  pair: Pick<ExamplePair, 'instruction' | 'response' | 'options' | 'reasoning'>,
  language: Language,
): { readonly question: string; readonly answer: string } {
  const words = wireWords(language)
  const question = [
    pair.instruction,
    ...(pair.options === undefined ? [] : [words.options, ...pair.options.map(option => `- ${option}`)]),
    ...(pair.reasoning === undefined ? [] : [words.steps]),
  ].join('\n')
  const space = language === 'zh' ? '' : ' '
  const answer =
    pair.reasoning === undefined ? pair.response : `${pair.reasoning}\n${words.therefore}${space}${pair.response}`
  return { question, answer }
}
