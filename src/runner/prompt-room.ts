import type { PromptRoom } from '#core/synthesis/build-prompt'
import { estimateTokens } from '#core/text/token-estimate'
import type { EngineDesk } from '#runner/engine-desk'

/** Before a model is loaded nobody knows its context: this is what most are loaded with. */
export const USUAL_CONTEXT = 4096

/**
 * What prompts fit into: the loaded model's context and its own counts, else a context as told and estimates.
 *
 * @param contextTokens as told by who asks; null for the usual
 */
export function roomOf(
  desk: Pick<EngineDesk, 'state' | 'model'>,
  contextTokens: number | null,
): PromptRoom & { readonly exact: boolean } {
  const state = desk.state()
  if (state.state !== 'ready') return { ...ESTIMATING, contextTokens: contextTokens ?? USUAL_CONTEXT, exact: false }
  const model = desk.model(state.model)
  return {
    contextTokens: model.facts.contextTokens,
    count: texts => model.count(texts),
    exact: model.facts.exactCounts,
  }
}

const ESTIMATING: Pick<PromptRoom, 'count'> = {
  count: texts => Promise.resolve(texts.map(text => estimateTokens(text))),
}
