import { useEffect, useState } from 'react'
import type { StoredModel } from '#core/models/model'
import type { StoredRecipe } from '#core/ports/project-store'
import { useCommands, useQuery, useSession } from '#features/context'
import type { Writer } from './writer-choice'

/** Models of this device and recipes of this project, asked for again when they change. */
export function useWriters(): { readonly models: readonly StoredModel[]; readonly own: readonly StoredRecipe[] } {
  const commands = useCommands()
  const revision = useSession(session => session.revisions.models)
  const key = useSession(({ project, revisions }) => `${project?.id ?? ''} ${revisions.runs}`)
  const [models, setModels] = useState<readonly StoredModel[]>([])
  useEffect(() => {
    let current = true
    commands.models().then(
      found => {
        if (current) setModels(found)
      },
      // Without the list there are the rules.
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [commands, revision])
  const own = useQuery(`recipes ${key}`, reader => reader.ownRecipes()).value
  return { models, own: own ?? [] }
}

/** Who writes: as chosen while it is there; before a choice the model that is loaded, else the rules. */
export function useWriter(wanted: Writer | null, models: readonly StoredModel[]): Writer {
  const loaded = useSession(({ engine }) => (engine.state === 'ready' ? engine.model : null))
  const rules: Writer = { kind: 'rules' }
  const id = wanted === null ? loaded : wanted.kind === 'model' ? wanted.model.id : null
  const model = models.find(candidate => candidate.id === id)
  return model === undefined ? rules : { kind: 'model', model }
}
