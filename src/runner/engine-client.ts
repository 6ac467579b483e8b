import type { Cancel } from '#core/ports/cancel'
import type { Engine, LanguageModel, LoadProgress, ModelFacts } from '#core/ports/engine'
import { type Problem, ProblemError, problemOf } from '#core/problem'
import type { NetworkCount } from '#messages/network-count'
import type { Locks } from '#messages/engine-worker'
import { whenCancelled } from './engine-cancel'
import { createPatience, type EngineSpeed } from './engine-patience'
import { createRequests } from './engine-requests'
import { type EnginePort, type EngineThread, startThread } from './engine-thread'
import { watched } from './engine-watch'

/** In ms; those of requests grow with the prompt and shrink with the speed (`createPatience`). */
export interface EngineLimits {
  /** No engine is taken for hung before. */
  readonly silenceMs: number
  /** Between two reports of progress while loading. */
  readonly loadSilenceMs: number
  /** From a cancel to the answer. */
  readonly cancelMs: number
}

export interface EngineClientOptions {
  /** A new worker that serves an engine (`serveEngine`). */
  readonly spawn: () => EnginePort
  /** As measured before; null where nothing was. */
  readonly speed: EngineSpeed | null
  readonly limits?: Partial<EngineLimits>
  /** By which the end of the worker's thread is noticed at once; those of this thread unless told. */
  readonly locks?: Locks
  /** A loaded engine ended by itself: it died, hung or lost its device, maybe with nothing asked. */
  readonly onGone?: (problem: Problem) => void
}

/** An engine in a worker of its own. The model that `load` gives stays the same object over every `reload`. */
export interface EngineClient<Source> extends Engine<Source> {
  /** Ends the thread if there is one, and loads what was loaded last in a new one. For when `helpsToRestart` says so. */
  reload(cancel: Cancel, onProgress: (progress: LoadProgress) => void): Promise<LanguageModel>
  /** Tokens a second over the last answers; null until measured. */
  readonly speed: () => EngineSpeed | null
  network(): Promise<NetworkCount>
}

const LIMITS: EngineLimits = { silenceMs: 30_000, loadSilenceMs: 300_000, cancelMs: 800 }

/** A page without a secure origin has none. */
function locksHere(): Locks | undefined {
  const here: { readonly navigator?: { readonly locks?: Locks } } = globalThis
  return here.navigator?.locks
}

/**
 * Runs an engine in a worker (rules ENGINE22 to ENGINE29). Nothing starts before `load`. No promise stays open: a thread
 * that dies or says nothing for too long is ended, and what was asked of it is rejected. Cancelling a load ends the thread,
 * and so does `dispose`, at once: that frees the device.
 */
export function startEngine<Source>(options: EngineClientOptions): EngineClient<Source> {
  const limits = { ...LIMITS, ...options.limits }
  const locks = options.locks ?? locksHere()
  const patience = createPatience(limits.silenceMs, options.speed)
  let thread: EngineThread<Source> | null = null
  let last: { readonly source: Source } | null = null
  let facts: ModelFacts | null = null
  let disposed = false

  const notRunning = (): ProblemError =>
    new ProblemError({ kind: 'engine-gone', detail: disposed ? 'it was disposed' : 'it is not running' })
  const threadNow = (): EngineThread<Source> => {
    if (thread === null) throw notRunning()
    return thread
  }
  const requests = createRequests(threadNow, patience, limits.cancelMs)
  const model: LanguageModel = {
    get facts() {
      if (facts !== null) return facts
      throw new ProblemError({ kind: 'engine-gone', detail: 'it was never loaded' })
    },
    count: async texts => {
      const on = threadNow()
      return watched(limits.silenceMs, on.end, () => on.call('count', texts))
    },
    chat: requests.chat,
    complete: requests.complete,
  }

  const start = async (
    cancel: Cancel,
    source: Source,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<LanguageModel> => {
    if (disposed) throw notRunning()
    if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
    last = { source }
    let ready = false
    const started = startThread<Source>(options.spawn(), locks, problem => {
      if (thread !== started) return
      thread = null
      if (ready) options.onGone?.(problem)
    })
    thread = started
    const stopListening = whenCancelled(cancel, () => started.end({ kind: 'cancelled' }))
    try {
      facts = await watched(limits.loadSilenceMs, started.end, alive =>
        started.call('load', source, {
          onProgress: progress => {
            alive(limits.loadSilenceMs)
            onProgress(progress)
          },
        }),
      )
      ready = true
      return model
    } catch (thrown) {
      started.end(problemOf(thrown))
      throw thrown
    } finally {
      stopListening()
    }
  }

  /** Ends the thread without a word to `onGone`. */
  const endQuietly = (detail: string): void => {
    const ending = thread
    thread = null
    ending?.end({ kind: 'engine-gone', detail })
  }

  return {
    load: async (cancel, source, onProgress) => {
      if (thread !== null) throw new ProblemError({ kind: 'engine-refused', detail: 'a model was loaded already' })
      return start(cancel, source, onProgress)
    },
    reload: async (cancel, onProgress) => {
      if (last === null) throw new ProblemError({ kind: 'engine-refused', detail: 'no model was loaded' })
      endQuietly('it is started anew')
      return start(cancel, last.source, onProgress)
    },
    dispose: () => {
      disposed = true
      endQuietly('it was disposed')
      return Promise.resolve()
    },
    speed: patience.speed,
    network: async () => {
      const on = threadNow()
      return watched(limits.silenceMs, on.end, () => on.call('network', null))
    },
  }
}
