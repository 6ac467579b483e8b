import type { Cancel } from '#core/ports/cancel'

/**
 * What runs a model. Implementations lie in `engines/`, each in a worker of its own; one contract suite
 * (`test/contract/engine.ts`) runs against all of them. Failures are `ProblemError`s of the kinds in `EngineProblem`.
 */
export interface ModelFacts {
  /** Tokens that prompt and answer share. */
  readonly contextTokens: number
  /** Grammars that `chat` takes: wllama reads GBNF, web-llm EBNF; null where there are none. */
  readonly grammar: 'gbnf' | 'ebnf' | null
  /** Whether log-probabilities are those of the model, or after temperature and penalties; null where there are none. */
  readonly logprobs: 'raw' | 'post' | null
  /**
   * What of a prompt is taken from the last request instead of being read again: any common beginning, or only a
   * conversation that grows by a turn (`engines.md`: web-llm), or nothing.
   */
  readonly prefixCache: 'any-prefix' | 'conversation' | 'none'
  /** Whether the last message may be the beginning of the answer. */
  readonly prefill: boolean
  /** Where the tokens are computed, as probed: "GPU: vendor architecture", "CPU, 2 threads". */
  readonly device: string
  /** Whether `count` counts with the model's own vocabulary; else it gives an upper bound. */
  readonly exactCounts: boolean
}

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

export interface Sampling {
  /** 0 takes the likeliest token each time. */
  readonly temperature: number
  /** In (0, 1]. */
  readonly topP: number
  readonly maxTokens: number
  /** Any integer of 31 bits; engines spread it (low seeds of web-llm's generator all begin alike). */
  readonly seed: number
}

export interface ChatRequest {
  readonly messages: readonly ChatMessage[]
  readonly sampling: Sampling
  /** In the engine's own dialect; null for none. */
  readonly grammar: string | null
  /** How many of the likeliest tokens to report for each place; 0 for none. */
  readonly topLogprobs: number
}

/** Raw text without a chat template. No token is put before it: a model that wants `<s>` gets it literally. */
export interface CompletionRequest {
  readonly prompt: string
  readonly sampling: Sampling
  /** The answer ends before the first of these and holds no part of it. */
  readonly stop: readonly string[]
  readonly grammar: string | null
  readonly topLogprobs: number
}

/** The end of the text by itself, the limit of tokens or context, or the caller. */
export type StopReason = 'stop' | 'length' | 'cancelled'

/** As the engine itself counts. */
export interface Usage {
  /** All tokens of the prompt, those taken from the cache included. */
  readonly promptTokens: number
  readonly reusedTokens: number
  readonly answerTokens: number
  /** Reading the prompt, and writing the answer, in ms. */
  readonly prefillMs: number
  readonly decodeMs: number
}

export interface TokenLogprob {
  readonly token: string
  readonly logprob: number
  readonly top: readonly { readonly token: string; readonly logprob: number }[]
}

export interface Answer {
  readonly text: string
  readonly stop: StopReason
  readonly usage: Usage
  /** One for each token of the answer; empty unless asked for. */
  readonly logprobs: readonly TokenLogprob[]
}

/** A model that is loaded. One request at a time: a second one waits for the first. */
export interface LanguageModel {
  readonly facts: ModelFacts
  /** Tokens of each text, without a template around it. */
  count(texts: readonly string[]): Promise<readonly number[]>
  /**
   * Answers the last message. `onText` gets what is new, in order; joined, it is the answer's text. Cancelling ends the
   * answer with what there is and `cancelled`; the model can be asked again at once.
   */
  chat(cancel: Cancel, request: ChatRequest, onText: (added: string) => void): Promise<Answer>
  complete(cancel: Cancel, request: CompletionRequest, onText: (added: string) => void): Promise<Answer>
}

/** What loading is at. `total` is null where the engine does not say. */
export interface LoadProgress {
  readonly phase: 'reading' | 'weights' | 'shaders' | 'warm-up'
  readonly done: number
  readonly total: number | null
}

/** `Source` is what the engine loads from, as plain data. Loading a second model needs a new engine. */
export interface Engine<Source> {
  /** Rejects with `cancelled` within a second of the signal; the engine is then used up. */
  load(cancel: Cancel, source: Source, onProgress: (progress: LoadProgress) => void): Promise<LanguageModel>
  /** Frees everything; requests under way are rejected with `engine-gone`. */
  dispose(): Promise<void>
}
