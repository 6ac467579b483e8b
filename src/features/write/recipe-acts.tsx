import { useRef, useState } from 'react'
import type { StoredRecipe } from '#core/ports/project-store'
import type { Recipe } from '#core/synthesis/recipe'
import { Button, Dialog } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { RECIPE_MESSAGES } from './recipe-messages'
import { FIRST_RECIPE } from './run-request'

export interface RecipeActsProps {
  readonly recipe: Recipe
  /** Given when it is the person's own. */
  readonly own: StoredRecipe | null
  readonly onChange: (recipe: Recipe) => void
  /** Opens the editor: on the own recipe, or (null) on a copy. */
  readonly onEdit: (own: StoredRecipe | null) => void
}

/** What can be done with the chosen recipe: change it, share it as a file, read one, delete an own one. */
export function RecipeActs({ recipe, own, onChange, onEdit }: RecipeActsProps) {
  const words = useMessages(RECIPE_MESSAGES).acts
  const commands = useCommands()
  const file = useRef<HTMLInputElement>(null)
  const [deleting, setDeleting] = useState(false)
  const read = async (given: File): Promise<void> => {
    const shared = await commands.readRecipe(given)
    await commands.saveRecipe(shared, true)
    onChange(shared)
  }
  return (
    <div className="recipe-acts">
      {own !== null && (
        <Button size="s" icon="edit" onClick={() => onEdit(own)}>
          {words.edit}
        </Button>
      )}
      <Button size="s" icon="copy" onClick={() => onEdit(null)}>
        {words.duplicate}
      </Button>
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
        <Button size="s" tone="quiet" onClick={() => setDeleting(true)}>
          {words.delete}
        </Button>
      )}
      {own !== null && deleting && (
        <DeleteRecipe own={own} onDeleted={() => onChange(FIRST_RECIPE)} onClose={() => setDeleting(false)} />
      )}
    </div>
  )
}

interface DeleteRecipeProps {
  readonly own: StoredRecipe
  readonly onDeleted: () => void
  readonly onClose: () => void
}

function DeleteRecipe({ own, onDeleted, onClose }: DeleteRecipeProps) {
  const words = useMessages(RECIPE_MESSAGES).acts
  const commands = useCommands()
  const locale = useSession(session => session.locale)
  const [busy, setBusy] = useState(false)
  return (
    <Dialog
      open
      width="s"
      onClose={onClose}
      title={words.sureTitle(own.recipe.title[locale])}
      closeLabel={words.close}
      actions={
        <>
          <Button data-autofocus onClick={onClose}>
            {words.keep}
          </Button>
          <Button
            tone="danger"
            icon="trash"
            busy={busy}
            onClick={() => {
              setBusy(true)
              commands.deleteRecipe(own.version).then(onDeleted, commands.report).finally(onClose)
            }}
          >
            {words.confirm}
          </Button>
        </>
      }
    >
      <p>{words.sureBody}</p>
    </Dialog>
  )
}
