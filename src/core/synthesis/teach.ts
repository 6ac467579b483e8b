import type { LanguageModel } from '#core/ports/engine'
import { exampleTokens } from '#core/synthesis/build-prompt'
import type { Shot } from '#core/synthesis/pair'
import type { Recipe, RecipeExample, RecipeWords } from '#core/synthesis/recipe'
import { MOST } from '#core/synthesis/repair-recipe'
import { exampleOf } from '#core/synthesis/teach/example-of'
import { type KeptPassage, TAUGHT_LANGUAGES, type TaughtLanguage } from '#core/synthesis/teach/fitting-pairs'

/** Passages of one language that a taught recipe shows. */
const MOST_TAUGHT = 3

/** What of a context they may take: half of it is wanted for the passage, its answer and the rules. */
const SHARE = 0.35

/** What examples must fit into; as `PromptRoom`. */
export interface TeachingRoom {
  readonly contextTokens: number
  readonly count: LanguageModel['count']
}

export interface TaughtExample {
  readonly example: RecipeExample & { readonly from: Shot }
  /** What it adds to a prompt. */
  readonly tokens: number
}

/**
 * The best kept passages as examples of a single recipe, within the room that teaching may take of a context (rules TEACH3,
 * TEACH4).
 *
 * @param passages best first, each with its text
 */
export async function taughtExamples(
  room: TeachingRoom,
  recipe: Recipe,
  language: TaughtLanguage,
  passages: readonly { readonly kept: KeptPassage; readonly text: string }[],
): Promise<readonly TaughtExample[]> {
  const taught: TaughtExample[] = []
  const asked = new Set<string>()
  let left = Math.floor(SHARE * room.contextTokens)
  for (const { kept, text } of passages) {
    if (taught.length === MOST_TAUGHT) break
    const example = exampleOf(kept, text, language, asked)
    if (example === null) continue
    const tokens = await exampleTokens(room, recipe, language, example)
    if (tokens > left) continue
    left -= tokens
    taught.push({ example: { ...example, from: kept.place }, tokens })
    for (const { instruction } of example.pairs) asked.add(instruction.toLowerCase())
  }
  return taught
}

/** The single recipes that a recipe asks with: itself, or the parts of a mixture that have a weight. */
export function singleRecipes(recipe: Recipe): readonly Recipe[] {
  return recipe.parts === null
    ? [recipe]
    : recipe.parts.items.filter(({ weight }) => weight > 0).map(item => item.recipe)
}

/**
 * The recipe with examples of the person's before its own, at most eight in all; of a mixture, each of its parts (rule
 * TEACH5). What it was taught before is replaced. Without any examples it is the recipe without what it was taught.
 *
 * @param examplesOf best first, for each of `singleRecipes`
 */
export function taughtRecipe(
  recipe: Recipe,
  examplesOf: (single: Recipe, language: TaughtLanguage) => readonly RecipeExample[],
): Recipe {
  if (recipe.parts !== null) {
    const items = recipe.parts.items.map(item => ({ ...item, recipe: taughtRecipe(item.recipe, examplesOf) }))
    return { ...recipe, parts: { ...recipe.parts, items } }
  }
  const wordsIn = (language: TaughtLanguage): RecipeWords => {
    const words = recipe.words[language]
    const own = words.examples.filter(({ from }) => from === undefined)
    return { ...words, examples: [...examplesOf(recipe, language), ...own].slice(0, MOST.examples) }
  }
  return { ...recipe, words: { en: wordsIn('en'), zh: wordsIn('zh') } }
}

/** The recipe without examples of the person's documents: as it may be given away (rule TEACH8). */
export function untaughtRecipe(recipe: Recipe): Recipe {
  return taughtRecipe(recipe, () => [])
}

/** The passages whose kept pairs a recipe shows, each once. */
export function taughtPlaces(recipe: Recipe): readonly Shot[] {
  const places = new Map<string, Shot>()
  for (const { words } of recipe.parts === null ? [recipe] : recipe.parts.items.map(item => item.recipe)) {
    for (const { from } of TAUGHT_LANGUAGES.flatMap(language => words[language].examples)) {
      if (from !== undefined) places.set(`${from.document} ${from.start} ${from.end}`, from)
    }
  }
  return [...places.values()]
}
