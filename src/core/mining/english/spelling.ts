import type { Spelling } from '#core/mining/english/clause'

const LETTER = /[\p{L}\p{N}_]/u

/** What a passage tells about capitals; each word is looked for once. */
export function spellingOf(text: string): Spelling {
  const small = new Map<string, boolean>()
  const capital = new Map<string, boolean>()
  const remembered = (known: Map<string, boolean>, word: string, find: () => boolean): boolean => {
    const before = known.get(word)
    if (before !== undefined) return before
    const found = find()
    known.set(word, found)
    return found
  }
  return {
    seenSmall: word =>
      remembered(small, word, () =>
        stands(
          text,
          word,
          at =>
            !/[\p{L}\p{N}_/.@`'"-]/u.test(text.charAt(at - 1)) &&
            !/[/@`'"_(]|-\p{L}/u.test(text.slice(at + word.length, at + word.length + 2)),
        ),
      ),
    seenCapital: word =>
      remembered(capital, word, () =>
        stands(text, word, at => /[\p{Ll},;] $/u.test(text.slice(Math.max(0, at - 2), at))),
      ),
  }
}

/** Whether a word stands on its own somewhere where `fits` holds. */
function stands(text: string, word: string, fits: (at: number) => boolean): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const alone = !LETTER.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(at + word.length))
    if (alone && fits(at)) return true
  }
  return false
}
