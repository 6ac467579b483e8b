import { createTokenizer, type TokenCounter } from '#engines/tokenizer'
import { ProblemError } from '#core/problem'

/**
 * Counts with the model's own `tokenizer.json`, read at the first question. A model that has only `tokenizer.model` gets an
 * upper bound: a token is at least a byte, and one may stand for a space before the text.
 */
export function createCounter(
  readTokenizer: (() => Promise<string>) | null,
): (texts: readonly string[]) => Promise<readonly number[]> {
  if (readTokenizer === null) {
    const bytes = new TextEncoder()
    return texts => Promise.resolve(texts.map(text => (text === '' ? 0 : bytes.encode(text).length + 1)))
  }
  let counter: Promise<TokenCounter> | null = null
  return async texts => {
    counter ??= readTokenizer().then(text => createTokenizer(parse(text)))
    const vocabulary = await counter
    return texts.map(text => vocabulary.count(text))
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    throw new ProblemError({ kind: 'model-damaged', file: 'tokenizer.json', detail: String(thrown) })
  }
}
