import type { Evidence, Range } from '#core/synthesis/pair'
import { contentWord } from '#core/text/content-word'
import { alignQuote, type Anchors, anchorsOf } from '#core/verification/align-quote'
import { type Sentence, sentencesOf, type Token, tokensOf } from '#core/verification/passage-words'

/** From this share of a sentence's weight on, the place is drawn as aligned and not as a guess (LOC3). */
const ALIGNED = 0.6

/** Below this share the best sentence is no better than chance: nothing is named (LOC4). */
const GUESS = 0.25

/** The same for a part of a sentence, where each of its parts has a place (LOC9). */
const PART_ALIGNED = 0.4

/** A word in more sentences than this tells nothing about where an answer comes from; also what keeps LOC3 linear. */
const COMMON = 32

/** Sentences of a response that are looked for one by one; keeps the whole linear in the passage (LOC6). */
const SENTENCES = 64

/** Answers that stand in nearly every text by chance: finding them word for word shows nothing (LOC5). */
const SAYS_NOTHING: ReadonlySet<string> = new Set(
  'yes no true false none both all a b c d e 是 否 对 错 不是 是的 不对 正确 错误 没有 有'.split(' '),
)

/** What no passage needs to have for a sentence to stand in it: numbers, which are judged by themselves, and words that join. */
const SAYS_LITTLE = /^(?:\p{Nd}|[从到至由约共一并且再更先才又还只则会能可要将来去起当时些每各自样])/u

const EDGE = /^[\s\p{P}]+|[\s\p{P}]+$/gu

/** Places at which one sentence is looked for. */
const PLACES = 64

/**
 * Where a response stands in its passage, by comparing strings only: word for word where white space, punctuation, case
 * and width may differ (`quoted`), else each of its sentences where it was copied from with small changes, or beside the
 * sentence of the passage that shares most of its rarer words (`fuzzy` with a score, or `nearest` when that is a guess).
 *
 * @param passage text of the passage; the ranges given back are UTF-16 code units of it
 * @param response what to find
 * @param near evidence that is known already: of several equal places the one nearest to it is taken
 * @returns ranges in order, without overlap; empty when nothing in the passage supports the response
 *
 * Rules LOC1–LOC9. Time is linear in the length of both. Never throws.
 */
export function locate(passage: string, response: string, near: readonly Range[] = []): readonly Evidence[] {
  const text = tokensOf(passage)
  const wanted = tokensOf(response)
  if (text.length === 0 || wanted.length === 0 || saysNothing(wanted)) return []
  const whole = quotes(passage, text, response, wanted)
  if (whole.length > 0) return nearestTo(near, whole)

  const parts = sentencesOf(response, wanted)
    .slice(0, SENTENCES)
    .filter(sentence => !saysNothing(sentence.tokens))
    .map(sentence => ({
      sentence,
      places: quotes(passage, text, response.slice(sentence.start, sentence.end), sentence.tokens),
    }))
  const index = indexOf(sentencesOf(passage, text))
  const anchors = anchorsOf(text)
  const found: Evidence[] = []
  for (const { sentence, places } of parts) {
    if (places.length > 1) continue
    const evidence = places[0] ?? inOneSentence(text, anchors, index, sentence)
    const parts = evidence === null || evidence.how === 'nearest' ? inSeveral(response, index, sentence) : []
    if (parts.length > 0) found.push(...parts)
    else if (evidence !== null) found.push(evidence)
  }
  // What stands in several places comes last: the others tell which of them is meant.
  const sure = [...near, ...found]
  for (const { places } of parts) if (places.length > 1) found.push(...nearestTo(sure, places))
  return withoutOverlap(found)
}

/** LOC7: the copied words, unless a whole sentence holds more of them (words that were moved). */
function inOneSentence(text: readonly Token[], anchors: Anchors, index: Index, wanted: Sentence): Evidence | null {
  const sentence = align(index, wanted)
  const copied = alignQuote(text, anchors, wanted.tokens)
  if (copied === null) return sentence?.evidence ?? null
  const { start, end, score } = copied
  if (sentence !== null && sentence.evidence.how === 'fuzzy') {
    const here = contentOf(copied)
    const more = contentOf(sentence.of)
    for (const word of contentOf(wanted)) {
      if (contentWord(word) !== '' && more.has(word) && !here.has(word)) return sentence.evidence
    }
  }
  return { start, end, how: 'fuzzy', score: Math.max(score, sentence?.evidence.score ?? 0) }
}

const PART = /[,;，；](?:\s*(?:and|but|while|whereas))?|\b(?:while|whereas)\b/giu
/** Parts of a sentence that are looked for by themselves, and words of the shortest one. */
const MOST_PARTS = 8
const LEAST_PART = 3

/** LOC9: a sentence that tells what two of the passage tell, each in a part of its own. */
function inSeveral(response: string, index: Index, { start, end, tokens }: Sentence): readonly Evidence[] {
  const marks = [...response.slice(start, end).matchAll(PART)].map(match => start + match.index)
  const edges = [start, ...marks, end]
  if (marks.length === 0 || marks.length >= MOST_PARTS) return []
  const parts = edges.slice(1).map((to, i) => ({
    start: edges[i] ?? start,
    end: to,
    tokens: tokens.filter(token => token.start >= (edges[i] ?? start) && token.end <= to),
  }))
  const found = parts.map(part => (tellingOf(part) < LEAST_PART ? null : (align(index, part)?.evidence ?? null)))
  const told = found.filter(evidence => evidence !== null)
  const isAll = told.length === parts.length && told.every(({ score = 0 }) => score >= PART_ALIGNED)
  return isAll && new Set(told.map(place => place.start)).size > 1 ? told : []
}

/** How many words of a sentence say something by themselves. */
function tellingOf(sentence: Pick<Sentence, 'tokens'>): number {
  return [...contentOf(sentence)].filter(word => contentWord(word) !== '' && !SAYS_LITTLE.test(word)).length
}

/** LOC8: of places that serve equally well the one nearest to other evidence; the first where there is none. */
export function nearestTo<Place extends Range>(others: readonly Range[], places: readonly Place[]): readonly Place[] {
  let best: Place | null = null
  let least = Infinity
  for (const place of places) {
    const away = others.reduce(
      (least, other) => Math.min(least, Math.max(0, other.start - place.end, place.start - other.end)),
      Infinity,
    )
    if (best !== null && away >= least) continue
    best = place
    least = away
  }
  return best === null ? [] : [best]
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

function saysNothing(tokens: readonly Token[]): boolean {
  return tokens.length <= 2 && SAYS_NOTHING.has(tokens.map(token => token.word).join(''))
}

/** LOC1, LOC2: where the words stand; only the places that agree in every character if there are any. */
function quotes(
  passage: string,
  text: readonly Token[],
  response: string,
  wanted: readonly Token[],
): readonly Evidence[] {
  const bare = response.replace(EDGE, '')
  const exact: Evidence[] = []
  const others: Evidence[] = []
  for (const at of occurrences(text, wanted).slice(0, PLACES)) {
    const start = text[at]?.start
    const end = text[at + wanted.length - 1]?.end
    if (start === undefined || end === undefined) continue
    const place = { start, end: closing(passage, end, response), how: 'quoted' } as const
    if (passage.startsWith(bare, start)) exact.push(place)
    else others.push(place)
  }
  return exact.length > 0 ? exact : others
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

interface Index {
  readonly sentences: readonly Sentence[]
  /** Sentences that hold a word, each once. */
  readonly holders: ReadonlyMap<string, readonly number[]>
}

function indexOf(sentences: readonly Sentence[]): Index {
  const holders = new Map<string, number[]>()
  sentences.forEach((sentence, place) => {
    for (const word of contentOf(sentence)) {
      const places = holders.get(word)
      if (places === undefined) holders.set(word, [place])
      else places.push(place)
    }
  })
  return { sentences, holders }
}

/** The words of a sentence, each once, as they are compared; seven is 7. */
function contentOf({ tokens }: Pick<Sentence, 'tokens'>): ReadonlySet<string> {
  return new Set(tokens.map(({ word }) => DIGITS.get(word) ?? (contentWord(word) || word)))
}

const DIGITS: ReadonlyMap<string, string> = new Map(
  'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, i): [string, string] => [word, String(i + 1)]),
)

/** LOC3, LOC4: the sentence that holds the largest share of the wanted words, each weighed by how rare it is. */
function align(index: Index, wanted: Sentence): { of: Sentence; evidence: Evidence } | null {
  const shares = new Map<number, number>()
  let total = 0
  for (const word of contentOf(wanted)) {
    const places = index.holders.get(word) ?? []
    // A word like `because` that the passage does without is no sign that it says something else; numbers are judged by themselves.
    if (places.length > COMMON || (places.length === 0 && (contentWord(word) === '' || SAYS_LITTLE.test(word))))
      continue
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
  const how = score >= ALIGNED ? 'fuzzy' : 'nearest'
  return { of: best.sentence, evidence: { start, end, how, score } }
}
