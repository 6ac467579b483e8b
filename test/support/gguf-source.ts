import type { GgufSource } from '#core/models/model-source'

/** What a GGUF's bytes are loaded from, as a file of that name. */
export function ggufSource(bytes: Uint8Array<ArrayBuffer> | Blob, options: Partial<GgufSource> = {}): GgufSource {
  const name = 'tiny.gguf'
  return { engine: 'wllama', model: name, files: [new File([bytes], name)], contextTokens: 512, threads: 1, ...options }
}
