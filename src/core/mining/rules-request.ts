import type { RunRequest } from '#core/run/run'

/**
 * Name and version of the rules, apart from their code, so that a screen can ask for them without loading it. The version
 * changes with every change of what the rules write: ids of runs and pairs hold it.
 */
export const RULES = { name: 'rules', version: '1' } as const

/** What quick pairs ask of a run. */
export function rulesRequest(asked: Pick<RunRequest, 'tasks' | 'seed' | 'documents' | 'sample'>): RunRequest {
  return {
    synthesizer: RULES.name,
    engine: 'none',
    model: null,
    recipe: RULES.name,
    recipeVersion: RULES.version,
    ...asked,
  }
}
