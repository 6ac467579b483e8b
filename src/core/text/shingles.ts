/** Words in a shingle; single characters in scripts that are written without spaces. */
const WIDTH = 5
/** The most shingles kept of a text: the smallest hashes, which are the same ones for texts that agree. */
const MOST = 1024
/** Shingles that wait to be sorted into the smallest: a megabyte is never sorted as a whole. */
const WAITING = 4 * MOST

const START = 2166136261
/** Stands between the two halves of a pair, where no word can. */
const BETWEEN = 0x9e3779b9

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

/** Adds hashes of the words of a text, without regard to case, width, punctuation and blank space. */
function addWords(words: number[], text: string): void {
  const folded = text.normalize('NFKC').toLowerCase()
  let word = 0
  let open = false
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i)
    const alone = standsAlone(unit)
    if (open && (alone || isSeparator(unit))) {
      words.push(word)
      open = false
    }
    if (alone) words.push(step(START, unit))
    else if (!isSeparator(unit)) {
      word = step(open ? word : START, unit)
      open = true
    }
  }
  if (open) words.push(word)
}

/**
 * The set of shingles of a text: 32-bit hashes of five words in a row (characters where there are no spaces), in
 * ascending order without repetition. A text of fewer words is one shingle; one without words stands for its characters.
 * Of more than 1,024 the smallest are given.
 */
export function shingles(text: string): Uint32Array {
  const words: number[] = []
  addWords(words, text)
  return words.length === 0 ? Uint32Array.of(charactersOf(text)) : shinglesOf(words)
}

/** The same of a pair. Its halves are one text with a mark between them: what moves over the mark is another pair. */
export function pairShingles(instruction: string, response: string): Uint32Array {
  const words: number[] = []
  addWords(words, instruction)
  if (words.length === 0) words.push(charactersOf(instruction))
  const before = words.length
  words.push(BETWEEN)
  addWords(words, response)
  if (words.length === before + 1) words.push(charactersOf(response))
  return shinglesOf(words)
}

/** How many hashes two ascending sets have in common; -1 as soon as it is sure to be fewer than needed. */
export function commonShingles(a: Uint32Array, b: Uint32Array, needed: number): number {
  let common = 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    if (common + Math.min(a.length - i, b.length - j) < needed) return -1
    const x = a[i] ?? 0
    const y = b[j] ?? 0
    if (x === y) common += 1
    if (x <= y) i += 1
    if (y <= x) j += 1
  }
  return common >= needed ? common : -1
}

/**
 * Jaccard similarity of two sets of shingles, in [0, 1]: exact while both are whole. Where one was cut to its smallest
 * hashes, that of the smallest hashes of the union (Broder's estimate).
 */
export function similarity(a: Uint32Array, b: Uint32Array): number {
  const cut = a.length >= MOST || b.length >= MOST
  let common = 0
  let union = 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length && !(cut && union === MOST)) {
    const x = a[i] ?? 0
    const y = b[j] ?? 0
    if (x === y) common += 1
    if (x <= y) i += 1
    if (y <= x) j += 1
    union += 1
  }
  return common / (cut ? Math.min(MOST, union + a.length - i + b.length - j) : union + a.length - i + b.length - j)
}

function charactersOf(text: string): number {
  let hash = 0
  for (let i = 0; i < text.length; i++) hash = step(hash, text.charCodeAt(i))
  return spread(hash)
}

/** The hashes of the text that is read at the moment. */
const HELD = new Uint32Array(MOST + WAITING)

function shinglesOf(words: readonly number[]): Uint32Array {
  const count = Math.max(1, words.length - WIDTH + 1)
  const held = HELD.subarray(0, Math.min(count, MOST + WAITING))
  let size = 0
  let below = 4294967295
  for (let i = 0; i < count; i++) {
    let hash = START
    const end = Math.min(words.length, i + WIDTH)
    for (let j = i; j < end; j++) hash = spread(step(hash, words[j] ?? 0))
    if (hash > below) continue
    held[size++] = hash
    if (size < held.length || i === count - 1) continue
    size = smallest(held, size)
    if (size === MOST) below = held[MOST - 1] ?? below
  }
  return held.slice(0, smallest(held, size))
}

/** Brings the smallest of the first `size` hashes to the front, in order, each once; gives how many they are. */
function smallest(held: Uint32Array, size: number): number {
  held.subarray(0, size).sort()
  let kept = 0
  for (let i = 0; i < size && kept < MOST; i++) {
    const hash = held[i] ?? 0
    if (kept === 0 || held[kept - 1] !== hash) held[kept++] = hash
  }
  return kept
}
