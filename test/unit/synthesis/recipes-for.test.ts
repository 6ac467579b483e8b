import { describe, expect, it } from 'vitest'
import type { Recipe } from '#core/synthesis/recipe'
import { mixed } from '#core/synthesis/recipes/mixed/recipe'
import { recipesFor } from '#core/synthesis/recipes-for'

const items = mixed.parts?.items ?? []
const total = items.reduce((sum, item) => sum + item.weight, 0)

/** Share of each recipe over some positions. */
function shares(positions: readonly number[], seed: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const position of positions) {
    const [recipe, ...more] = recipesFor(mixed, seed, position)
    expect(more).toEqual([])
    counts.set(recipe?.name ?? '', (counts.get(recipe?.name ?? '') ?? 0) + 1 / positions.length)
  }
  return counts
}

const every = (step: number, count: number): number[] => Array.from({ length: count }, (_, i) => i * step)

describe('mixtures', () => {
  it.each([
    ['200 passages', every(1, 200)],
    ['a thousand passages', every(1, 1_000)],
    ['each second passage: one of two documents', every(2, 200)],
    ['each tenth passage', every(10, 200)],
    ['the last of many', every(1, 300).map(i => i + 5_000)],
  ])('RECIPE6: quotas hold within three percent over %s, for any seed', (_, positions) => {
    for (const seed of [1, 2, 3, 12_345]) {
      const found = shares(positions, seed)
      for (const { recipe, weight } of items) {
        expect(Math.abs((found.get(recipe.name) ?? 0) - weight / total)).toBeLessThan(0.03)
      }
    }
  })

  it('RECIPE6: the same seed and place give the same recipe; another seed another order', () => {
    const order = (seed: number): string[] => every(1, 50).map(i => recipesFor(mixed, seed, i)[0]?.name ?? '')
    expect(order(1)).toEqual(order(1))
    expect(order(1)).not.toEqual(order(2))
  })

  it('RECIPE6: each means all of them, in order; a single recipe is itself; a weight of nought is left out', () => {
    const each: Recipe = { ...mixed, parts: { mode: 'each', items } }
    expect(recipesFor(each, 1, 7)).toEqual(items.map(item => item.recipe))
    const [first] = items
    if (first === undefined) throw new RangeError('no part')
    expect(recipesFor(first.recipe, 1, 7)).toEqual([first.recipe])
    const without = { ...each, parts: { mode: 'each' as const, items: [{ ...first, weight: 0 }, ...items.slice(1)] } }
    expect(recipesFor(without, 1, 0)).toEqual(items.slice(1).map(item => item.recipe))
  })
})
