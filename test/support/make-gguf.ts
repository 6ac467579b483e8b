import { sentencePieceVocabulary, type TestVocabulary } from '#test/support/gguf-vocabulary'
import { type GgufTensor, type GgufValue, writeGguf } from '#test/support/gguf-writer'

export interface TestGguf {
  readonly vocabulary?: TestVocabulary
  readonly architecture?: string
  /** Its chat template; null for none. */
  readonly template?: string | null
  /** Of its training; 2048 unless told. */
  readonly contextTokens?: number
  /** Numbers of a key and of a value in each head; 16 unless told. More of them make its memory of a prompt larger. */
  readonly headSize?: number
  /** Of its weights; 42 unless told. Most seeds make a model that says one thing over and over. */
  readonly seed?: number
  readonly fault?: 'bad-magic' | 'old-version' | 'truncated' | 'tensor-out-of-bounds' | 'tensor-unaligned'
}

const BLOCKS = 2
const EMBEDDING = 64
const HIDDEN = 128
const HEADS = 4
const CONTEXT = 2048
/** What a faulty file has lost at its end. */
export const LOST_BYTES = 10_000

const TEMPLATE = `{% for message in messages %}[{{ message.role }}] {{ message.content }}
{% endfor %}{% if add_generation_prompt %}[assistant] {% endif %}`

/** The type of ordinary tokens; and of those, what stands for printable ASCII in either kind of vocabulary. */
const NORMAL = 1
const PRINTABLE = /^[\u2581\u0120!-~]+$/

/**
 * A real, tiny llama of random weights: it loads, answers, obeys grammars and costs nothing to carry, since it is made
 * anew from the same seed each time (524,032 bytes with its own vocabulary). Feature 0 of every embedding is a constant
 * that no block writes to, so the first column of the output layer is a bias for each token: bytes and tokens of control
 * are never chosen, the end seldom. So what it writes is always printable ASCII.
 */
export function makeGguf(options: TestGguf = {}): Uint8Array<ArrayBuffer> {
  const {
    vocabulary = sentencePieceVocabulary(),
    architecture = 'llama',
    contextTokens = CONTEXT,
    headSize = EMBEDDING / HEADS,
    fault,
  } = options
  const bytes = writeGguf({
    magic: fault === 'bad-magic' ? 'GGML' : 'GGUF',
    version: fault === 'old-version' ? 1 : 3,
    keys: [
      ...metadata(architecture, vocabulary, options.template === undefined ? TEMPLATE : options.template, {
        contextTokens,
        headSize,
      }),
      ...(options.headSize === undefined ? [] : headKeys(architecture, headSize)),
    ],
    tensors: tensors(vocabulary, headSize * HEADS, fault, options.seed ?? 42),
  })
  return new Uint8Array(fault === 'truncated' ? bytes.slice(0, -LOST_BYTES) : bytes)
}

function metadata(
  architecture: string,
  vocabulary: TestVocabulary,
  template: string | null,
  { contextTokens, headSize }: Required<Pick<TestGguf, 'contextTokens' | 'headSize'>>,
): [string, GgufValue][] {
  const text = (value: string): GgufValue => ({ type: 'string', value })
  const count = (value: number): GgufValue => ({ type: 'u32', value })
  return [
    ['general.architecture', text(architecture)],
    ['general.name', text('tiny llama')],
    ['general.alignment', count(32)],
    [`${architecture}.context_length`, count(contextTokens)],
    [`${architecture}.embedding_length`, count(EMBEDDING)],
    [`${architecture}.block_count`, count(BLOCKS)],
    [`${architecture}.feed_forward_length`, count(HIDDEN)],
    [`${architecture}.attention.head_count`, count(HEADS)],
    [`${architecture}.attention.head_count_kv`, count(HEADS)],
    [`${architecture}.attention.layer_norm_rms_epsilon`, { type: 'f32', value: 1e-5 }],
    [`${architecture}.rope.dimension_count`, count(headSize)],
    [`${architecture}.vocab_size`, count(vocabulary.tokens.length)],
    ['tokenizer.ggml.model', text(vocabulary.model)],
    ['tokenizer.ggml.pre', text(vocabulary.pre)],
    ['tokenizer.ggml.tokens', { type: 'strings', value: vocabulary.tokens }],
    ...(vocabulary.scores.length === 0
      ? []
      : [['tokenizer.ggml.scores', { type: 'f32s', value: vocabulary.scores }] satisfies [string, GgufValue]]),
    ['tokenizer.ggml.token_type', { type: 'i32s', value: vocabulary.types }],
    ...(vocabulary.merges.length === 0
      ? []
      : [['tokenizer.ggml.merges', { type: 'strings', value: vocabulary.merges }] satisfies [string, GgufValue]]),
    ['tokenizer.ggml.bos_token_id', count(vocabulary.beginning)],
    ['tokenizer.ggml.eos_token_id', count(vocabulary.end)],
    ['tokenizer.ggml.unknown_token_id', count(0)],
    ...(template === null ? [] : [['tokenizer.chat_template', text(template)] satisfies [string, GgufValue]]),
  ]
}

function headKeys(architecture: string, size: number): [string, GgufValue][] {
  return ['key_length', 'value_length'].map(name => [`${architecture}.attention.${name}`, { type: 'u32', value: size }])
}

function tensors(vocabulary: TestVocabulary, attended: number, fault: TestGguf['fault'], seed: number): GgufTensor[] {
  const random = createRandom(seed)
  const size = vocabulary.tokens.length
  const matrix = (name: string, columns: number, rows: number): GgufTensor => ({
    name,
    dims: [columns, rows],
    data: Float32Array.from({ length: columns * rows }, () => 0.4 * (random() - 0.5)),
  })
  const norm = (name: string): GgufTensor => ({
    name,
    dims: [EMBEDDING],
    data: new Float32Array(EMBEDDING).fill(1),
  })
  const embedding = matrix('token_embd.weight', EMBEDDING, size)
  for (let row = 0; row < size; row++) embedding.data[row * EMBEDDING] = 1
  const output = matrix('output.weight', EMBEDDING, size)
  for (let row = 0; row < size; row++) output.data[row * EMBEDDING] = bias(vocabulary, row)
  const all = [embedding, norm('output_norm.weight'), output]
  for (let block = 0; block < BLOCKS; block++) {
    const name = (part: string): string => `blk.${block}.${part}.weight`
    all.push(norm(name('attn_norm')))
    for (const part of ['attn_q', 'attn_k', 'attn_v']) all.push(matrix(name(part), EMBEDDING, attended))
    const attention = matrix(name('attn_output'), attended, EMBEDDING)
    attention.data.fill(0, 0, attended)
    all.push(attention, norm(name('ffn_norm')))
    for (const part of ['ffn_gate', 'ffn_up']) all.push(matrix(name(part), EMBEDDING, HIDDEN))
    const down = matrix(name('ffn_down'), HIDDEN, EMBEDDING)
    down.data.fill(0, 0, HIDDEN)
    all.push(down)
  }
  const last = all.length - 1
  if (fault === 'tensor-out-of-bounds') return all.map((one, at) => (at === last ? { ...one, offset: 1 << 30 } : one))
  if (fault === 'tensor-unaligned') return all.map((one, at) => (at === last ? { ...one, offset: 7 } : one))
  return all
}

function bias({ tokens, types, end }: TestVocabulary, id: number): number {
  if (id === end) return -0.5
  return types[id] === NORMAL && PRINTABLE.test(tokens[id] ?? '') ? 0 : -20
}

/** Numbers in [0, 1) from a 32-bit linear congruential generator. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
