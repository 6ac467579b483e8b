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
  /** The device was lost while nothing was asked: the worker is of no more use. */
  lost: { detail: string }
}

/**
 * Sent once by the run worker, with a port that neither side writes to: it closes when the engine's thread ends, which
 * many browsers tell in no other way. The engine worker only has to keep it.
 */
export const LIFELINE = { type: 'lifeline' } as const
