import { canonicalJson } from '#core/synthesis/canonical-json'
import type { Recipe } from '#core/synthesis/recipe'

/** Whether two recipes say the same: then they are the same version. */
export function sameRecipe(a: Recipe, b: Recipe): boolean {
  return a === b || (a.name === b.name && canonicalJson(a) === canonicalJson(b))
}
