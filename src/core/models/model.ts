import type { Language } from '#core/documents/document'

/**
 * Under which terms a model may be used, and what they say about training other models on its output. `conditions`
 * means: allowed, if the named conditions are met.
 */
export interface ModelLicence {
  /** As people call it: "Apache-2.0", "Llama 3.1 Community License". */
  readonly name: string
  readonly url: string | null
  readonly kind: 'open' | 'community' | 'research' | 'unknown'
  readonly outputMayTrain: 'yes' | 'conditions' | 'no' | 'unknown'
}

/** A model that Pairloom knows: a line of the catalogue. */
export interface CatalogueModel {
  /** Of the engine's own list where it has one, e.g. "Qwen2.5-7B-Instruct-q4f16_1-MLC". */
  readonly id: string
  readonly engine: 'webllm' | 'wllama'
  readonly title: string
  /** Billions of parameters. */
  readonly parameters: number
  readonly quantization: string
  readonly languages: readonly Language[]
  readonly licence: ModelLicence
  /** Decimal megabytes to download, and of GPU memory with its context, as published; null where not published. */
  readonly downloadMb: number | null
  readonly memoryMb: number | null
  readonly needsF16: boolean
  readonly contextTokens: number
  /** For web-llm the folder and the library; for wllama the parts of the GGUF. */
  readonly files: { readonly base: string; readonly library: string } | { readonly urls: readonly string[] }
  /** The same weights for devices without 16-bit floats; null where there is none. */
  readonly twin: string | null
}

/** What a GGUF says about itself, read before it is loaded. */
export interface GgufFacts {
  readonly architecture: string
  readonly name: string | null
  readonly contextTokens: number | null
  readonly quantization: string
  readonly parameters: number
  readonly vocabulary: number
  readonly tokenizer: string
  readonly chatTemplate: boolean
  readonly layers: number | null
  /** Bytes that one token of context takes in the key-value cache with 16-bit numbers; null where it cannot be told. */
  readonly cacheBytesPerToken: number | null
  /** As the file says; null where it says nothing. */
  readonly licence: string | null
}

/** A model that lies on this device. */
export interface StoredModel {
  /** What pairs name in their provenance: file or folder name and the first 12 digits of a hash over what it is made of. */
  readonly id: string
  readonly engine: 'webllm' | 'wllama'
  readonly title: string
  readonly origin: 'catalogue' | 'url' | 'file' | 'folder'
  readonly bytes: number
  readonly contextTokens: number
  readonly licence: ModelLicence
  /** For GGUF only. */
  readonly gguf: GgufFacts | null
  /** For web-llm only: addresses under which its files lie in the Cache. */
  readonly mlc: { readonly base: string; readonly library: string; readonly f16: boolean } | null
  /** Measured on this device in its last loading or run; null before. Tokens a second. */
  readonly speed: ModelSpeed | null
  /** ms since 1970; for the screen only. */
  readonly addedAt: number
}

export interface ModelSpeed {
  readonly prefill: number
  readonly decode: number
  /** Milliseconds that loading took. */
  readonly loadMs: number
}
