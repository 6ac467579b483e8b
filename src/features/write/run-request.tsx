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
