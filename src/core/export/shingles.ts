/** Words in a shingle; single characters in scripts that are written without spaces. */
const WIDTH = 5
/** The most shingles kept of a text: the smallest hashes, which are the same ones for texts that agree. */
const MOST = 1024

/** A hash of words in turn, and the last step that spreads its bits (fmix32 of MurmurHash3, public domain). */
const step = (hash: number, value: number): number => Math.imul(hash ^ value, 16777619)
function spread(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** Whether a code unit is a word by itself: Han, kana, Thai, Lao, Burmese and Khmer, which put no space between words. */
function standsAlone(unit: number): boolean {
  return (
    (unit >= 0x3040 && unit <= 0x30ff) ||
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0x0e00 && unit <= 0x0eff) ||
    (unit >= 0x1000 && unit <= 0x109f) ||
    (unit >= 0x1780 && unit <= 0x17ff) ||
    (unit >= 0xd800 && unit <= 0xdfff)
  )
}

function isSeparator(unit: number): boolean {
  if (unit < 0x80) return !((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39))
  return (
    unit < 0xc0 ||
    (unit >= 0x2000 && unit <= 0x206f) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff00 && unit <= 0xff0f)
  )
}

/** Hashes of the words of a text, without regard to case, width, punctuation and blank space. */
function wordHashes(text: string): number[] {
  const folded = text.normalize('NFKC').toLowerCase()
  const words: number[] = []
  let word = 0
  let open = false
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i)
    const alone = standsAlone(unit)
    if (open && (alone || isSeparator(unit))) {
      words.push(word)
      open = false
    }
    if (alone) words.push(step(2166136261, unit))
    else if (!isSeparator(unit)) {
      word = step(open ? word : 2166136261, unit)
      open = true
    }
  }
  if (open) words.push(word)
  return words
}

/**
 * The set of shingles of a text: 32-bit hashes of five words in a row (characters where there are no spaces), in
 * ascending order without repetition. A text of fewer words is one shingle; one without words stands for its characters.
 */
export function shingles(text: string): Uint32Array {
  const words = wordHashes(text)
  if (words.length === 0) {
    let hash = 0
    for (let i = 0; i < text.length; i++) hash = step(hash, text.charCodeAt(i))
    return Uint32Array.of(spread(hash))
  }
  const all = new Uint32Array(Math.max(1, words.length - WIDTH + 1))
  for (let i = 0; i < all.length; i++) {
    let hash = 2166136261
    for (let j = i; j < Math.min(words.length, i + WIDTH); j++) hash = spread(step(hash, words[j] ?? 0))
    all[i] = hash
  }
  all.sort()
  let size = 0
  for (const hash of all) {
    if (size === 0 || all[size - 1] !== hash) all[size++] = hash
  }
  return all.slice(0, Math.min(size, MOST))
}
