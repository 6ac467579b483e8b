import type { GgufHeader } from '#core/models/gguf/gguf-header'
import { numbersOf, textOf, textsOf } from '#core/models/gguf/header-values'
import { PRE_TOKENIZERS } from './pre-tokenizers-data'

/** Types of tokens that are found in a text before it is cut into words. */
const UNKNOWN = 2
const CONTROL = 3
const USER_DEFINED = 4

/**
 * What a `tokenizer.json` would say about the byte-level vocabulary of a GGUF; null where it has none, or cuts words in a
 * way that is not known here.
 */
export function byteLevelJson(header: GgufHeader): unknown {
  const pre = PRE_TOKENIZERS.get(textOf(header, 'tokenizer.ggml.pre') ?? 'default')
  const tokens = textsOf(header, 'tokenizer.ggml.tokens')
  const merges = textsOf(header, 'tokenizer.ggml.merges')
  if (textOf(header, 'tokenizer.ggml.model') !== 'gpt2' || pre === undefined || tokens === null || merges === null) {
    return null
  }
  const types = numbersOf(header, 'tokenizer.ggml.token_type') ?? []
  const special = (type: number | undefined): boolean => type === UNKNOWN || type === CONTROL || type === USER_DEFINED
  const added = tokens.flatMap((content, id) =>
    special(types[id]) && content !== ''
      ? [{ id, content, special: true, normalized: false, lstrip: false, rstrip: false, single_word: false }]
      : [],
  )
  const cuts = pre.patterns.map(Regex => ({ type: 'Split', pattern: { Regex }, behavior: 'Isolated', invert: false }))
  return {
    added_tokens: added,
    normalizer: null,
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [...cuts, { type: 'ByteLevel', add_prefix_space: false, use_regex: false }],
    },
    post_processor: null,
    decoder: null,
    model: {
      type: 'BPE',
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
      merges,
      unk_token: null,
      byte_fallback: false,
      ignore_merges: pre.wholeWords,
    },
  }
}
