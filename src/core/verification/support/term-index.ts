import type { Token } from '#core/verification/support/tokens'

/** Which sentences hold a term: each once, in order; undefined where none does. */
export interface TermIndex {
  readonly has: (term: string) => boolean
  readonly get: (term: string) => readonly number[] | undefined
}

const EMPTY = -1

/** FNV-1a over the units of a term, mixed once more: neighbours in a script differ in their low bits alone. */
function hashOf(term: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < term.length; i += 1) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

/**
 * Where the terms of a passage stand. A passage has hundreds of them and its pairs ask for a few dozen, so their lists are
 * made when they are asked for: all that is made before is one array of numbers. Linear in the number of tokens.
 *
 * @param sentenceOf index of its sentence for each token
 * @param termOf what a token is looked up by; null where it is not
 */
export function termIndex(
  tokens: readonly Token[],
  sentenceOf: Int32Array,
  termOf: (token: Token) => string | null,
): TermIndex {
  const { length } = tokens
  let size = 16
  while (size < length * 2) size *= 2
  // First token of each term by hash, then for each token the next one of its term in another sentence, then of each first
  // token the last one so far.
  const places = new Int32Array(size + length * 2).fill(EMPTY)
  const termAt = (i: number): string | null => {
    const token = tokens[i]
    return token === undefined ? null : termOf(token)
  }
  const slotOf = (term: string): number => {
    let slot = hashOf(term) & (size - 1)
    for (;;) {
      const first = places[slot] ?? EMPTY
      if (first === EMPTY || termAt(first) === term) return slot
      slot = (slot + 1) & (size - 1)
    }
  }
  for (let i = 0; i < length; i += 1) {
    const term = termAt(i)
    if (term === null) continue
    const slot = slotOf(term)
    const first = places[slot] ?? EMPTY
    if (first === EMPTY) {
      places[slot] = i
      places[size + length + i] = i
      continue
    }
    const last = places[size + length + first] ?? first
    if (sentenceOf[last] === sentenceOf[i]) continue
    places[size + last] = i
    places[size + length + first] = i
  }
  const known = new Map<string, readonly number[]>()
  return {
    has: term => places[slotOf(term)] !== EMPTY,
    get: term => {
      const before = known.get(term)
      if (before !== undefined) return before
      let at = places[slotOf(term)] ?? EMPTY
      if (at === EMPTY) return undefined
      const sentences: number[] = []
      for (; at !== EMPTY; at = places[size + at] ?? EMPTY) sentences.push(sentenceOf[at] ?? 0)
      known.set(term, sentences)
      return sentences
    },
  }
}
