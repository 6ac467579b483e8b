import { catalogueModel } from '#core/models/catalogue'
import type { StoredModel } from '#core/models/model'
import { type Query, useCommands, useQuery, useSession } from '#features/context'

/** What lies on this device; asked again whenever that changes, in this tab or another. */
export function useModels(): Query<readonly StoredModel[]> {
  const commands = useCommands()
  const revision = useSession(session => session.revisions.models)
  return useQuery(`models ${revision}`, () => commands.models())
}

/** What a model is called: as it lies here, as the list has it, else its id. */
export function titleOf(id: string, models: readonly StoredModel[]): string {
  return models.find(model => model.id === id)?.title ?? catalogueModel(id)?.title ?? id
}
