import { useRef } from 'react'
import type { StoredRecipe } from '#core/ports/project-store'
import type { Recipe } from '#core/synthesis/recipe'
import { RECIPES } from '#core/synthesis/recipes'
import { Button } from '#ui'
import { useCommands, useMessages } from '#features/context'
import { MESSAGES } from './messages'

export interface RecipeActsProps {
  readonly recipe: Recipe
  /** Given when it is the person's own. */
  readonly own: StoredRecipe | null
  readonly onChange: (recipe: Recipe) => void
}

/** What can be done with the chosen recipe: share it as a file, read one, delete an own one. */
export function RecipeActs({ recipe, own, onChange }: RecipeActsProps) {
  const words = useMessages(MESSAGES).recipes
  const commands = useCommands()
  const file = useRef<HTMLInputElement>(null)
  const read = async (given: File): Promise<void> => {
    const shared = await commands.readRecipe(given)
    await commands.saveRecipe(shared, true)
    onChange(shared)
  }
  return (
    <div className="recipe-acts">
      <Button
        size="s"
        tone="quiet"
        onClick={() => {
          commands.shareRecipe(recipe).catch(commands.report)
        }}
      >
        {words.share}
      </Button>
      <Button size="s" tone="quiet" onClick={() => file.current?.click()}>
        {words.read}
      </Button>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={words.read}
        data-testid="recipe-file"
        onChange={event => {
          const [given] = event.target.files ?? []
          event.target.value = ''
          if (given !== undefined) read(given).catch(commands.report)
        }}
      />
      {own !== null && (
        <Button
          size="s"
          tone="quiet"
          onClick={() => {
            commands
              .deleteRecipe(own.version)
              .then(() => RECIPES[0] !== undefined && onChange(RECIPES[0]))
              .catch(commands.report)
          }}
        >
          {words.delete}
        </Button>
      )}
    </div>
  )
}
