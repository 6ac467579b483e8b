import type { WllamaConfig } from '@wllama/wllama/esm/index.js'

export type WllamaLogger = NonNullable<WllamaConfig['logger']>

/** Figures of one answer, in tokens and ms, as the engine takes them itself. */
interface Timings {
  /** Tokens of the prompt that were in its memory, and those that it read. */
  readonly cache_n: number
  readonly prompt_n: number
  readonly prompt_ms: number
  readonly predicted_n: number
  readonly predicted_ms: number
}

interface Logprob {
  readonly token: string
  readonly logprob: number
}

/**
 * A piece of an answer, of a conversation or of raw text. The package's own types name another shape of log-probabilities
 * for raw text than the one that comes.
 */
export interface Chunk {
  readonly choices?: readonly {
    readonly text?: string
    readonly delta?: { readonly content?: string | null }
    readonly finish_reason?: string | null
    readonly logprobs?: {
      readonly content?: readonly (Logprob & { readonly top_logprobs?: readonly Logprob[] })[] | null
    } | null
  }[]
  readonly timings?: Timings
  readonly prompt_progress?: {
    readonly total: number
    readonly cache: number
    readonly processed: number
    readonly time_ms: number
  }
}

/** What both kinds of requests are asked with. */
export interface AskOptions {
  readonly stream: true
  readonly onData: (chunk: Chunk) => void
  readonly abortSignal: AbortSignal
  readonly [name: string]: unknown
}

/** The part of the package that the engine uses. */
export interface LoadedWllama {
  createChatCompletion(options: AskOptions): Promise<void>
  createCompletion(options: AskOptions): Promise<void>
  getNumThreads(): number
  exit(): Promise<void>
}
