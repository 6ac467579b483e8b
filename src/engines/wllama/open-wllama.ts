import { LogLevel, Wllama } from '@wllama/wllama/esm/index.js'
import { BATCH_TOKENS } from '#core/models/gguf/fits-cpu'
import { ProblemError } from '#core/problem'
import type { NativeLog } from './native-log'
import type { LoadedWllama } from './wllama-types'

export interface WllamaSettings {
  /** Absolute, of the app's own origin. */
  readonly wasmUrl: string
  readonly blobs: readonly Blob[]
  readonly model: string
  readonly contextTokens: number
  readonly threads: number
  readonly vocabulary: number
}

/**
 * Starts the engine's own thread and loads the model there. `onStart` gets what ends it, at once and at any time. The
 * package itself takes a failed loading for a success, so the vocabulary that it found is compared with the file's.
 */
export async function openWllama(
  settings: WllamaSettings,
  log: NativeLog,
  onStart: (stop: () => void) => void,
): Promise<LoadedWllama> {
  const wllama = new Wllama({ default: settings.wasmUrl }, { logger: log.logger })
  // Without this, browsers that lack something would be sent to another host for a build that does without it.
  wllama.setCompat(null)
  onStart(() => void wllama.exit().catch(() => undefined))
  await wllama.loadModel([...settings.blobs], {
    n_ctx: settings.contextTokens,
    n_batch: BATCH_TOKENS,
    n_ubatch: BATCH_TOKENS,
    n_gpu_layers: 0,
    n_parallel: 1,
    // Its own choice is half of the processors, and so one thread on two of them.
    n_threads: settings.threads,
    log_level: LogLevel.ERROR,
    // An answer is text: nothing of it is taken for a call of a tool or for a thought.
    skip_chat_parsing: true,
    reasoning_format: 'none',
    reasoning: false,
  })
  const { n_vocab: found } = wllama.getLoadedContextInfo()
  if (found !== settings.vocabulary) {
    throw new ProblemError({
      kind: 'model-damaged',
      file: settings.model,
      detail: `${found} of ${settings.vocabulary} tokens were loaded`,
    })
  }
  // eslint-disable-next-line house/no-as -- the package's types are wrong about log-probabilities and top_p; ours say what comes
  return wllama as unknown as LoadedWllama
}
