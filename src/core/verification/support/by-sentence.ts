import type { PassageFacts, SentenceFacts } from '#core/verification/support/passage-facts'
import type { Token } from '#core/verification/support/tokens'

/** What is read out of the tokens of a sentence of a passage; each sentence is read once for all pairs of its passage. */
export function bySentence<T>(
  make: (tokens: readonly Token[]) => T,
): (facts: PassageFacts, sentence: SentenceFacts) => T {
  const known = new WeakMap<PassageFacts, Map<SentenceFacts, T>>()
  return (facts, sentence) => {
    const read = known.get(facts) ?? new Map<SentenceFacts, T>()
    known.set(facts, read)
    const before = read.get(sentence)
    if (before !== undefined) return before
    const made = make(facts.tokens.slice(sentence.from, sentence.to))
    read.set(sentence, made)
    return made
  }
}
