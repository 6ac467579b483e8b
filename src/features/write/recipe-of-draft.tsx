import type { ExamplePair, Recipe, RecipeWords } from '#core/synthesis/recipe'
import { slug } from '#core/synthesis/repair-recipe'
import type { ExampleDraft, PairDraft, RecipeDraft, WordsDraft } from './recipe-draft'

/** Names end well before they would be cut, so that a number fits behind. */
const LONGEST_NAME = 60

/** What is kept of a text in a field: no space around it, no half character. */
export function kept(text: string): string {
  return text.trim().toWellFormed()
}

/** The options of a field, one a line. */
export function optionsOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map(kept)
    .filter(option => option !== '')
}

/** The name that a title gives, with a number behind where it is taken. */
export function nameFor({ en, zh }: RecipeDraft['title'], taken: readonly string[]): string {
  const base = (slug(kept(en)) || slug(kept(zh)) || 'recipe').slice(0, LONGEST_NAME).replace(/-$/u, '')
  let name = base
  for (let n = 2; taken.includes(name); n++) name = `${base}-${n}`
  return name
}

/** What the fields say, as a recipe that may still be wrong; task and form are those of the one it was made from. */
export function recipeOf(draft: RecipeDraft, name: string, { task, form }: Pick<Recipe, 'task' | 'form'>): Recipe {
  const [en, zh] = [kept(draft.title.en), kept(draft.title.zh)]
  return {
    format: 1,
    name,
    title: { en: en || zh, zh: zh || en },
    task,
    form,
    needsPassage: draft.needsPassage,
    pairs: {
      perTokens: numberOf(draft.perTokens),
      minimum: numberOf(draft.minimum),
      maximum: numberOf(draft.maximum),
    },
    sampling: {
      temperature: numberOf(draft.temperature),
      topP: numberOf(draft.topP),
      tokensPerPair: numberOf(draft.tokensPerPair),
    },
    style: kept(draft.style),
    words: bothWords(draft.words),
    parts: draft.parts && {
      mode: draft.parts.mode,
      items: draft.parts.items.map(({ recipe, weight }) => ({ recipe, weight: numberOf(weight) })),
    },
  }
}

/** NaN for what is no number. */
export function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text)
}

/** Words of the one language stand in for those of the other where there are none. */
function bothWords(words: RecipeDraft['words']): Recipe['words'] {
  const [en, zh] = [wordsOf(words.en), wordsOf(words.zh)]
  const none = ({ ask }: RecipeWords): boolean => ask === ''
  return { en: none(en) && !none(zh) ? zh : en, zh: none(zh) && !none(en) ? en : zh }
}

/** The long and the short way to ask stand in for each other. */
function wordsOf(words: WordsDraft): RecipeWords {
  const [ask, shortAsk] = [kept(words.ask), kept(words.shortAsk)]
  return { ask: ask || shortAsk, shortAsk: shortAsk || ask, examples: words.examples.map(exampleOf) }
}

function exampleOf({ passage, pairs }: ExampleDraft) {
  return { passage: kept(passage), pairs: pairs.map(pairOf) }
}

function pairOf(pair: PairDraft): ExamplePair {
  const options = optionsOf(pair.options)
  const reasoning = kept(pair.reasoning)
  return {
    instruction: kept(pair.instruction),
    response: kept(pair.response),
    quote: kept(pair.quote),
    ...(options.length > 0 && { options }),
    ...(reasoning !== '' && { reasoning }),
  }
}
