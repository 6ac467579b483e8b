import type { GgufHeader } from '#core/models/gguf/gguf-header'
import { flagOf, numbersOf, textOf, textsOf } from '#core/models/gguf/header-values'
import type { TokenCounter } from '#engines/tokenizer'
import { createHeap } from './heap'
import { splitAtSpecial } from './split-at-special'

const SPACE = '\u2581'
const NORMAL_END = 2
const SPECIAL_END = 4

/** Two neighbours that would make a token: where they begin, what they are together, and how much it is wanted. */
interface Pair {
  readonly left: number
  readonly right: number
  readonly text: string
  readonly score: number
}

/**
 * Counts tokens of a SentencePiece vocabulary as llama.cpp cuts them: of all neighbours that make a token the one of the
 * highest score is joined first, the leftmost of equals, until none is left; a character that is no token counts its
 * bytes. Null for a model with another kind of vocabulary.
 */
export function sentencePieceCounter(header: GgufHeader): TokenCounter | null {
  const tokens = textsOf(header, 'tokenizer.ggml.tokens')
  const scores = numbersOf(header, 'tokenizer.ggml.scores')
  if (textOf(header, 'tokenizer.ggml.model') !== 'llama' || tokens === null || scores === null) return null
  const vocabulary = new Map(tokens.map((token, id) => [token, scores[id] ?? 0]))
  const types = numbersOf(header, 'tokenizer.ggml.token_type') ?? []
  const special = tokens.filter((_, id) => isSpecial(types[id]))
  const prefix = (flagOf(header, 'tokenizer.ggml.add_space_prefix') ?? true) ? SPACE : ''
  return {
    count: text => {
      let count = 0
      for (const piece of splitAtSpecial(text, special)) {
        count += piece.special ? 1 : countPieces(prefix + piece.text.replaceAll(' ', SPACE), vocabulary)
      }
      return count
    },
  }
}

function isSpecial(type: number | undefined): boolean {
  return type !== undefined && type >= NORMAL_END && type <= SPECIAL_END
}

function countPieces(text: string, vocabulary: ReadonlyMap<string, number>): number {
  const symbols: (string | null)[] = Array.from(text)
  const next = symbols.map((_, at) => at + 1)
  const previous = symbols.map((_, at) => at - 1)
  const wanted = createHeap<Pair>((a, b) => a.score > b.score || (a.score === b.score && a.left < b.left))
  const offer = (left: number, right: number): void => {
    const [first, second] = [symbols[left], symbols[right]]
    if (typeof first !== 'string' || typeof second !== 'string') return
    const score = vocabulary.get(first + second)
    if (score !== undefined) wanted.push({ left, right, text: first + second, score })
  }
  for (let at = 1; at < symbols.length; at++) offer(at - 1, at)
  for (let pair = wanted.pop(); pair !== undefined; pair = wanted.pop()) {
    const { left, right, text: joined } = pair
    const [first, second] = [symbols[left], symbols[right]]
    // One of the two was joined with another meanwhile.
    if (typeof first !== 'string' || typeof second !== 'string' || first + second !== joined) continue
    symbols[left] = joined
    symbols[right] = null
    const after = next[right] ?? symbols.length
    next[left] = after
    if (after < symbols.length) previous[after] = left
    offer(previous[left] ?? -1, left)
    offer(left, after)
  }
  let count = 0
  for (const symbol of symbols) {
    if (symbol !== null) count += vocabulary.has(symbol) ? 1 : new TextEncoder().encode(symbol).length
  }
  return count
}
