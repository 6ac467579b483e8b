import type { Language } from '#core/documents/document'
import type { PassageInput } from '#core/ports/synthesizer'
import type { ExamplePair, Recipe, RecipeExample, RecipeWords } from '#core/synthesis/recipe'
import { writePair } from '#core/synthesis/wire/write-pair'
import { languageNote, promptWords } from '#core/synthesis/prompt/prompt-words'
import { neutralText } from '#core/text/neutral'

export type PromptPassage = Pick<PassageInput, 'text' | 'headings' | 'language' | 'title' | 'place'>

/** Titles and headings tell what a passage is about; a heading that is a paragraph tells no more. */
const HEADING_UNITS = 160
const HEADINGS = 6

/** The words of a recipe for passages in a language: Chinese ones for Chinese, English ones for all others. */
export function recipeWords(recipe: Recipe, language: Language): RecipeWords {
  return language === 'zh' ? recipe.words.zh : recipe.words.en
}

/** The request itself, after the passage: what to write, how many, in which style and language. */
export function askText(recipe: Recipe, language: Language, pairs: number, short: boolean): string {
  const words = recipeWords(recipe, language)
  const ask = (short ? words.shortAsk : words.ask).replaceAll('{count}', () => String(pairs))
  const style = recipe.style === '' ? '' : `${promptWords(language).style}${neutralText(recipe.style)}`
  return [ask, style, languageNote(language)].filter(part => part !== '').join('\n')
}

/** Where a passage stands, and its words between tags that it cannot hold itself (rule PROMPT8). */
export function passageText(passage: PromptPassage, text: string): string {
  const words = promptWords(passage.language)
  const line = (label: string, value: string): string => (value === '' ? '' : `${label}${neutralText(value)}\n`)
  const headings = passage.headings.slice(-HEADINGS).map(clipped)
  const title = clipped(passage.title ?? '')
  const where = line(words.title, headings.includes(title) ? '' : title) + line(words.section, headings.join(' > '))
  return `${where}<CON>\n${neutralText(text)}\n</CON>`
}

/** What is asked about the passage of an example. */
export function exampleAsk(recipe: Recipe, language: Language, example: RecipeExample): string {
  const ask = askText(recipe, language, example.pairs.length, false)
  return `<CON>\n${neutralText(example.passage)}\n</CON>\n\n${ask}`
}

/** What was answered to it. */
export function exampleAnswer(example: RecipeExample, language: Language): string {
  return example.pairs.map(pair => writePair(neutralPair(pair), language)).join('\n\n')
}

function neutralPair(pair: ExamplePair): ExamplePair {
  return {
    instruction: neutralText(pair.instruction),
    response: neutralText(pair.response),
    quote: neutralText(pair.quote),
    ...(pair.options && { options: pair.options.map(neutralText) }),
    ...(pair.reasoning !== undefined && { reasoning: neutralText(pair.reasoning) }),
  }
}

function clipped(heading: string): string {
  const line = heading.trim().replace(/\s+/gu, ' ')
  return line.length <= HEADING_UNITS ? line : `${line.slice(0, HEADING_UNITS).toWellFormed()}…`
}
