import type { StoredModel } from '#core/models/model'
import { ProblemError } from '#core/problem'
import type { Commands } from '#features/services'
import { browserDisk } from '#storage/models/browser-disk'
import { modelSource } from '#storage/models/model-source'
import { noteModelSpeed, storedModel } from '#storage/models/model-store'
import type { PageState } from '../page-state'
import webllmWorkerUrl from '../workers/webllm-worker?worker&url'
import wllamaWorkerUrl from '../workers/wllama-worker?worker&url'

const WORKERS = { webllm: webllmWorkerUrl, wllama: wllamaWorkerUrl } as const

/** The context that a model is loaded with unless the person asks for another; more costs memory. */
const USUAL_CONTEXT = 4096

type EngineCommands = Pick<Commands, 'loadModel' | 'unloadModel'>

/** How many threads the CPU engine may use: all cores but one, so that the page stays quick; one where memory is not shared. */
function threadsHere(): number {
  return crossOriginIsolated ? Math.max(1, Math.min(8, navigator.hardwareConcurrency - 1)) : 1
}

export function engineCommands({ threads, session }: PageState): EngineCommands {
  /** What the person chose last for a model: a run that goes on loads it like that again. */
  const contexts = new Map<string, number>()
  return {
    loadModel: async (model, asked) => {
      if (asked !== undefined) contexts.set(model, asked)
      const contextTokens = asked ?? contexts.get(model)
      const held = await storedModel(model)
      if (held === null) throw new ProblemError({ kind: 'model-missing', model })
      const source = await modelSource(browserDisk(), model, contextFor(held, contextTokens), threadsHere())
      const workerUrl = new URL(WORKERS[held.engine], location.href).href
      const state = await threads.run.call('loadModel', { source, workerUrl, speed: held.speed })
      if (state.state !== 'ready') return
      await noteModelSpeed(model, state.speed)
      session.setState(({ revisions }) => ({ revisions: { ...revisions, models: revisions.models + 1 } }))
    },
    unloadModel: async () => {
      await threads.run.call('unloadModel', null)
    },
  }
}

function contextFor(model: StoredModel, asked: number | undefined): number {
  const most = model.gguf?.contextTokens ?? model.contextTokens
  return Math.min(asked ?? Math.min(USUAL_CONTEXT, model.contextTokens), most)
}
