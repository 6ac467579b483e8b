import { ProblemError } from '#core/problem'
import { parseRecipe } from '#core/synthesis/repair-recipe'
import { untaughtRecipe } from '#core/synthesis/teach'
import type { Commands } from '#features/services'
import type { PageState } from '../page-state'
import { download } from '../save-target'

type RecipeCommands = Pick<
  Commands,
  'saveRecipe' | 'deleteRecipe' | 'tryRecipe' | 'showPrompt' | 'showRound' | 'shareRecipe' | 'readRecipe'
>

/** A file larger than this holds no recipe. */
const MOST_BYTES = 1_048_576

export function recipeCommands({ threads }: PageState): RecipeCommands {
  const { run: worker } = threads
  return {
    saveRecipe: (recipe, own) => worker.call('saveRecipe', { recipe, own }),
    deleteRecipe: async version => {
      await worker.call('deleteRecipe', { version })
    },
    tryRecipe: (trial, signal, onText) => worker.call('tryRecipe', trial, { signal, onProgress: onText }),
    showPrompt: ask => worker.call('showPrompt', ask),
    showRound: ask => worker.call('showRound', ask),
    shareRecipe: recipe => {
      const blob = new Blob([`${JSON.stringify(untaughtRecipe(recipe), null, 2)}\n`], { type: 'application/json' })
      download([{ name: `${recipe.name}.recipe.json`, blob }])
      return Promise.resolve()
    },
    readRecipe: async file => {
      if (file.size > MOST_BYTES) throw new ProblemError({ kind: 'recipe-damaged', detail: 'the file is too large' })
      return parseRecipe(await file.text())
    },
  }
}
