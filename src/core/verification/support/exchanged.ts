import { bySentence } from '#core/verification/support/by-sentence'
import { unitSet } from '#core/text/characters'
import type { Range } from '#core/synthesis/pair'
import { isContent, keyOf } from '#core/verification/support/content'
import type { Finding } from '#core/verification/support/finding'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import type { Token } from '#core/verification/support/tokens'

/** Least share of the pair's words that a sentence holds which is asked for, and of the best one's for others. */
const SPEAKS = 0.3
const AS_WELL = 0.5
/** Clauses of a response, and of what it speaks of, that are laid beside one another. */
const CLAUSES = 16
/** Clauses between two that are told of two things. */
const APART = 3
/** Least share of what two clauses say that ties them to both of the passage's: in other words less is told about who has what. */
const TIED = 0.5

const MARKS: ReadonlySet<string> = new Set(',;:.!?()—–，；：。！？（）')
const PARTS: ReadonlySet<string> = new Set('and but or whereas although though'.split(' '))
/** Words that tell one of two things from the other, besides those that say something by themselves. */
const TELLS: ReadonlySet<string> = new Set(
  'first second third last next more less fewer most least one two three four five six seven eight nine ten eleven twelve'.split(
    ' ',
  ),
)
const isLittle = unitSet('的了是在和与及也都则却而把将')

/** What a clause says: stems, numbers, Chinese characters by twos and the one that opens it. */
type Terms = ReadonlySet<string>

/**
 * Two things that have changed what is said of them: one clause of the passage has A and P, another B and Q, and the response has A
 * with Q in one clause and B with P in another, each of these once in either text (rule SUPPORT20).
 */
export function judgeExchanged(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  const { response } = pair
  if (pair.steps || response.sentences.every(({ start }) => pair.isVerbatim(start))) return []
  const said = clausesOf(response.tokens)
  if (said.length < 2 || said.length > CLAUSES) return []
  const near = new Set<number>()
  for (const { start } of response.sentences) {
    const { ranked } = pair.alignmentOf(start)
    const least = Math.max(SPEAKS, (ranked[0]?.share ?? 0) * AS_WELL)
    for (const { place, share } of ranked) if (share >= least) near.add(place)
  }
  for (const place of near) {
    const sentence = facts.sentences[place]
    const next = near.has(place + 1) ? facts.sentences[place + 1] : undefined
    if (sentence === undefined) continue
    const own = clausesIn(facts, sentence)
    const source = next === undefined ? own : [...own, ...clausesIn(facts, next)]
    const crossing = source.length > CLAUSES ? null : crossed(said, source)
    if (crossing === null) continue
    const range: Range = { start: sentence.start, end: next?.end ?? sentence.end }
    return [{ result: 'doubt', reason: 'order-differs', values: crossing, ranges: [range] }]
  }
  return []
}

/** One thing of each of two clauses, where both stand in the wrong one. */
function crossed(said: readonly Terms[], source: readonly Terms[]): { first: string; second: string } | null {
  const here = placesOf(said)
  const there = placesOf(source)
  /** For each clause of the response, what of each clause of the passage it has. */
  const shared: ReadonlyMap<number, readonly string[]>[] = said.map((words, i) => {
    const found = new Map<number, string[]>()
    for (const term of words) {
      const place = there.get(term)
      if (here.get(term) !== i || place === undefined) continue
      const terms = found.get(place)
      if (terms === undefined) found.set(place, [term])
      else terms.push(term)
    }
    return found
  })
  for (const [i, one] of shared.entries())
    for (const [step, other] of shared.slice(i + 1, i + 1 + APART).entries()) {
      const both = [...one.keys()].filter(place => other.has(place)).sort((a, b) => a - b)
      const links = (place: number): number => (one.get(place)?.length ?? 0) + (other.get(place)?.length ?? 0)
      const all = (said[i]?.size ?? 0) + (said[i + 1 + step]?.size ?? 0)
      const at = both.findIndex((place, k) => {
        const last = both[k - 1]
        return last !== undefined && place - last <= APART && links(last) + links(place) >= TIED * all
      })
      const [p, q] = [both[at - 1], both[at]]
      if (p !== undefined && q !== undefined) return { first: one.get(p)?.[0] ?? '', second: one.get(q)?.[0] ?? '' }
    }
  return null
}

/** The clause of each term that stands in one alone. */
function placesOf(clauses: readonly Terms[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [i, terms] of clauses.entries()) for (const term of terms) places.set(term, places.has(term) ? -1 : i)
  for (const [term, place] of places) if (place < 0) places.delete(term)
  return places
}

/** The clauses of a sentence of the passage. */
const clausesIn = bySentence(({ tokens }, { from, to }) => clausesOf(tokens.slice(from, to)))

function clausesOf(tokens: readonly Token[]): readonly Terms[] {
  const parts: Token[][] = [[]]
  for (const [i, token] of tokens.entries()) {
    const opens = token.word === 'while' && MARKS.has(tokens[i - 1]?.text ?? '')
    if (MARKS.has(token.text) || PARTS.has(token.word) || opens) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts.map(termsOf).filter(terms => terms.size > 0)
}

function termsOf(tokens: readonly Token[]): Terms {
  const terms = new Set<string>()
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'han' || token.kind === 'numeral') {
      const next = tokens[i + 1]
      if (i === 0) terms.add(`^${token.text}`)
      const isPair = next !== undefined && next.start === token.end && (next.kind === 'han' || next.kind === 'numeral')
      if (isPair && !isLittle(token.text.charCodeAt(0)) && !isLittle(next.text.charCodeAt(0)))
        terms.add((next.kind === 'han' ? token.term : null) ?? token.text + next.text)
    } else if (TELLS.has(token.word) || token.kind === 'number' || isContent(token)) terms.add(keyOf(token))
  }
  return terms
}
