import type { PassageInput } from '#core/ports/synthesizer'
import type { Recipe, RecipeExample } from '#core/synthesis/recipe'
import { MOST } from '#core/synthesis/repair-recipe'
import { exampleOf } from '#core/synthesis/teach/example-of'

/**
 * A single recipe that shows the earlier rounds of the passage's chain as worked examples, latest first and before all
 * others, so that the oldest go first where room is short (rule CHAIN9).
 */
export function withEarlier(
  recipe: Recipe,
  { earlier = [], language }: Pick<PassageInput, 'earlier' | 'language'>,
): Recipe {
  const own = language === 'zh' ? 'zh' : 'en'
  const examples: RecipeExample[] = []
  for (const { place, text, pairs } of earlier.toReversed()) {
    const fitting = pairs.filter(
      pair => pair.language === language && pair.task === recipe.task && pair.form === recipe.form,
    )
    const asked = examples.flatMap(example => example.pairs.map(({ instruction }) => instruction.toLowerCase()))
    const example = exampleOf({ place, pairs: fitting }, text, own, new Set(asked))
    if (example !== null) examples.push(example)
  }
  if (examples.length === 0) return recipe
  const words = recipe.words[own]
  const all = [...examples, ...words.examples].slice(0, MOST.examples)
  return { ...recipe, words: { ...recipe.words, [own]: { ...words, examples: all } } }
}
