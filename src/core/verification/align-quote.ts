import type { Range } from '#core/synthesis/pair'
import { approximateSearch } from '#core/text/approximate-search'
import { isEastAsian } from '#core/text/characters'
import type { Token } from '#core/verification/passage-words'

/** Share of characters from which on a place is where the words were copied from. Any two English texts agree in about 0.45. */
const COPIED = 0.75
/** A word that stands more often says nothing about the place. */
const COMMON = 32
/** Words that must agree before a place is looked at. */
const LEAST_VOTES = 2
/** Longer sentences are compared by their words alone. */
const LONGEST = 1_024

/** Where each word of a passage stands; characters of scripts without spaces in twos. */
export type Anchors = ReadonlyMap<string, readonly number[]>

export function anchorsOf(tokens: readonly Token[]): Anchors {
  const anchors = new Map<string, number[]>()
  for (let i = 0; i < tokens.length; i++) {
    const key = keyAt(tokens, i)
    const places = anchors.get(key)
    if (places === undefined) anchors.set(key, [i])
    else if (places.length <= COMMON) places.push(i)
  }
  return anchors
}

/** Where a sentence was copied from, and the words there. */
interface CopiedPlace extends Range {
  readonly score: number
  readonly tokens: readonly Token[]
}

/**
 * Where a sentence was copied from with typing errors, words put in and words left out (rule LOC7): words that agree tell
 * the neighbourhood, there the characters are aligned. The score is the share of the sentence's characters that need no edit.
 *
 * @param text tokens of the passage
 * @param wanted tokens of the sentence
 */
export function alignQuote(text: readonly Token[], anchors: Anchors, wanted: readonly Token[]): CopiedPlace | null {
  const slack = Math.max(3, wanted.length >> 2)
  const at = neighbourhood(anchors, wanted, slack)
  if (at === null) return null
  const pattern = wanted.map(token => token.word).join('')
  if (pattern.length > LONGEST) return null
  const from = Math.max(0, at)
  const window = text.slice(from, Math.max(from, at + wanted.length + 2 * slack))
  const characters = window.map(token => token.word).join('')
  const match = approximateSearch(characters, pattern)
  const score = match === null ? 0 : 1 - match.edits / pattern.length
  if (match === null || score < COPIED) return null
  let length = 0
  const tokens = window.filter(token => {
    const middle = length + token.word.length / 2
    length += token.word.length
    // A word of which only the smaller half was matched stands beside the quotation.
    return middle > match.start && middle < match.end
  })
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (first === undefined || last === undefined) return null
  return { tokens, start: first.start, end: last.end, score: Math.round(score * 1000) / 1000 }
}

/** First token of the stretch in which most words agree; null where hardly any do. */
function neighbourhood(anchors: Anchors, wanted: readonly Token[], slack: number): number | null {
  const votes = new Map<number, number>()
  for (let i = 0; i < wanted.length; i++) {
    const places = anchors.get(keyAt(wanted, i))
    if (places === undefined || places.length > COMMON) continue
    for (const place of places) {
      const stretch = Math.floor((place - i) / slack)
      votes.set(stretch, (votes.get(stretch) ?? 0) + 1)
    }
  }
  let best: number | null = null
  let most = LEAST_VOTES - 1
  for (const [stretch, count] of votes) {
    const both = count + (votes.get(stretch + 1) ?? 0)
    if (both < most || (both === most && (best === null || stretch >= best))) continue
    most = both
    best = stretch
  }
  return best === null ? null : best * slack
}

function keyAt(tokens: readonly Token[], i: number): string {
  const word = tokens[i]?.word ?? ''
  return isEastAsian(word.charCodeAt(0)) ? word + (tokens[i + 1]?.word ?? '') : word
}
