import { problemOf } from '#core/problem'
import { canonicalJson } from '#core/synthesis/canonical-json'
import type { Form } from '#core/synthesis/pair'
import type { Recipe } from '#core/synthesis/recipe'
import { FIGURES, MOST, repairRecipe } from '#core/synthesis/repair-recipe'
import type { ExampleDraft, PairDraft, RecipeDraft, WordsDraft } from './recipe-draft'
import { kept, numberOf, optionsOf, recipeOf } from './recipe-of-draft'

/** What is wrong with one field. Nothing is put right in silence: the person is told, and decides. */
export type Fault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly most: number }
  | { readonly kind: 'too-many'; readonly most: number }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'whole'; readonly least: number; readonly most: number }
  | { readonly kind: 'least-over-most' }
  | { readonly kind: 'no-count' }
  | { readonly kind: 'no-words' }
  | { readonly kind: 'not-in-passage' }
  | { readonly kind: 'not-an-option' }
  | { readonly kind: 'no-pair' }
  | { readonly kind: 'no-parts' }
  | { readonly kind: 'other'; readonly detail: string }

export interface CheckedDraft {
  /** By field: `title.en`, `words.en.ask`, `words.en.0.passage`, `words.en.0.1.quote` with the keys of the lists. */
  readonly faults: ReadonlyMap<string, Fault>
  /** The recipe that can be saved; null while there is a fault. */
  readonly recipe: Recipe | null
}

/** Looks at every field, and at last at what a reader of the saved recipe would make of it (rule WRITE3). */
export function checkDraft(draft: RecipeDraft, name: string, like: Pick<Recipe, 'task' | 'form'>): CheckedDraft {
  const faults = new Map<string, Fault>()
  const note = (at: string, fault: Fault | null): void => {
    if (fault !== null) faults.set(at, fault)
  }
  const { en, zh } = draft.title
  note('title.en', kept(en) === '' && kept(zh) === '' ? { kind: 'empty' } : tooLong(en, MOST.title))
  note('title.zh', tooLong(zh, MOST.title))
  if (draft.parts === null) checkSingle(draft, like.form, note)
  else checkParts(draft.parts, note)
  if (faults.size > 0) return { faults, recipe: null }
  const recipe = recipeOf(draft, name, like)
  try {
    const read = repairRecipe(recipe)
    if (canonicalJson(read) === canonicalJson(recipe)) return { faults, recipe }
    note('', { kind: 'other', detail: '' })
  } catch (thrown) {
    const problem = problemOf(thrown)
    note('', { kind: 'other', detail: problem.kind === 'recipe-damaged' ? problem.detail : problem.kind })
  }
  return { faults, recipe: null }
}

type Note = (at: string, fault: Fault | null) => void

function checkSingle(draft: RecipeDraft, form: Form, note: Note): void {
  note('style', tooLong(draft.style, MOST.style))
  note('perTokens', whole(draft.perTokens, FIGURES.perTokens))
  note('minimum', whole(draft.minimum, FIGURES.pairs))
  const most = whole(draft.maximum, FIGURES.pairs)
  const crossed = numberOf(draft.minimum) > numberOf(draft.maximum)
  note('maximum', most ?? (crossed ? { kind: 'least-over-most' } : null))
  note('temperature', figure(draft.temperature, FIGURES.temperature))
  note('topP', figure(draft.topP, FIGURES.topP))
  note('tokensPerPair', whole(draft.tokensPerPair, FIGURES.tokensPerPair))
  const silent = [draft.words.en, draft.words.zh].every(words => kept(words.ask) === '' && kept(words.shortAsk) === '')
  for (const language of ['en', 'zh'] as const) checkWords(draft.words[language], `words.${language}`, form, note)
  if (silent) note('words.en.ask', { kind: 'empty' })
}

function checkWords(words: WordsDraft, at: string, form: Form, note: Note): void {
  const { ask, shortAsk, examples } = words
  const unasked = kept(ask) === '' && kept(shortAsk) === ''
  note(`${at}.ask`, unasked && examples.length > 0 ? { kind: 'no-words' } : askFault(ask))
  note(`${at}.shortAsk`, askFault(shortAsk))
  note(`${at}.examples`, examples.length > MOST.examples ? { kind: 'too-many', most: MOST.examples } : null)
  for (const example of examples) checkExample(example, `${at}.${example.key}`, form, note)
}

function askFault(text: string): Fault | null {
  if (kept(text) === '') return null
  return tooLong(text, MOST.ask) ?? (text.includes('{count}') ? null : { kind: 'no-count' })
}

function checkExample({ passage, pairs }: ExampleDraft, at: string, form: Form, note: Note): void {
  note(`${at}.passage`, neededText(passage))
  if (pairs.length === 0) note(`${at}.pairs`, { kind: 'no-pair' })
  if (pairs.length > MOST.pairs) note(`${at}.pairs`, { kind: 'too-many', most: MOST.pairs })
  for (const pair of pairs) checkPair(pair, kept(passage), `${at}.${pair.key}`, form, note)
}

function checkPair(pair: PairDraft, passage: string, at: string, form: Form, note: Note): void {
  const options = optionsOf(pair.options)
  const [response, quote] = [kept(pair.response), kept(pair.quote)]
  note(`${at}.instruction`, neededText(pair.instruction))
  const strays = options.length > 0 && !options.includes(response)
  note(`${at}.response`, neededText(pair.response) ?? (strays ? { kind: 'not-an-option' } : null))
  note(`${at}.quote`, tooLong(quote, MOST.text) ?? (passage.includes(quote) ? null : { kind: 'not-in-passage' }))
  note(`${at}.options`, form === 'choice' ? optionsFault(options) : null)
  note(`${at}.reasoning`, form === 'steps' ? neededText(pair.reasoning) : tooLong(pair.reasoning, MOST.text))
}

function optionsFault(options: readonly string[]): Fault | null {
  if (options.length === 0) return { kind: 'empty' }
  return options.length > MOST.options ? { kind: 'too-many', most: MOST.options } : null
}

function checkParts({ items }: NonNullable<RecipeDraft['parts']>, note: Note): void {
  for (const { key, weight } of items) note(`parts.${key}`, figure(weight, FIGURES.weight))
  if (items.length > MOST.parts) note('parts', { kind: 'too-many', most: MOST.parts })
  if (!items.some(({ weight }) => numberOf(weight) > 0)) note('parts', { kind: 'no-parts' })
}

function neededText(text: string): Fault | null {
  return kept(text) === '' ? { kind: 'empty' } : tooLong(text, MOST.text)
}

function tooLong(text: string, most: number): Fault | null {
  return kept(text).length > most ? { kind: 'too-long', most } : null
}

function figure(text: string, [least, most]: readonly [number, number]): Fault | null {
  const value = numberOf(text)
  return value >= least && value <= most ? null : { kind: 'number', least, most }
}

function whole(text: string, [least, most]: readonly [number, number]): Fault | null {
  return figure(text, [least, most]) ?? (Number.isInteger(numberOf(text)) ? null : { kind: 'whole', least, most })
}
