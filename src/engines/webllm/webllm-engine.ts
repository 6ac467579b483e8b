import { gpuProblem } from '#core/models/gpu-needs'
import type { MlcSource } from '#core/models/model-source'
import type { Cancel } from '#core/ports/cancel'
import type { Engine, LanguageModel, LoadProgress, ModelFacts } from '#core/ports/engine'
import { ProblemError } from '#core/problem'
import { checkFiles } from './check-files'
import { createEnding } from './ending'
import { CANCELLED, firstOf } from './first-of'
import { loadProgress } from './load-progress'
import { createMlcRuntime } from './mlc-runtime'
import { gpuName, probeGpu } from './probe-gpu'
import { problemOfWebllm } from './problem-of-webllm'
import type { Runtime } from './runtime'
import { createCounter } from './token-counter'
import { warmUp } from './warm-up'
import { type DeviceWatch, watchDevices } from './watch-devices'
import { createWebllmModel, type LoadedModel } from './webllm-model'

/** How long freeing may take before it is given up, in ms; the thread is ended afterwards anyway. */
const FREEING = 2_000

/**
 * Runs models of web-llm on the GPU, from what lies in the Cache; nothing is fetched. For a worker of its own. `onLost` is
 * told when the device is lost while nothing is asked; a request under way is rejected with `gpu-lost` instead. The engine
 * is used up then.
 */
export function createWebllmEngine(onLost: (detail: string) => void): Engine<MlcSource> {
  const ending = createEnding()
  let used = false
  let runtime: Runtime | null = null
  let watch: DeviceWatch | null = null

  const free = async (): Promise<void> => {
    watch?.stop()
    const unloaded = runtime?.unload().catch(() => undefined)
    watch?.destroy()
    await Promise.race([unloaded, new Promise(resolve => setTimeout(resolve, FREEING))])
  }

  /** While it loads, web-llm destroys the device itself when a buffer cannot be had. */
  const follow = (devices: DeviceWatch, stage: () => 'loading' | 'busy' | 'idle'): void => {
    void devices.lost.then(({ reason, message }) => {
      if (ending.problem !== null) return
      const detail = message === '' ? reason : `${reason}: ${message}`
      const lostWhile = stage()
      const memory = lostWhile === 'loading' && reason === 'destroyed'
      ending.end({ kind: memory ? 'out-of-memory' : 'gpu-lost', detail })
      if (lostWhile === 'idle') onLost(detail)
    })
  }

  const open = async (
    cancel: Cancel,
    source: MlcSource,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<LanguageModel> => {
    const gpu = await probeGpu()
    const lacking = gpuProblem(gpu, source.f16)
    if (lacking !== null) throw new ProblemError(lacking)
    const { config, readTokenizer } = await checkFiles(cancel, source, (done, total) =>
      onProgress({ phase: 'reading', done, total }),
    )
    // Left in the meantime: the GPU stays closed.
    ending.check()
    let loaded: LoadedModel | null = null
    watch = watchDevices()
    follow(watch, () => (loaded === null ? 'loading' : loaded.busy() ? 'busy' : 'idle'))
    runtime = createMlcRuntime(source, text => {
      const progress = loadProgress(text)
      if (progress !== null && !cancel.aborted) onProgress(progress)
    })
    await runtime.load()
    watch.stop()
    // Aborting it in time lets `load` end as if all were well.
    ending.check()
    if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
    const facts: ModelFacts = {
      contextTokens: source.contextTokens,
      grammar: 'ebnf',
      logprobs: 'post',
      prefixCache: 'conversation',
      prefill: false,
      device: gpuName(gpu),
      exactCounts: readTokenizer !== null,
    }
    const count = createCounter(readTokenizer)
    const made = createWebllmModel({ name: source.model, runtime, config, facts, ending, count })
    await warmUp(cancel, made.model)
    onProgress({ phase: 'warm-up', done: 1, total: 1 })
    loaded = made
    return made.model
  }

  return {
    load: async (cancel, source, onProgress) => {
      ending.check()
      if (used) throw new ProblemError({ kind: 'engine-refused', detail: 'a second model needs a new engine' })
      used = true
      try {
        if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
        const opening = open(cancel, source, onProgress)
        const model = await firstOf(opening, cancel, ending)
        if (model !== CANCELLED) return model
        // What still goes on ends for itself, and frees what it made.
        opening.catch(() => undefined)
        void opening.then(free, free)
        throw new ProblemError({ kind: 'cancelled' })
      } catch (thrown) {
        const problem = ending.problem ?? problemOfWebllm(thrown, 'load', source.model)
        ending.end(problem.kind === 'cancelled' ? { kind: 'engine-gone', detail: 'loading was cancelled' } : problem)
        void free()
        throw new ProblemError(problem)
      }
    },
    dispose: () => {
      ending.end({ kind: 'engine-gone', detail: 'it was disposed of' })
      return free()
    },
  }
}
