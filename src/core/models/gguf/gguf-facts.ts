import { FILE_TYPES } from '#core/models/gguf/ggml-types'
import type { GgufHeader, GgufTensor } from '#core/models/gguf/gguf-header'
import { countOf, numberOf, numbersOf, textOf } from '#core/models/gguf/header-values'
import type { GgufFacts } from '#core/models/model'
import { ProblemError } from '#core/problem'

const CACHE_NUMBER_BYTES = 2

/** What the header of a model's first file and the tensors of all its files say. Throws `model-damaged`. */
export function factsOf(header: GgufHeader, tensors: readonly GgufTensor[], file: string): GgufFacts {
  const architecture = textOf(header, 'general.architecture')
  if (architecture === null) throw damaged(file, 'it does not say its architecture')
  if (tensors.length === 0) throw damaged(file, 'it holds no weights')
  const vocabulary = countOf(header, 'tokenizer.ggml.tokens')
  if (vocabulary === null) throw damaged(file, 'it has no vocabulary')
  const pre = textOf(header, 'tokenizer.ggml.pre')
  return {
    architecture,
    name: textOf(header, 'general.name'),
    contextTokens: numberOf(header, `${architecture}.context_length`),
    quantization: quantizationOf(header, tensors),
    parameters: tensors.reduce((sum, { elements }) => sum + elements, 0),
    vocabulary,
    tokenizer: [textOf(header, 'tokenizer.ggml.model') ?? 'unknown', ...(pre === null ? [] : [pre])].join(' '),
    chatTemplate: textOf(header, 'tokenizer.chat_template') !== null,
    layers: numberOf(header, `${architecture}.block_count`),
    cacheBytesPerToken: cacheBytes(header, architecture),
    licence: textOf(header, 'general.license'),
  }
}

function damaged(file: string, detail: string): ProblemError {
  return new ProblemError({ kind: 'model-damaged', file, detail })
}

/** As the file calls its mixture of types; else the type that most of its bytes are of. */
function quantizationOf(header: GgufHeader, tensors: readonly GgufTensor[]): string {
  const named = FILE_TYPES.get(numberOf(header, 'general.file_type') ?? -1)
  if (named !== undefined) return named
  const bytes = new Map<string, number>()
  for (const { type, bytes: added } of tensors) bytes.set(type.name, (bytes.get(type.name) ?? 0) + added)
  return [...bytes].reduce((most, next) => (next[1] > most[1] ? next : most))[0]
}

/**
 * Keys and values of one token in all layers: 2 bytes for each number of each head that keeps them. Null where layers
 * keep something else than keys and values (state-space models), or compress them (latent attention), or where the file
 * does not say.
 */
function cacheBytes(header: GgufHeader, architecture: string): number | null {
  const number = (key: string): number | null => numberOf(header, `${architecture}.${key}`)
  const layers = number('block_count')
  const heads = perLayer(header, `${architecture}.attention.head_count`, layers)
  const kept = perLayer(header, `${architecture}.attention.head_count_kv`, layers) ?? heads
  if (heads === null || kept === null || number('attention.kv_lora_rank') !== null) return null
  if (number('ssm.state_size') !== null) return null
  const wide = Math.max(...heads)
  const width = number('embedding_length')
  const usual = width === null || wide === 0 ? null : width / wide
  const [keys, values] = [number('attention.key_length') ?? usual, number('attention.value_length') ?? usual]
  if (keys === null || values === null) return null
  return kept.reduce((sum, count) => sum + count, 0) * (keys + values) * CACHE_NUMBER_BYTES
}

/** A value that stands once for all layers or once for each. */
function perLayer(header: GgufHeader, key: string, layers: number | null): number[] | null {
  const one = numberOf(header, key)
  if (one !== null && layers !== null && layers < 10_000) return new Array<number>(layers).fill(one)
  const many = numbersOf(header, key)
  return many === null || many.length === 0 ? null : many
}
