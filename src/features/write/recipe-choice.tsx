import { useId } from 'react'
import type { StoredRecipe } from '#core/ports/project-store'
import type { Recipe } from '#core/synthesis/recipe'
import { RECIPES } from '#core/synthesis/recipes'
import { Chip } from '#ui'
import { useMessages, useSession } from '#features/context'
import { MESSAGES } from './messages'
import { RecipeActs } from './recipe-acts'

export interface RecipeChoiceProps {
  readonly own: readonly StoredRecipe[]
  readonly chosen: Recipe
  readonly onChange: (recipe: Recipe) => void
}

/** What a model is asked for: the recipes that come with the app, and the person's own. */
export function RecipeChoice({ own, chosen, onChange }: RecipeChoiceProps) {
  const words = useMessages(MESSAGES)
  const locale = useSession(session => session.locale)
  const name = useId()
  const mine = own.find(({ recipe }) => JSON.stringify(recipe) === JSON.stringify(chosen))
  const row = (recipe: Recipe, key: string, isOwn: boolean) => (
    <label key={key} className="recipe" data-chosen={recipe === chosen}>
      <input type="radio" name={name} checked={recipe === chosen} onChange={() => onChange(recipe)} />
      <span>
        <strong>
          {recipe.title[locale]}
          {isOwn && <Chip>{words.recipes.own}</Chip>}
        </strong>
        <span className="recipe__body">{words.recipes.bodies[recipe.name] ?? recipe.style}</span>
      </span>
    </label>
  )
  return (
    <fieldset className="write-setup__part">
      <legend>{words.recipes.title}</legend>
      <div className="recipes">
        {RECIPES.map(recipe => row(recipe, recipe.name, false))}
        {own.map(({ recipe, version }) => row(recipe, version, true))}
      </div>
      <RecipeActs recipe={chosen} own={mine ?? null} onChange={onChange} />
    </fieldset>
  )
}
