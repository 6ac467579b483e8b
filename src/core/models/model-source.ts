/** The part of a File that core knows. Engines narrow it to a Blob. */
export interface ModelFile {
  readonly name: string
  readonly size: number
}

/** What an engine worker is handed: where the model lies on this device, never where it came from. */
export type ModelSource = GgufSource | MlcSource

export interface GgufSource {
  readonly engine: 'wllama'
  readonly model: string
  /** One file, or all parts of a split one in order. */
  readonly files: readonly ModelFile[]
  readonly contextTokens: number
  readonly threads: number
}

/** A model of web-llm in the Cache: config, library, tokenizer and weights lie there under these addresses. */
export interface MlcSource {
  readonly engine: 'webllm'
  readonly model: string
  /** Absolute; ends in a slash. The files' keys are this, `resolve/main/` and the name. */
  readonly base: string
  readonly library: string
  readonly contextTokens: number
  /** Gigabytes are not read here: the record says what it needs. */
  readonly f16: boolean
}
