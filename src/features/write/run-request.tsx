import type { StoredModel } from '#core/models/model'
import type { RunRequest } from '#core/run/run'
import type { Recipe } from '#core/synthesis/recipe'
import { readingComprehension } from '#core/synthesis/recipes/reading-comprehension/recipe'
import type { RunAsk } from '#messages/run-worker'
import { FAMILIES } from '#core/mining/families'

/** Passages of a first look. */
export const SAMPLE_SIZE = 20
const SEED_LIMIT = 4_294_967_295

export const USUAL_FAMILIES: readonly string[] = FAMILIES.filter(family => family.onByDefault).map(
  family => family.name,
)

/** Names in the order of the list; empty, which stands for the usual ones, when the choice is just those. */
export function tasksOf(chosen: ReadonlySet<string>): readonly string[] {
  const names = FAMILIES.map(family => family.name).filter(name => chosen.has(name))
  const usual = names.length === USUAL_FAMILIES.length && names.every(name => USUAL_FAMILIES.includes(name))
  return usual ? [] : names
}

/** A whole number that fits 32 bits; null for anything else. */
export function readSeed(text: string): number | null {
  const value = Number(text)
  return text.trim() !== '' && Number.isInteger(value) && value >= 0 && value <= SEED_LIMIT ? value : null
}

export const FIRST_RECIPE: Recipe = readingComprehension

/** What a model is asked of a run. The version of the recipe is filled in where it is known: by its content. */
export function modelAsk(
  model: StoredModel,
  recipe: Recipe,
  covers: Pick<RunRequest, 'seed' | 'documents' | 'sample'>,
): RunAsk {
  const request = {
    ...covers,
    synthesizer: 'chat',
    engine: model.engine,
    model: model.id,
    recipe: recipe.name,
    recipeVersion: '',
    tasks: [],
  }
  return { request, recipe, speed: model.speed }
}
