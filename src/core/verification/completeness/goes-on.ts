/** Words of a response, or Han characters, below which what has no end mark is a phrase and may be any part of a sentence. */
const LEAST = { words: 5, han: 8 } as const
/** Units of the end that are looked for, and places that are looked at. */
const TAIL = 60
const PLACES = 8

const END_MARK = /[.!?。！？…;；:：)\]）】》」』”"'’]\s*$/u
const CAPITAL = /^["'“‘(]?\p{Lu}/u
const LAST_WORDS = /\S+\s+\S+$/u
const LAST_HAN = /.{3}\p{sc=Han}$/u

/**
 * Whether a response without an end mark ends in words of its passage after which the sentence goes on: it was cut off in
 * the middle of what it copied (rule CHECK15). Short phrases may be any part of a sentence.
 */
export function goesOn(passage: string, response: string): boolean {
  const end = response.trimEnd().slice(-TAIL)
  if (END_MARK.test(end)) return false
  const han = response.match(/\p{sc=Han}/gu)?.length ?? 0
  const chinese = han > response.length / 4
  if (chinese ? han < LEAST.han : wordsIn(response) < LEAST.words || !CAPITAL.test(response.trim())) return false
  const tail = (chinese ? LAST_HAN : LAST_WORDS).exec(end)?.[0]
  if (tail === undefined) return false
  if (!chinese && breaksWord(passage, tail)) return true
  if (chinese && isPhraseOf(passage, response.trim())) return false
  let seen = 0
  for (let at = passage.indexOf(tail); at >= 0 && seen < PLACES; at = passage.indexOf(tail, at + 1)) {
    seen += 1
    const after = passage.slice(at + tail.length, at + tail.length + 12)
    if (!(chinese ? /^[\p{sc=Han}\p{Nd}]/u : /^ [\p{L}\p{Nd}]/u).test(after)) return false
  }
  return seen > 0
}

/** The longest phrase that answers where or who. */
const PHRASE = 16

/** 石浦大学东区礼堂, of 在石浦大学东区礼堂举行: what stands behind such a word is a thing. */
function isPhraseOf(passage: string, response: string): boolean {
  const at = response.length > PHRASE ? -1 : passage.indexOf(response)
  return at > 0 && /[在到于从由是为叫向往自]/u.test(passage[at - 1] ?? '')
}

/** Endings that a word may have in the passage and lack where it is said again. */
const ENDING = /^(?:s|es|d|ed|ing|ly|er|ers|r|rs|al|y|n)(?!\p{L})/u

/** Whether a word of the passage goes on behind the last words: 32 wei, of 32 weights. The piece is no word of it itself. */
function breaksWord(passage: string, tail: string): boolean {
  const at = passage.indexOf(tail)
  if (at < 0 || passage.indexOf(tail, at + 1) >= 0) return false
  const rest = passage.slice(at + tail.length, at + tail.length + 12)
  if (!/^\p{Ll}/u.test(rest) || ENDING.test(rest)) return false
  const piece = tail.slice(tail.search(/\S+$/u))
  for (let other = passage.indexOf(piece); other >= 0; other = passage.indexOf(piece, other + 1))
    if (!/^[\p{L}\p{M}]/u.test(passage.slice(other + piece.length, other + piece.length + 2))) return false
  return /^\p{L}+$/u.test(piece)
}

function wordsIn(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0
}
