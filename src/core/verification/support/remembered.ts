/** Longer strings are few, and may hold on to the whole text that they were cut from. */
const LONGEST = 12
/** Strings of which an answer is remembered; texts have few more different words. */
const MOST = 20_000

/**
 * The same function, but that it answers a string it was asked for before at once: most words of a text stand in the texts
 * before it as well. Forgets all of them when there are too many.
 */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    if (text.length > LONGEST) return make(text)
    const before = known.get(text)
    if (before !== undefined) return before
    const made = make(text)
    if (known.size >= MOST) known.clear()
    known.set(text, made)
    return made
  }
}
