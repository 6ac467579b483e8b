import type { GgufHeader } from '#core/models/gguf/gguf-header'
import { createTokenizer, type TokenCounter } from '#engines/tokenizer'
import { byteLevelJson } from './byte-level-json'
import { sentencePieceCounter } from './sentence-piece'

/** A mark of a beginning that some vocabularies put before a text. */
const MARK = 1

/**
 * Counts tokens with the vocabulary that a GGUF holds (rules WLLAMA8 and WLLAMA9). Where its kind is not known, `exact`
 * is false and the count is an upper bound: no vocabulary makes more tokens of a text than it has bytes in UTF-8.
 */
export function tokenCounter(header: GgufHeader): TokenCounter & { readonly exact: boolean } {
  const pieces = sentencePieceCounter(header)
  if (pieces !== null) return { ...pieces, exact: true }
  const json = byteLevelJson(header)
  if (json !== null) return { ...createTokenizer(json), exact: true }
  return { count: text => (text === '' ? 0 : new TextEncoder().encode(text).length + MARK), exact: false }
}
