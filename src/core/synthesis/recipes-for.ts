import { randomStream } from '#core/synthesis/random-stream'
import type { Recipe } from '#core/synthesis/recipe'

const GOLDEN = (Math.sqrt(5) - 1) / 2

/**
 * The recipes that a passage is asked with: a single one is itself; of a mixture all (`each`), or one drawn by weight
 * (`share`) so that the quotas hold over any stretch of the plan and inside each document (rule RECIPE6).
 *
 * @param position place of the passage in the plan, from 0
 */
export function recipesFor(recipe: Recipe, seed: number, position: number): readonly Recipe[] {
  if (recipe.parts === null) return [recipe]
  const items = recipe.parts.items.filter(item => item.weight > 0)
  if (recipe.parts.mode === 'each') return items.map(item => item.recipe)
  const total = items.reduce((sum, item) => sum + item.weight, 0)
  // Steps of the golden ratio spread evenly over the weights, from whatever place the seed begins at.
  let left = ((randomStream(seed, 'mixture', recipe.name).next() + position * GOLDEN) % 1) * total
  for (const { recipe: chosen, weight } of items) {
    left -= weight
    if (left < 0) return [chosen]
  }
  return items.slice(-1).map(item => item.recipe)
}
