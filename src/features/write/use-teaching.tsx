import { useEffect, useState } from 'react'
import type { StoredModel } from '#core/models/model'
import { canonicalJson } from '#core/synthesis/canonical-json'
import type { Recipe } from '#core/synthesis/recipe'
import type { Teaching } from '#messages/teaching'
import { useCommands, useSession } from '#features/context'

/** A run that writes, or a bulk decision, changes pairs many times a second. */
const PAUSE_MS = 250

/**
 * What a recipe becomes by the pairs that were kept, asked for again when they change. `teaching` is null where it cannot
 * be known, and for rules (`model` is null), which cannot be taught.
 */
export function useTeaching(
  recipe: Recipe,
  model: StoredModel | null,
  seed: number | null,
): { readonly known: boolean; readonly teaching: Teaching | null } {
  const commands = useCommands()
  const pairs = useSession(({ project, revisions }) => `${project?.id ?? ''} ${revisions.pairs}`)
  const loaded = useSession(({ engine }) => (engine.state === 'ready' ? engine.model : ''))
  const about = model === null || seed === null ? '' : `${model.id} ${seed} ${canonicalJson(recipe)}`
  const [held, setHeld] = useState<{ readonly about: string; readonly teaching: Teaching | null } | null>(null)
  useEffect(() => {
    if (model === null || seed === null) return
    let current = true
    const timer = setTimeout(() => {
      commands.teachRecipe({ recipe, contextTokens: model.contextTokens, seed }).then(
        teaching => {
          if (current) setHeld({ about, teaching })
        },
        // Without it the recipe is as it is; whatever is wrong with the project says so elsewhere.
        () => {
          if (current) setHeld({ about, teaching: null })
        },
      )
    }, PAUSE_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `about` is recipe, model and seed by value
  }, [commands, about, pairs, loaded])
  if (about === '') return { known: true, teaching: null }
  return held?.about === about ? { known: true, teaching: held.teaching } : { known: false, teaching: null }
}
