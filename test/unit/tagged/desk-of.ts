import type { LanguageModel } from '#core/ports/engine'
import { ProblemError } from '#core/problem'
import type { EngineDesk } from '#runner/engine-desk'

export const MODEL = 'scripted'

/** A desk at which a model is loaded, or none. */
export function deskOf(model: LanguageModel | null): EngineDesk {
  const speed = { prefill: 100, decode: 10, loadMs: 1 }
  return {
    state: () =>
      model === null
        ? { state: 'none' }
        : { state: 'ready', model: MODEL, engine: 'wllama', facts: model.facts, speed },
    model: name => {
      if (model === null || name !== MODEL) throw new ProblemError({ kind: 'model-missing', model: name ?? '' })
      return model
    },
    load: () => Promise.reject(new RangeError('not here')),
    unload: () => Promise.resolve(),
    restart: () => Promise.resolve(),
    speed: () => null,
    network: () => Promise.resolve(null),
  }
}
