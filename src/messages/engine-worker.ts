import type { ModelSource } from '#core/models/model-source'
import type { Answer, ChatRequest, CompletionRequest, LoadProgress, ModelFacts } from '#core/ports/engine'
import type { NetworkCount } from '#messages/network-count'

type Call<Params, Result, Progress = never> = { params: Params; result: Result; progress: Progress }

/** Run worker → engine worker. Text arrives as progress, in at most 20 messages a second. `Source`: what it loads. */
export type EngineWorkerApi<Source = ModelSource> = {
  load: Call<Source, ModelFacts, LoadProgress>
  count: Call<readonly string[], readonly number[]>
  chat: Call<ChatRequest, Answer, string>
  complete: Call<CompletionRequest, Answer, string>
  network: Call<null, NetworkCount>
}

export type EngineWorkerEvents = {
  /** The lock of the lifeline is taken. */
  alive: null
  /** The device was lost while nothing was asked: the worker is of no more use. */
  lost: { detail: string }
}

/**
 * Sent once by the run worker, outside of the calls: the engine worker takes the lock of that name, tells so by `alive`, and
 * keeps it for as long as it lives. A lock that comes free is the one sign of a thread's end that every browser gives.
 */
export interface Lifeline {
  readonly type: 'lifeline'
  readonly lock: string
}

/** The part of the Web Locks that both sides use. */
export interface Locks {
  request(name: string, options: { signal?: AbortSignal }, granted: () => unknown): Promise<unknown>
}
