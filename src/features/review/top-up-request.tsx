import { FAMILIES } from '#core/mining/families'
import { rulesRequest } from '#core/mining/rules-request'
import type { StoredModel } from '#core/models/model'
import type { Run, RunRequest } from '#core/run/run'

/** Who writes: rules, for one task or (with '') for the usual ones; or a model by a recipe of the project. */
export type TopUpWriter =
  | { readonly rules: true; readonly task: string }
  | {
      readonly rules: false
      readonly model: Pick<StoredModel, 'id' | 'engine'>
      readonly recipe: string
      readonly version: string
    }

/** A request over some passages of one document. A model gets a seed that no run had yet, so that it writes anew. */
export function topUpRequest(
  writer: TopUpWriter,
  document: number,
  places: NonNullable<RunRequest['places']>,
  runs: readonly Pick<Run, 'request'>[],
): RunRequest {
  if (writer.rules) {
    const tasks = FAMILIES.some(family => family.name === writer.task) ? [writer.task] : []
    return { ...rulesRequest({ tasks, seed: 1, documents: [document], sample: null }), places }
  }
  return {
    documents: [document],
    sample: null,
    places,
    synthesizer: 'chat',
    engine: writer.model.engine,
    model: writer.model.id,
    recipe: writer.recipe,
    recipeVersion: writer.version,
    tasks: [],
    seed: 1 + Math.max(0, ...runs.map(run => run.request.seed)),
  }
}
