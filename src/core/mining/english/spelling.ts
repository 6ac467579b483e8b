import type { Spelling } from '#core/mining/english/clause'

const LETTER = /[\p{L}\p{N}_]/u
/** Signs of code, paths and hyphened words, in which a small letter tells nothing. */
const CODE_BEFORE = /[\p{L}\p{N}_/.@`'"-]/u
const CODE_AFTER = /[/@`'"_(]|-\p{L}/u

/** Look-ups that one passage may cost; keeps a hostile one linear. Beyond them nothing is certain. */
const MOST = 200

/** What a passage tells about capitals; each word is looked for once. */
export function spellingOf(text: string): Spelling {
  const known = new Map<string, boolean>()
  const remembered = (key: string, find: () => boolean): boolean => {
    const before = known.get(key)
    if (before !== undefined) return before
    const found = known.size < MOST && find()
    known.set(key, found)
    return found
  }
  return {
    seenSmall: word =>
      remembered(word, () =>
        stands(
          text,
          word,
          (at, end) => !CODE_BEFORE.test(text.charAt(at - 1)) && !CODE_AFTER.test(text.slice(end, end + 2)),
        ),
      ),
    seenCapital: word =>
      remembered(`^${word}`, () => stands(text, word, at => /[\p{Ll},;] $/u.test(text.slice(Math.max(0, at - 2), at)))),
  }
}

/** Whether a word stands on its own somewhere where `fits` holds. */
function stands(text: string, word: string, fits: (at: number, end: number) => boolean): boolean {
  for (
    let at = text.indexOf(word), tries = 0;
    at >= 0 && tries < MOST;
    at = text.indexOf(word, at + word.length), tries++
  ) {
    const end = at + word.length
    if (!LETTER.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(end)) && fits(at, end)) return true
  }
  return false
}
