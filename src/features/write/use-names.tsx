import { catalogueModel } from '#core/models/catalogue'
import type { StoredModel } from '#core/models/model'
import type { ProjectReader, StoredRecipe } from '#core/ports/project-store'
import { taughtPlaces } from '#core/synthesis/teach'
import { useMessages, useQuery, useSession } from '#features/context'
import { MESSAGES } from './messages'

/** Titles of what runs know by name alone; the name itself where nothing better is known. */
export interface Names {
  readonly model: (id: string) => string
  readonly recipe: (name: string) => string
  /** Versions of recipes that runs of this project were taught with. */
  readonly taught: ReadonlySet<string>
}

const NONE: ReadonlySet<string> = new Set()

async function taughtVersions(reader: ProjectReader): Promise<ReadonlySet<string>> {
  const runs = (await reader.runs()).filter(({ request }) => request.engine !== 'none')
  const versions = [...new Set(runs.map(({ request }) => request.recipeVersion))]
  const stored = await Promise.all(versions.map(version => reader.recipe(version)))
  return new Set(stored.flatMap(one => (one && taughtPlaces(one.recipe).length > 0 ? [one.version] : [])))
}

export function useNames(models: readonly StoredModel[], own: readonly StoredRecipe[]): Names {
  const titles = useMessages(MESSAGES).recipes.titles
  const locale = useSession(session => session.locale)
  const key = useSession(({ project, revisions }) => `taught ${project?.id ?? ''} ${revisions.runs}`)
  const taught = useQuery(key, taughtVersions).value ?? NONE
  return {
    taught,
    model: id => models.find(model => model.id === id)?.title ?? catalogueModel(id)?.title ?? id,
    recipe: name => titles[name] ?? own.find(({ recipe }) => recipe.name === name)?.recipe.title[locale] ?? name,
  }
}
