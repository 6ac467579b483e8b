import type { RunRequest } from '#core/run/run'

/**
 * Name and version of the instruction synthesizer's own way to be asked, apart from its code, so that a screen can ask for
 * it without loading it. The version changes with every change of the prompt or of what is read out of an answer.
 */
export const TAGGED = { name: 'tagged', recipe: 'instruction-synthesizer', version: '1' } as const

/** What a run by an instruction synthesizer asks. */
export function taggedRequest(
  asked: Pick<RunRequest, 'engine' | 'model' | 'seed' | 'documents' | 'sample' | 'places' | 'chains'>,
): RunRequest {
  // Nobody can ask it for tasks.
  return { ...asked, synthesizer: TAGGED.name, recipe: TAGGED.recipe, recipeVersion: TAGGED.version, tasks: [] }
}
