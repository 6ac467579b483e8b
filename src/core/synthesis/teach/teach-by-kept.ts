import { SMALL_CONTEXT } from '#core/synthesis/build-prompt'
import type { Shot } from '#core/synthesis/pair'
import type { Recipe } from '#core/synthesis/recipe'
import {
  singleRecipes,
  type TaughtExample,
  taughtExamples,
  taughtRecipe,
  type TeachingRoom,
  untaughtRecipe,
} from '#core/synthesis/teach'
import {
  fits,
  fittingPassages,
  type KeptPair,
  type KeptPassage,
  TAUGHT_LANGUAGES,
  type TaughtLanguage,
} from '#core/synthesis/teach/fitting-pairs'

/** Passages whose texts are read: some turn out too long, or to ask what others ask. */
const TRIED = 16

/** Where kept pairs and the texts of their passages come from. */
export interface KeptSource {
  /** Kept pairs of the recipe's task in a language; what does not fit is passed over. */
  readonly pairs: (single: Recipe, language: TaughtLanguage) => Promise<readonly KeptPair[]>
  /** In the order asked for. */
  readonly texts: (places: readonly Shot[]) => Promise<readonly string[]>
}

/** An example of a taught recipe, and what it was made of. */
export interface Taught extends TaughtExample {
  readonly recipe: Recipe
  readonly language: TaughtLanguage
  readonly kept: KeptPassage
}

export interface TaughtByKept {
  /** The recipe without what it was taught before where nothing fits (rule TEACH7). */
  readonly recipe: Recipe
  readonly taught: readonly Taught[]
  /** Kept pairs that fit, and their passages. */
  readonly pairs: number
  readonly passages: number
  readonly tooSmall: boolean
}

/** Teaches a recipe, or each part of a mixture, by the kept pairs that fit it best (rules TEACH1 to TEACH7). */
export async function teachByKept(
  room: TeachingRoom,
  recipe: Recipe,
  seed: number,
  source: KeptSource,
): Promise<TaughtByKept> {
  const tooSmall = room.contextTokens < SMALL_CONTEXT
  const taught: Taught[] = []
  const pairs = new Set<string>()
  const passages = new Set<string>()
  for (const single of singleRecipes(recipe)) {
    for (const language of TAUGHT_LANGUAGES) {
      const fitting = (await source.pairs(single, language)).filter(({ pair }) => fits(single, language, pair))
      for (const { pair, document } of fitting) {
        pairs.add(pair.id)
        passages.add(`${document} ${pair.passage.start} ${pair.passage.end}`)
      }
      if (tooSmall || fitting.length === 0) continue
      const best = fittingPassages(single, language, fitting, seed, TRIED)
      const texts = await source.texts(best.map(({ place }) => place))
      const tried = best.map((kept, index) => ({ kept, text: texts[index] ?? '' }))
      for (const example of await taughtExamples(room, single, language, tried)) {
        const kept = best.find(({ place }) => place === example.example.from)
        if (kept !== undefined) taught.push({ ...example, recipe: single, language, kept })
      }
    }
  }
  const counts = { taught, pairs: pairs.size, passages: passages.size, tooSmall }
  if (taught.length === 0) return { recipe: untaughtRecipe(recipe), ...counts }
  const examplesOf = (single: Recipe, language: TaughtLanguage) =>
    taught.filter(one => one.recipe === single && one.language === language).map(({ example }) => example)
  return { recipe: taughtRecipe(recipe, examplesOf), ...counts }
}
