import type { PassageFacts, SentenceFacts } from '#core/verification/support/passage-facts'

/** The same function, but that it reads each sentence of a passage once for all pairs of that passage. */
export function bySentence<T>(
  make: (facts: PassageFacts, sentence: SentenceFacts) => T,
): (facts: PassageFacts, sentence: SentenceFacts) => T {
  const known = new WeakMap<PassageFacts, Map<SentenceFacts, T>>()
  return (facts, sentence) => {
    const read = known.get(facts) ?? new Map<SentenceFacts, T>()
    known.set(facts, read)
    const before = read.get(sentence)
    if (before !== undefined) return before
    const made = make(facts, sentence)
    read.set(sentence, made)
    return made
  }
}
