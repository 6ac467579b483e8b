import { isContent, keyOf } from '#core/verification/support/content'
import type { Finding } from '#core/verification/support/finding'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import { isSameKind, type Quantity } from '#core/verification/support/quantity'
import type { Token } from '#core/verification/support/tokens'

/** What a comparative measures; null where any number may be meant. */
const MEASURES: ReadonlyMap<string, { readonly measures: string | null; readonly more: boolean }> = new Map(
  [
    ['longer 长', 'length', true],
    ['shorter 短', 'length', false],
    ['higher taller deeper wider broader thicker 高 深 宽 厚', 'length', true],
    ['lower shallower narrower thinner 矮 浅 窄 薄', 'length', false],
    ['heavier 重', 'mass', true],
    ['lighter 轻', 'mass', false],
    ['larger bigger more 大 多', null, true],
    ['smaller fewer less 小 少', null, false],
  ].flatMap(([words, measures, more]) =>
    String(words)
      .split(' ')
      .map(word => [word, { measures: measures === null ? null : String(measures), more: more === true }] as const),
  ),
)

const CHINESE =
  /([\u4e00-\u9fff\d]{2,8}?)(?:的[\u4e00-\u9fff]{1,4})?比([\u4e00-\u9fff\d]{2,8}?)(?:的[\u4e00-\u9fff]{1,4})?(?:更|要|还)?([长短高矮深浅宽窄厚薄重轻大小多少])(?=$|[，。；、！？,;!?])/gu
/** Comparisons of a response that are looked at; places of a thing in the passage. */
const COMPARISONS = 8
const PLACES = 4
/** Characters of the passage behind a thing in which its number stands. */
const NEAR = 40

/**
 * "A is longer than B" where the passage gives both their lengths, and B's is the larger one (rule SUPPORT23). Nothing is said where
 * either stands in several places, or has no number of that measure right behind it.
 */
export function judgeCompared(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  if (pair.denies || pair.response.sentences.every(({ start }) => pair.isVerbatim(start))) return []
  return [...inEnglish(pair.response.tokens), ...inChinese(pair.response.text)]
    .slice(0, COMPARISONS)
    .flatMap(({ one, other, word }): readonly Finding[] => {
      const kind = MEASURES.get(word)
      const [a, b] = [
        numberOf(facts, one, other, kind?.measures ?? null),
        numberOf(facts, other, one, kind?.measures ?? null),
      ]
      if (kind === undefined || a === null || b === null || !isSameKind(a, b) || a.unit?.name !== b.unit?.name)
        return []
      const [x, y] = [a.values[0] ?? 0, b.values[0] ?? 0]
      if (x === y || x > y === kind.more) return []
      const range = { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }
      return [{ result: 'doubt', reason: 'order-differs', values: { first: one, second: other }, ranges: [range] }]
    })
}

interface Comparison {
  readonly one: string
  readonly other: string
  readonly word: string
}

function inChinese(text: string): readonly Comparison[] {
  return [...text.matchAll(CHINESE)].map(([, one = '', other = '', word = '']) => ({ one, other, word }))
}

/** "Line 5 is longer than line 3": a name or noun with its number on both sides. */
function inEnglish(tokens: readonly Token[]): readonly Comparison[] {
  return tokens.flatMap(({ word }, i): readonly Comparison[] => {
    if (word !== 'than' || !MEASURES.has(tokens[i - 1]?.word ?? '')) return []
    let at = i - 2
    if (!/^(?:is|are|was|were)$/u.test(tokens[at]?.word ?? '')) return []
    const end = at
    while (isNaming(tokens[at - 1])) at -= 1
    let from = i + 1
    while (/^(?:the|a|an)$/u.test(tokens[from]?.word ?? '')) from += 1
    let to = from
    while (isNaming(tokens[to])) to += 1
    if (at === end || to === from) return []
    return [
      { one: nameOf(tokens.slice(at, end)), other: nameOf(tokens.slice(from, to)), word: tokens[i - 1]?.word ?? '' },
    ]
  })
}

function isNaming(token: Token | undefined): boolean {
  return token?.kind === 'number' || isContent(token)
}

function nameOf(tokens: readonly Token[]): string {
  return tokens.map(keyOf).join(' ')
}

/** The number right behind a thing, before the other one and the end of the sentence; of its places the first that has one. */
function numberOf(facts: PassageFacts, thing: string, other: string, measures: string | null): Quantity | null {
  const places = placesOf(facts, thing)
  if (places.length > PLACES) return null
  const others = placesOf(facts, other)
  for (const at of places) {
    const sentence = facts.sentences.find(({ start, end }) => at >= start && at < end)
    const stop = Math.min(sentence?.end ?? at, at + NEAR, ...others.filter(place => place > at))
    const [only, more] = facts.quantities.filter(
      ({ start, end, unit, kind }) =>
        start >= at + thing.length &&
        end <= stop &&
        kind === 'plain' &&
        (measures === null || unit?.measures === measures),
    )
    if (only !== undefined) return more === undefined ? only : null
  }
  return null
}

/** Where the passage has a thing; English ones by the words that stand there in a row. */
function placesOf(facts: PassageFacts, thing: string): readonly number[] {
  const places: number[] = []
  if (/[\u4e00-\u9fff]/u.test(thing)) {
    for (let at = facts.text.indexOf(thing); at >= 0 && places.length <= PLACES; at = facts.text.indexOf(thing, at + 1))
      places.push(at)
    return places
  }
  const keys = thing.split(' ')
  for (const [i, token] of facts.tokens.entries()) {
    if (places.length > PLACES) break
    const isHere = keys.every((key, k) => {
      const there = facts.tokens[i + k]
      return there !== undefined && keyOf(there) === key
    })
    if (isHere) places.push(token.start)
  }
  return places
}
