import type { ChatMessage, Sampling, TokenLogprob } from '#core/ports/engine'

/** One request, as web-llm is to get it. */
export interface RuntimeRequest {
  readonly input: { readonly messages: readonly ChatMessage[] } | { readonly prompt: string }
  readonly sampling: Sampling
  readonly stop: readonly string[]
  readonly grammar: string | null
  readonly topLogprobs: number
  /** Ends the thinking of models that think aloud before it begins. */
  readonly withoutThinking: boolean
}

/** As web-llm counts: `prompt` only what was newly read. */
export interface RuntimeUsage {
  readonly prompt: number
  readonly answer: number
  readonly prefillMs: number
  readonly decodeMs: number
}

export type Finish = 'stop' | 'length' | 'abort'

/** A piece of a streamed answer, or its end. */
export type Piece = { readonly text: string } | { readonly finish: Finish } | { readonly usage: RuntimeUsage }

export interface WholeAnswer {
  readonly finish: Finish
  readonly usage: RuntimeUsage
  readonly logprobs: readonly TokenLogprob[]
}

/** The part of web-llm that the engine uses. Everything it throws comes through as it is. */
export interface Runtime {
  load(): Promise<void>
  /** A token at a time; ends after its usage. */
  stream(request: RuntimeRequest): AsyncIterable<Piece>
  /** All at once: streaming loses the log-probabilities of tokens that end inside a character. */
  whole(request: RuntimeRequest): Promise<WholeAnswer>
  /** The answer under way ends before its next token, with `abort`. */
  interrupt(): void
  /** The last answer, without the text that ended it. */
  message(): Promise<string>
  unload(): Promise<void>
}
