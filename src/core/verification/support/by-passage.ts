import type { PassageFacts } from '#core/verification/support/passage-facts'

/** The same function, but that it reads each passage once for all its pairs. */
export function byPassage<T>(make: (facts: PassageFacts) => T): (facts: PassageFacts) => T {
  const known = new WeakMap<PassageFacts, { readonly made: T }>()
  return facts => {
    const before = known.get(facts)
    if (before !== undefined) return before.made
    const made = make(facts)
    known.set(facts, { made })
    return made
  }
}
