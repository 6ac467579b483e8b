import type { StoredModel } from '#core/models/model'
import { isInstructionSynthesizer } from '#core/models/instruction-synthesizer'
import { type Chains, type RunRequest, USUAL_ROUNDS } from '#core/run/run'
import type { Recipe } from '#core/synthesis/recipe'
import { readingComprehension } from '#core/synthesis/recipes/reading-comprehension/recipe'
import { taggedRequest } from '#core/synthesis/tagged/tagged-request'
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

export const ROUND_CHOICES = ['1', '2', '3', '4', '5'] as const
export type RoundChoice = (typeof ROUND_CHOICES)[number]
export type Shown = Chains['shots']

/** Rounds of a model until the person says something else. */
export function usualRounds(model: StoredModel): number {
  return isInstructionSynthesizer(model) ? USUAL_ROUNDS.tagged : USUAL_ROUNDS.chat
}

/** What goes into a request; null for one round, whose runs are named as if there were no chains (rule CHAIN8). */
export function chainsOf(rounds: number, shots: Shown): Chains | null {
  return rounds === 1 ? null : { rounds, shots, window: null }
}

/**
 * What a model is asked of a run: an instruction synthesizer in its own way, any other by a recipe, whose version is filled
 * in where it is known: by its content.
 */
export function modelAsk(
  model: StoredModel,
  recipe: Recipe,
  covers: Pick<RunRequest, 'seed' | 'documents' | 'sample'>,
  chains: Chains | null,
): RunAsk {
  const by = { ...covers, ...(chains && { chains }), engine: model.engine, model: model.id }
  if (isInstructionSynthesizer(model)) return { request: taggedRequest(by), recipe: null, speed: model.speed }
  const request = { ...by, synthesizer: 'chat', recipe: recipe.name, recipeVersion: '', tasks: [] }
  return { request, recipe, speed: model.speed }
}
