import { useId, useState } from 'react'
import type { StoredRecipe } from '#core/ports/project-store'
import type { Recipe } from '#core/synthesis/recipe'
import { RECIPES } from '#core/synthesis/recipes'
import { Chip } from '#ui'
import { useMessages, useSession } from '#features/context'
import { MESSAGES } from './messages'
import { RecipeActs } from './recipe-acts'
import { RecipeEditor } from './recipe-editor'
import { sameRecipe } from './same-recipe'

export interface RecipeChoiceProps {
  readonly own: readonly StoredRecipe[]
  readonly chosen: Recipe
  /** `from`: what it was made from, when it comes out of the editor. */
  readonly onChange: (recipe: Recipe, from: Recipe | null) => void
}

/** What a model is asked for: the recipes that come with the app, and the person's own. */
export function RecipeChoice({ own, chosen, onChange }: RecipeChoiceProps) {
  const words = useMessages(MESSAGES)
  const locale = useSession(session => session.locale)
  const name = useId()
  const [editing, setEditing] = useState<{ source: Recipe; replaces: StoredRecipe | null } | null>(null)
  const mine = own.find(({ recipe }) => sameRecipe(recipe, chosen)) ?? null
  const row = (recipe: Recipe, key: string, isOwn: boolean) => {
    const on = sameRecipe(recipe, chosen)
    return (
      <label key={key} className="recipe" data-chosen={on}>
        <input type="radio" name={name} checked={on} onChange={() => onChange(recipe, null)} />
        <span>
          <strong>
            {recipe.title[locale]}
            {isOwn && <Chip>{words.recipes.own}</Chip>}
          </strong>
          <span className="recipe__body">{(isOwn ? null : words.recipes.bodies[recipe.name]) ?? recipe.style}</span>
        </span>
      </label>
    )
  }
  const all = [...RECIPES, ...own.map(({ recipe }) => recipe)]
  return (
    <>
      <fieldset className="write-setup__part">
        <legend>{words.recipes.title}</legend>
        <div className="recipes">
          {RECIPES.map(recipe => row(recipe, recipe.name, false))}
          {own.map(({ recipe, version }) => row(recipe, version, true))}
        </div>
        <RecipeActs
          recipe={chosen}
          own={mine}
          onChange={recipe => onChange(recipe, null)}
          onEdit={replaces => setEditing({ source: chosen, replaces })}
        />
      </fieldset>
      {editing !== null && (
        <RecipeEditor
          {...editing}
          takenNames={all.filter(recipe => recipe !== editing.replaces?.recipe).map(recipe => recipe.name)}
          singles={all.filter(recipe => recipe.parts === null)}
          onSaved={recipe => {
            onChange(recipe, editing.source)
            setEditing(null)
          }}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  )
}
