import type { ModelSpeed } from '#core/models/model'
import type { ModelSource } from '#core/models/model-source'
import type { Cancel } from '#core/ports/cancel'
import type { LanguageModel, LoadProgress } from '#core/ports/engine'
import { ProblemError, problemOf } from '#core/problem'
import type { NetworkCount } from '#messages/network-count'
import type { EngineState } from '#messages/run-worker'
import { type EngineClient, startEngine } from '#runner/engine-client'
import type { EnginePort } from '#runner/engine-thread'
import { checkModel } from '#runner/model-checkup'

export interface LoadRequest {
  readonly source: ModelSource
  /** Absolute address of the engine's worker. */
  readonly workerUrl: string
  /** As measured on this device before. */
  readonly speed: ModelSpeed | null
}

/** The one engine of a tab: what is loaded, and in which state. */
export interface EngineDesk {
  readonly state: () => EngineState
  /** Unloads what is loaded, loads, sees whether the model talks sense, and measures it. */
  load(signal: AbortSignal, request: LoadRequest): Promise<EngineState>
  /** Ends the engine's thread at once, which frees the device. */
  unload(): Promise<void>
  /** The loaded model; throws `model-missing` when it is not the one of that name. */
  readonly model: (name: string | null) => LanguageModel
  /** Starts the engine anew with what it had loaded. */
  readonly restart: (signal: AbortSignal) => Promise<void>
  readonly speed: () => ModelSpeed | null
  network(): Promise<NetworkCount | null>
}

interface Loaded {
  readonly request: LoadRequest
  readonly client: EngineClient<ModelSource>
  readonly model: LanguageModel
  readonly speed: ModelSpeed
}

/** @param tell hears of every change of the state */
export function createEngineDesk(
  spawn: (workerUrl: string) => EnginePort,
  elapsed: () => number,
  tell: (state: EngineState) => void,
): EngineDesk {
  let state: EngineState = { state: 'none' }
  let loaded: Loaded | null = null
  /** The one asked for last; `ended` never rejects. */
  let loading: { readonly stop: AbortController; readonly ended: Promise<void> } | null = null

  const set = (next: EngineState): EngineState => {
    state = next
    tell(next)
    return next
  }
  const progressOf =
    (model: string) =>
    (progress: LoadProgress): void => {
      set({ state: 'loading', model, progress })
    }
  const ready = ({ request, client, model, speed }: Loaded): EngineState =>
    set({
      state: 'ready',
      model: request.source.model,
      engine: request.source.engine,
      facts: model.facts,
      speed: { ...speed, ...client.speed() },
    })
  const drop = async (): Promise<void> => {
    const held = loaded
    loaded = null
    await held?.client.dispose()
  }

  const loadNow = async (cancel: Cancel, request: LoadRequest): Promise<EngineState> => {
    const { model } = request.source
    const began = elapsed()
    set({ state: 'loading', model, progress: null })
    const client = startEngine<ModelSource>({
      spawn: () => spawn(request.workerUrl),
      speed: request.speed,
      onGone: problem => {
        // A run that is at work hears of it by its own request, and starts the engine anew.
        if (loaded?.client === client) set({ state: 'failed', model, problem })
      },
    })
    try {
      const held = await client.load(cancel, request.source, progressOf(model))
      set({ state: 'loading', model, progress: { phase: 'warm-up', done: 0, total: null } })
      const speed = await checkModel(cancel, held)
      loaded = { request, client, model: held, speed: { ...speed, loadMs: Math.round(elapsed() - began) } }
      return ready(loaded)
    } catch (thrown) {
      await client.dispose()
      const problem = problemOf(thrown)
      set(problem.kind === 'cancelled' ? { state: 'none' } : { state: 'failed', model, problem })
      throw thrown
    }
  }

  return {
    state: () => state,
    load: (signal, request) => {
      const before = loading
      before?.stop.abort()
      const stop = new AbortController()
      // Each waits for the one before it, however many are asked for at once: two engines would fill the device.
      const work = async (): Promise<EngineState> => {
        await before?.ended
        await drop()
        return loadNow(AbortSignal.any([signal, stop.signal]), request)
      }
      const state = work()
      const leave = (): void => {
        if (loading === mine) loading = null
      }
      const mine = { stop, ended: state.then(leave, leave) }
      loading = mine
      return state
    },
    unload: async () => {
      const before = loading
      before?.stop.abort()
      await before?.ended
      // Another model was asked for meanwhile: that one stays.
      if (loading !== null) return
      await drop()
      if (state.state !== 'none') set({ state: 'none' })
    },
    model: name => {
      if (loaded === null || loaded.request.source.model !== name) {
        throw new ProblemError({ kind: 'model-missing', model: name ?? '' })
      }
      return loaded.model
    },
    restart: async signal => {
      const held = loaded
      if (held === null) throw new ProblemError({ kind: 'engine-gone', detail: 'no model was loaded' })
      const { model } = held.request.source
      set({ state: 'loading', model, progress: null })
      try {
        await held.client.reload(signal, progressOf(model))
        ready(held)
      } catch (thrown) {
        const problem = problemOf(thrown)
        if (problem.kind === 'cancelled') {
          // Nothing failed, and nothing runs any more.
          await drop()
          set({ state: 'none' })
        } else set({ state: 'failed', model, problem })
        throw thrown
      }
    },
    speed: () => (loaded === null ? null : { ...loaded.speed, ...loaded.client.speed() }),
    network: () => Promise.resolve(loaded === null ? null : loaded.client.network().catch(() => null)),
  }
}
