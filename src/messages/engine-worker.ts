import type { ModelSource } from '#core/models/model-source'
import type { Answer, ChatRequest, CompletionRequest, LoadProgress, ModelFacts } from '#core/ports/engine'
import type { NetworkCount } from '#messages/network-count'

type Call<Params, Result, Progress = never> = { params: Params; result: Result; progress: Progress }

/** Run worker → engine worker. Text arrives as progress, in at most 20 messages a second. */
export type EngineWorkerApi = {
  load: Call<ModelSource, ModelFacts, LoadProgress>
  count: Call<readonly string[], readonly number[]>
  chat: Call<ChatRequest, Answer, string>
  complete: Call<CompletionRequest, Answer, string>
  network: Call<null, NetworkCount>
}

export type EngineWorkerEvents = {
  /** The device was lost while nothing was asked: the worker is of no more use. */
  lost: { detail: string }
}
