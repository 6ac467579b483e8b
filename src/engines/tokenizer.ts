import { Tokenizer } from '@huggingface/tokenizers'
import { ProblemError } from '#core/problem'

/** Counts tokens as one model's vocabulary cuts them. */
export interface TokenCounter {
  /** Tokens of this text alone, without tokens that a template or the model's own rule would put around it. */
  count(text: string): number
}

/**
 * A counter from what a model's `tokenizer.json` holds, already parsed. Names of control tokens inside a text count as
 * those tokens, as both engines read them. Throws `model-damaged` where the description is not one of a tokenizer.
 */
export function createTokenizer(json: unknown): TokenCounter {
  const tokenizer = open(json)
  return { count: text => (text === '' ? 0 : tokenizer.encode(text, { add_special_tokens: false }).ids.length) }
}

function open(json: unknown): Tokenizer {
  try {
    if (typeof json !== 'object' || json === null) throw new TypeError('not an object')
    return new Tokenizer(json, {})
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : String(thrown)
    throw new ProblemError({ kind: 'model-damaged', file: 'tokenizer.json', detail })
  }
}
