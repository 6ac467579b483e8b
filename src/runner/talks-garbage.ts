/** Bits for each character. A sum said over and over ("2+2+2+2") has one. */
const LEAST_ENTROPY = 0.9
/** Below, a text is too short to tell: "4." is a fine answer. */
const TELLING = 6
const MOST_UNPRINTABLE = 0.3

/** Controls, private use, unassigned, lone halves, and the mark of bytes that are no character. */
const UNPRINTABLE = /[\p{Cc}\p{Co}\p{Cn}\p{Cs}\u{FFFD}]/u

/**
 * Whether an answer cannot be text in any language, as drivers write that swallow a lack of memory or get 16-bit floats
 * wrong (nothing at all, unprintable characters, one character for ever). Wrong or senseless words are no garbage:
 * a tiny model writes such.
 */
export function talksGarbage(answer: string): boolean {
  const characters = Array.from(answer.replaceAll(/\s/gu, ''))
  if (characters.length === 0) return true
  const unprintable = characters.filter(character => UNPRINTABLE.test(character)).length
  if (unprintable > characters.length * MOST_UNPRINTABLE) return true
  return characters.length >= TELLING && entropy(characters) < LEAST_ENTROPY
}

/** Of the distribution of characters, in bits. */
function entropy(characters: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const character of characters) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / characters.length) * Math.log2(count / characters.length)
  return bits
}
