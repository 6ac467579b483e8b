import type { ProjectReader, RecipeKeeper, StoredRecipe } from '#core/ports/project-store'
import type { Connection } from '#storage/database/connection'

/** Reading of recipes. */
export function recipeReader(connection: Connection): Pick<ProjectReader, 'recipe' | 'ownRecipes'> {
  return {
    recipe: version => connection.read(['recipes'], db => db.recipes.get(version)),
    ownRecipes: () =>
      connection.read(['recipes'], async db => {
        const rows = await db.recipes.toArray()
        return rows.filter(row => row.own).sort((a, b) => b.savedAt - a.savedAt || (a.version < b.version ? -1 : 1))
      }),
  }
}

/** Writing of recipes. */
export function recipeKeeper(connection: Connection): RecipeKeeper {
  return {
    saveRecipe: (fence, recipe) =>
      connection.write(fence, ['recipes'], async db => {
        const held = await db.recipes.get(recipe.version)
        const row: StoredRecipe = held === undefined ? recipe : { ...held, own: held.own || recipe.own }
        await db.recipes.put(row)
      }),
    deleteRecipe: (fence, version) =>
      connection.write(fence, ['recipes', 'runs'], async db => {
        const [held, runs] = await Promise.all([db.recipes.get(version), db.runs.toArray()])
        if (held === undefined) return
        if (runs.some(({ run }) => run.request.recipeVersion === version)) {
          await db.recipes.put({ ...held, own: false })
        } else await db.recipes.delete(version)
      }),
  }
}
