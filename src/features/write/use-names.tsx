import { catalogueModel } from '#core/models/catalogue'
import type { StoredModel } from '#core/models/model'
import type { StoredRecipe } from '#core/ports/project-store'
import { useMessages, useSession } from '#features/context'
import { MESSAGES } from './messages'

/** Titles of what runs know by name alone; the name itself where nothing better is known. */
export interface Names {
  readonly model: (id: string) => string
  readonly recipe: (name: string) => string
}

export function useNames(models: readonly StoredModel[], own: readonly StoredRecipe[]): Names {
  const titles = useMessages(MESSAGES).recipes.titles
  const locale = useSession(session => session.locale)
  return {
    model: id => models.find(model => model.id === id)?.title ?? catalogueModel(id)?.title ?? id,
    recipe: name => titles[name] ?? own.find(({ recipe }) => recipe.name === name)?.recipe.title[locale] ?? name,
  }
}
