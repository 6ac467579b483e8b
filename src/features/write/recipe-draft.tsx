import type { ExamplePair, Recipe, RecipeExample, RecipeWords } from '#core/synthesis/recipe'

/** A recipe as it stands in the fields of the editor: figures as they were typed, lists with keys to draw them by. */
export interface RecipeDraft {
  readonly title: { readonly en: string; readonly zh: string }
  readonly needsPassage: boolean
  readonly style: string
  readonly perTokens: string
  readonly minimum: string
  readonly maximum: string
  readonly temperature: string
  readonly topP: string
  readonly tokensPerPair: string
  readonly words: { readonly en: WordsDraft; readonly zh: WordsDraft }
  /** null for a single recipe. */
  readonly parts: PartsDraft | null
}

export interface WordsDraft {
  readonly ask: string
  readonly shortAsk: string
  readonly examples: readonly ExampleDraft[]
}

export interface ExampleDraft {
  readonly key: string
  readonly passage: string
  readonly pairs: readonly PairDraft[]
}

export interface PairDraft {
  readonly key: string
  readonly instruction: string
  readonly response: string
  readonly quote: string
  /** One a line. */
  readonly options: string
  readonly reasoning: string
}

export interface PartsDraft {
  readonly mode: 'share' | 'each'
  readonly items: readonly PartDraft[]
}

export interface PartDraft {
  readonly key: string
  readonly recipe: Recipe
  readonly weight: string
}

/** Keys of what is added later; those of what was there count from 0. */
let added = 0
function newKey(): string {
  added += 1
  return `new-${added}`
}

export function newPair(): PairDraft {
  return { key: newKey(), instruction: '', response: '', quote: '', options: '', reasoning: '' }
}

export function newExample(): ExampleDraft {
  return { key: newKey(), passage: '', pairs: [newPair()] }
}

export function newPart(recipe: Recipe): PartDraft {
  return { key: newKey(), recipe, weight: '1' }
}

/** The fields that show a recipe. */
export function draftOf(recipe: Recipe, title: RecipeDraft['title'] = recipe.title): RecipeDraft {
  const { pairs, sampling, words, parts } = recipe
  return {
    title,
    needsPassage: recipe.needsPassage,
    style: recipe.style,
    perTokens: String(pairs.perTokens),
    minimum: String(pairs.minimum),
    maximum: String(pairs.maximum),
    temperature: String(sampling.temperature),
    topP: String(sampling.topP),
    tokensPerPair: String(sampling.tokensPerPair),
    words: { en: wordsOf(words.en), zh: wordsOf(words.zh) },
    parts: parts && {
      mode: parts.mode,
      items: parts.items.map((item, index) => ({ key: `${index}`, recipe: item.recipe, weight: String(item.weight) })),
    },
  }
}

function wordsOf({ ask, shortAsk, examples }: RecipeWords): WordsDraft {
  return { ask, shortAsk, examples: examples.map(exampleOf) }
}

function exampleOf({ passage, pairs }: RecipeExample, index: number): ExampleDraft {
  return { key: `${index}`, passage, pairs: pairs.map(pairOf) }
}

function pairOf({ instruction, response, quote, options = [], reasoning = '' }: ExamplePair, index: number): PairDraft {
  return { key: `${index}`, instruction, response, quote, options: options.join('\n'), reasoning }
}
