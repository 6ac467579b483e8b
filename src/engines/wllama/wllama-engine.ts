import { type CpuFit, fitsCpu, UNKNOWN_CACHE_BYTES } from '#core/models/gguf/fits-cpu'
import { readGguf } from '#core/models/gguf/read-gguf'
import type { GgufSource } from '#core/models/model-source'
import type { Cancel } from '#core/ports/cancel'
import type { Engine, LanguageModel, LoadProgress } from '#core/ports/engine'
import { type Problem, ProblemError, problemOf } from '#core/problem'
import { watchCancel } from './cancellation'
import { CountedBlob } from './counted-blob'
import { createKeptStates } from './kept-states'
import { createNativeLog } from './native-log'
import { openFiles } from './open-files'
import { openWllama } from './open-wllama'
import { deathProblem, loadProblem } from './problem-of-wllama'
import { tokenCounter } from './token-counter'
import { createWllamaModel } from './wllama-model'
import type { LoadedWllama } from './wllama-types'

/** The engine makes its context a multiple of this. */
const CONTEXT_STEP = 256
const REPORTS = 100

/** What the engine may hold of earlier prompts before it is started anew, in bytes: between these two. */
const KEPT = { least: 2 ** 28, most: 2 ** 30 }

export interface WllamaOptions {
  /** Bytes that the engine may hold of earlier prompts; what its heap has room for unless told, at most 1 GiB. */
  readonly keptBytes?: number
}

/**
 * The CPU engine: llama.cpp in WebAssembly, on a GGUF that lies on this device (rules WLLAMA1 to WLLAMA11). It asks the
 * network for nothing but `wasmUrl`, which must be an absolute address of the app's own origin.
 */
export function createWllamaEngine(wasmUrl: string, options: WllamaOptions = {}): Engine<GgufSource> {
  let used = false
  let problem: Problem | null = null
  let stop: () => void = () => undefined
  let reject: (reason: ProblemError) => void = () => undefined
  const gone = new Promise<never>((_, fail) => {
    reject = fail
  })
  gone.catch(() => undefined)

  const end = (why: Problem): void => {
    if (problem !== null) return
    problem = why
    stop()
    reject(new ProblemError(why))
  }

  const open = async (source: GgufSource, onProgress: (progress: LoadProgress) => void): Promise<LanguageModel> => {
    const { blobs, files } = openFiles(source)
    const total = files.reduce((sum, { size }) => sum + size, 0)
    onProgress({ phase: 'reading', done: 0, total: null })
    const { facts, header, weightBytes } = await readGguf(files)
    const contextTokens = contextOf(source.contextTokens, facts.contextTokens)
    const fit = fitsCpu(facts, weightBytes, contextTokens)
    if (!fit.fits) throw new ProblemError({ kind: 'model-too-large', bytes: fit.bytes, limitBytes: fit.limitBytes })
    if (problem !== null) throw new ProblemError(problem)
    const log = createNativeLog(detail => end(deathProblem(detail)))
    const start = (onRead: (bytes: number) => void): Promise<LoadedWllama> =>
      openWllama(
        {
          wasmUrl,
          blobs: blobs.map(blob => new CountedBlob(blob, onRead)),
          model: source.model,
          contextTokens,
          threads: source.threads,
          vocabulary: facts.vocabulary,
        },
        log,
        exit => {
          stop = exit
        },
      )
    const renew = async (): Promise<LoadedWllama> => {
      stop()
      try {
        return await Promise.race([start(() => undefined), gone])
      } catch (thrown) {
        end(loadProblem(thrown, log, source.model))
        throw new ProblemError(problem ?? problemOf(thrown))
      }
    }
    try {
      const wllama = await start(countBytes(total, done => onProgress({ phase: 'weights', done, total })))
      onProgress({ phase: 'warm-up', done: 0, total: null })
      const counter = tokenCounter(header)
      const threads = wllama.getNumThreads()
      return createWllamaModel({
        wllama,
        kept: createKeptStates((options.keptBytes ?? roomFor(fit)) / (facts.cacheBytesPerToken ?? UNKNOWN_CACHE_BYTES)),
        renew,
        log,
        counter,
        gone,
        why: () => problem,
        facts: {
          contextTokens,
          grammar: 'gbnf',
          logprobs: 'raw',
          prefixCache: 'any-prefix',
          prefill: true,
          device: `CPU, ${threads} ${threads === 1 ? 'thread' : 'threads'}`,
          exactCounts: counter.exact,
        },
      })
    } catch (thrown) {
      throw new ProblemError(loadProblem(thrown, log, source.model))
    }
  }

  return {
    load: async (cancel: Cancel, source, onProgress) => {
      if (used) throw new ProblemError({ kind: 'engine-refused', detail: 'a model was loaded already' })
      used = true
      if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
      const watch = watchCancel(cancel)
      const report = (progress: LoadProgress): void => {
        if (problem === null && !cancel.aborted) onProgress(progress)
      }
      const cancelled = watch.cancelled.then(() => {
        throw new ProblemError({ kind: 'cancelled' })
      })
      try {
        return await Promise.race([open(source, report), cancelled, gone])
      } catch (thrown) {
        const why = problem ?? problemOf(thrown)
        end(why)
        throw new ProblemError(why)
      } finally {
        watch.end()
      }
    },
    dispose: () => {
      end({ kind: 'engine-gone', detail: 'the engine was disposed' })
      return Promise.resolve()
    },
  }
}

/** What the engine will have: a multiple of its step, and no more than the model was trained for. */
function contextOf(wanted: number, trained: number | null): number {
  const most = Math.min(wanted, trained ?? wanted)
  return Math.max(CONTEXT_STEP, Math.floor(most / CONTEXT_STEP) * CONTEXT_STEP)
}

/** Beside a model that leaves little room, the engine itself forgets when its heap is full. */
function roomFor({ bytes, limitBytes }: CpuFit): number {
  return Math.min(KEPT.most, Math.max(KEPT.least, limitBytes - bytes))
}

/** Adds up bytes, and tells their sum about a hundred times on the way to the total. */
function countBytes(total: number, tell: (done: number) => void): (bytes: number) => void {
  let done = 0
  let told = 0
  return bytes => {
    done = Math.min(total, done + bytes)
    if (done - told < total / REPORTS) return
    told = done
    tell(done)
  }
}
