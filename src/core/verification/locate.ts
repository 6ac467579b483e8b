import type { Evidence, Range } from '#core/synthesis/pair'

/** From this share of a sentence's weight on, it counts as aligned (LOC3). A choice of this project. */
const ALIGNED = 0.6

/** Below this share the best sentence is no better than chance: nothing is named (LOC4). */
const GUESS = 0.25

/** A word in more sentences than this tells nothing about where an answer comes from; also what keeps LOC3 linear. */
const COMMON = 32

/** Sentences of a response that are looked for one by one; keeps the whole linear in the passage (LOC6). */
const SENTENCES = 64

/** Answers that stand in nearly every text by chance: finding them word for word shows nothing (LOC5). */
const SAYS_NOTHING: ReadonlySet<string> = new Set(
  'yes no true false none both all a b c d e 是 否 对 错 不是 是的 不对 正确 错误 没有 有'.split(' '),
)

/** A Han or kana character, a number with its sign and separators, a word, or a symbol (marks of Markdown left out). The rest
 * is not compared. */
const TOKEN =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|(?:(?<![\p{L}\p{N}\-−])[-−])?\p{Nd}+(?:[.,．，]\p{Nd}+)*[%％]?|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{M}\p{N}])+(?:['’](?=\p{L})[\p{L}\p{M}]+)*|(?![`|~^])\p{S}/gu

/** A line break ends a sentence only before an empty line or a list mark: hard-wrapped lines are one sentence. */
const SENTENCE_END = /[。！？!?；]+["”’」』）)\]]*|\.["”’)\]]*(?=\s|$)|\n(?=\s*\n|\s*(?:[-*•]|\d{1,3}[.)])\s)/gu

const EDGE = /^[\s\p{P}]+|[\s\p{P}]+$/gu

interface Token extends Range {
  readonly word: string
}

interface Sentence extends Range {
  readonly tokens: readonly Token[]
}

/**
 * Where a response stands in its passage, by comparing strings only: word for word where white space, punctuation, case
 * and width may differ (`quoted`), else each of its sentences beside the sentence of the passage that shares most of its
 * rarer words (`fuzzy` with a score, or `nearest` when that is a guess).
 *
 * @param passage text of the passage; the ranges given back are UTF-16 code units of it
 * @param response what to find
 * @returns ranges in order, without overlap; empty when nothing in the passage supports the response
 *
 * Rules LOC1–LOC6. Time is linear in the length of both. Never throws.
 */
export function locate(passage: string, response: string): readonly Evidence[] {
  const text = tokensOf(passage)
  const wanted = tokensOf(response)
  if (text.length === 0 || wanted.length === 0 || saysNothing(wanted)) return []
  const whole = quote(passage, text, response, wanted)
  if (whole !== null) return [whole]

  const index = indexOf(sentencesOf(passage, text))
  const found: Evidence[] = []
  for (const sentence of sentencesOf(response, wanted).slice(0, SENTENCES)) {
    if (saysNothing(sentence.tokens)) continue
    const words = response.slice(sentence.start, sentence.end)
    const evidence = quote(passage, text, words, sentence.tokens) ?? align(index, sentence)
    if (evidence !== null) found.push(evidence)
  }
  return withoutOverlap(found)
}

/** Whether the words of `part` stand in `text` one after another, compared as LOC1 compares. */
export function saysAgain(text: string, part: string): boolean {
  const wanted = tokensOf(part)
  return wanted.length > 0 && occurrences(tokensOf(text), wanted).length > 0
}

/** In order of the passage; where two overlap, the stronger kind stays. */
export function withoutOverlap(evidence: readonly Evidence[]): readonly Evidence[] {
  const strength = { quoted: 0, fuzzy: 1, nearest: 2 }
  const strongestFirst = [...evidence].sort(
    (a, b) => strength[a.how] - strength[b.how] || a.start - b.start || b.end - a.end,
  )
  const kept: Evidence[] = []
  for (const candidate of strongestFirst)
    if (kept.every(other => candidate.end <= other.start || candidate.start >= other.end)) kept.push(candidate)
  return kept.sort((a, b) => a.start - b.start)
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    const word = match[0].normalize('NFKC').toLowerCase().replace('’', "'").replace('−', '-')
    tokens.push({ word, start: match.index, end: match.index + match[0].length })
  }
  return tokens
}

function saysNothing(tokens: readonly Token[]): boolean {
  return tokens.length <= 2 && SAYS_NOTHING.has(tokens.map(token => token.word).join(''))
}

/** LOC1, LOC2: the occurrence that agrees in every character if there is one, else the first. */
function quote(passage: string, text: readonly Token[], response: string, wanted: readonly Token[]): Evidence | null {
  const bare = response.replace(EDGE, '')
  let first: Range | null = null
  for (const at of occurrences(text, wanted)) {
    const start = text[at]?.start
    const end = text[at + wanted.length - 1]?.end
    if (start === undefined || end === undefined) continue
    if (passage.startsWith(bare, start)) return { start, end: closing(passage, end, response), how: 'quoted' }
    first ??= { start, end: closing(passage, end, response) }
  }
  return first && { ...first, how: 'quoted' }
}

/** Takes the sentence's own full stop into the range when the response carries one as well. */
function closing(passage: string, end: number, response: string): number {
  const mark = /^[\p{P}]/u.exec(passage.slice(end, end + 2))?.[0]
  return mark !== undefined && response.trimEnd().endsWith(mark) ? end + mark.length : end
}

/** Places where `wanted` stands in `text`, not overlapping each other. Knuth–Morris–Pratt over words. */
function occurrences(text: readonly Token[], wanted: readonly Token[]): readonly number[] {
  const back: number[] = [0]
  for (let i = 1, matched = 0; i < wanted.length; i += 1) {
    while (matched > 0 && wanted[i]?.word !== wanted[matched]?.word) matched = back[matched - 1] ?? 0
    if (wanted[i]?.word === wanted[matched]?.word) matched += 1
    back.push(matched)
  }
  const found: number[] = []
  for (let i = 0, matched = 0; i < text.length; i += 1) {
    while (matched > 0 && text[i]?.word !== wanted[matched]?.word) matched = back[matched - 1] ?? 0
    if (text[i]?.word === wanted[matched]?.word) matched += 1
    if (matched === wanted.length) {
      found.push(i - wanted.length + 1)
      matched = 0
    }
  }
  return found
}

/** Ranges between sentence ends that hold at least one token, trimmed of white space. */
function sentencesOf(text: string, tokens: readonly Token[]): readonly Sentence[] {
  const sentences: Sentence[] = []
  let next = 0
  let start = 0
  const close = (end: number): void => {
    const from = next
    while (next < tokens.length && (tokens[next]?.end ?? 0) <= end) next += 1
    const raw = text.slice(start, end)
    const left = raw.length - raw.trimStart().length
    if (next > from)
      sentences.push({ start: start + left, end: start + raw.trimEnd().length, tokens: tokens.slice(from, next) })
    start = end
  }
  for (const match of text.matchAll(SENTENCE_END)) close(match.index + match[0].length)
  close(text.length)
  return sentences
}

interface Index {
  readonly sentences: readonly Sentence[]
  /** Sentences that hold a word, each once. */
  readonly holders: ReadonlyMap<string, readonly number[]>
}

function indexOf(sentences: readonly Sentence[]): Index {
  const holders = new Map<string, number[]>()
  sentences.forEach((sentence, place) => {
    for (const word of new Set(sentence.tokens.map(token => token.word))) {
      const places = holders.get(word)
      if (places === undefined) holders.set(word, [place])
      else places.push(place)
    }
  })
  return { sentences, holders }
}

/** LOC3, LOC4: the sentence that holds the largest share of the wanted words, each weighed by how rare it is. */
function align(index: Index, wanted: Sentence): Evidence | null {
  const shares = new Map<number, number>()
  let total = 0
  for (const word of new Set(wanted.tokens.map(token => token.word))) {
    const places = index.holders.get(word) ?? []
    if (places.length > COMMON) continue
    const weight = Math.log(1 + index.sentences.length / Math.max(places.length, 0.5))
    total += weight
    for (const place of places) shares.set(place, (shares.get(place) ?? 0) + weight)
  }
  let best: { sentence: Sentence; score: number } | null = null
  for (const [place, share] of shares) {
    const sentence = index.sentences[place]
    const score = share / total
    if (sentence === undefined || score < GUESS) continue
    const shorter = best !== null && score === best.score && sentence.tokens.length < best.sentence.tokens.length
    if (best === null || score > best.score || shorter) best = { sentence, score }
  }
  if (best === null) return null
  const { start, end } = best.sentence
  const score = Math.round(best.score * 1000) / 1000
  return { start, end, how: score >= ALIGNED ? 'fuzzy' : 'nearest', score }
}
