import type { Hash } from '#core/ports/hash'
import { canonicalJson } from '#core/synthesis/canonical-json'
import type { Recipe } from '#core/synthesis/recipe'

/** The version of a recipe: SHA-256 of its canonical JSON, so that every change of it is another version (rule RECIPE1). */
export function recipeVersion(hash: Hash, recipe: Recipe): string {
  return hash.sha256(canonicalJson(recipe))
}
