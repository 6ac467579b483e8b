import type { Recipe } from '#core/synthesis/recipe'
import { mixed } from '#core/synthesis/recipes/mixed/recipe'
import { multipleChoice } from '#core/synthesis/recipes/multiple-choice/recipe'
import { readingComprehension } from '#core/synthesis/recipes/reading-comprehension/recipe'
import { selfContained } from '#core/synthesis/recipes/self-contained/recipe'
import { stepByStep } from '#core/synthesis/recipes/step-by-step/recipe'
import { summary } from '#core/synthesis/recipes/summary/recipe'
import { yesNo } from '#core/synthesis/recipes/yes-no/recipe'

/** The recipes that come with Pairloom, in the order in which a screen offers them. A new one is a folder and a line here. */
export const RECIPES: readonly Recipe[] = [
  readingComprehension,
  multipleChoice,
  stepByStep,
  yesNo,
  summary,
  selfContained,
  mixed,
]
