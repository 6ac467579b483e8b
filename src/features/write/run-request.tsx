import { FAMILIES } from '#core/mining/families'
import type { RunRequest } from '#core/run/run'

/** The rules' own name and version, without their code; a test holds the two together. */
export const RULES = { name: 'rules', version: '1' } as const

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

/** What quick pairs ask of the run worker. */
export function rulesRequest(asked: Pick<RunRequest, 'tasks' | 'seed' | 'documents' | 'sample'>): RunRequest {
  return {
    synthesizer: RULES.name,
    engine: 'none',
    model: null,
    recipe: RULES.name,
    recipeVersion: RULES.version,
    ...asked,
  }
}
