import { isContent, keyOf, overlaps } from '#core/verification/support/content'
import type { Finding } from '#core/verification/support/finding'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import type { Token } from '#core/verification/support/tokens'
import { wordPlaces } from '#core/verification/support/word-places'

/** A verb that stands in more places of the passage tells nothing. */
const PLACES = 4
/** Words of a response that are taken for verbs, and words behind a verb that belong to it. */
const VERBS = 24
const BEHIND = 16
/** Characters before and behind a Chinese verb of giving. */
const LENGTH = 24

const BE = /^(?:is|are|was|were|be|been|being)$/u
const HELPS =
  /^(?:has|have|had|did|do|does|will|would|can|could|may|might|must|later|then|also|first|once|never|again|finally)$/u
const RELATIVE = /^(?:who|which|that)$/u
const COMPARES = /^(?:behind|ahead|before|after|than|more|less|fewer)$/u
/** Verbs whose two sides can change places. */
const BOTH_WAYS =
  /^(?:marr|border|meet|met|equal|resembl|adjoin|fac|join|neighbo|touch|differ|connect|link|fight|fought|play|talk|speak|spoke)/u

/**
 * Who does it and to whom it is done in each other's place: before the same verb the passage has whom the response has behind it
 * (rule SUPPORT22): "Greta Holm opened the gate to him" and "He opened the gate to Greta Holm".
 */
export function judgeAgents(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  const { tokens, sentences } = pair.response
  const isHan = tokens.some(({ kind }) => kind === 'han')
  if (isHan) return givenInChinese(facts, pair)
  let verbs = 0
  for (const [i, token] of tokens.entries()) {
    if (verbs >= VERBS) break
    // "Finished behind the others" says who was first, and not who did something to whom.
    const next = tokens[i + 1]?.word ?? ''
    if (!isPast(token) || BOTH_WAYS.test(token.word) || COMPARES.test(next)) continue
    const subject = subjectBefore(tokens, i)
    if (subject === null || subject.passive) continue
    verbs += 1
    const sentence = sentences.find(({ start, end }) => token.start >= start && token.end <= end)
    if (sentence === undefined || pair.isVerbatim(sentence.start)) continue
    const behind = keysIn(tokens, i + 1, sentence.end)
    const found = wordPlaces(facts, keyOf(token), PLACES)
    for (const place of found) {
      const there = subjectBefore(facts.tokens, place)
      if (there === null || (!there.relative && overlaps(subject.keys, before(facts, place)))) break
      if (there.passive || ![...there.keys].every(key => behind.has(key))) continue
      if (overlaps(there.keys, subject.keys)) continue
      const end = facts.sentences[facts.sentenceOf[place] ?? -1]?.end ?? 0
      const done = keysIn(facts.tokens, place + 1, end)
      if (![...behind].some(key => !there.keys.has(key) && done.has(key))) continue
      return [swappedAt(facts, place, [...subject.keys].join(' '), [...there.keys].join(' '))]
    }
  }
  return []
}

function swappedAt(facts: PassageFacts, place: number, first: string, second: string): Finding {
  const { start = 0, end = 0 } = facts.sentences[facts.sentenceOf[place] ?? -1] ?? {}
  return { result: 'doubt', reason: 'order-differs', values: { first, second }, ranges: [{ start, end }] }
}

interface Subject {
  readonly keys: ReadonlySet<string>
  readonly passive: boolean
  /** It is the one that "who" stands for. */
  readonly relative: boolean
}

/** What was done: a verb in its past form, which no noun has. */
function isPast(token: Token): boolean {
  if (!isContent(token) || /^\p{Lu}/u.test(token.text)) return false
  return (
    PAST.test(token.word) ||
    (token.stem !== token.word && /(?:ed|[^s])$/u.test(token.word) && !/(?:e|ing)$/u.test(token.word))
  )
}
const PAST =
  /^(?:told|left|made|had|set|put|cut|hit|let|gave|wrote|took|woke|chose|came|drove|rode|broke|spoke|stole|wore)$/u

/** The words right before a verb and what helps it; a name between commas and the one before "who" as well. */
function subjectBefore(tokens: readonly Token[], verb: number): Subject | null {
  let at = verb - 1
  let passive = false
  while (HELPS.test(tokens[at]?.word ?? '') || BE.test(tokens[at]?.word ?? '')) {
    passive ||= BE.test(tokens[at]?.word ?? '')
    at -= 1
  }
  const relative = RELATIVE.test(tokens[at]?.word ?? '')
  if (relative) at -= 1
  if (tokens[at]?.text === ',') at -= 1
  const end = at + 1
  while (isContent(tokens[at]) && end - at < 5) at -= 1
  const keys = new Set(
    tokens
      .slice(at + 1, end)
      .filter(isContent)
      .map(keyOf),
  )
  return keys.size === 0 ? null : { keys, passive, relative }
}

function keysIn(tokens: readonly Token[], from: number, end: number): ReadonlySet<string> {
  const keys = new Set<string>()
  for (let i = from; i < tokens.length && i < from + BEHIND; i += 1) {
    const token = tokens[i]
    if (token === undefined || token.start >= end) break
    if (isContent(token)) keys.add(keyOf(token))
  }
  return keys
}

/** What its sentence says before a place. */
function before(facts: PassageFacts, place: number): ReadonlySet<string> {
  const from = facts.sentences[facts.sentenceOf[place] ?? -1]?.from ?? place
  return new Set(
    facts.tokens
      .slice(Math.max(from, place - BEHIND), place)
      .filter(isContent)
      .map(keyOf),
  )
}

const GIVES = /[\u4e00-\u9fff][给給]了?/gu
const ANYONE = /^(?:别人|他人|人家?|对方|自己|大家|谁)/u
const CLAUSE_MARK = /[，,；;：:。！？!?（）()“”"「」『』\n]/u

/** 甲送给乙 where the passage has 送给甲. */
function givenInChinese(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  const said = pair.response.text
  for (const match of [...said.matchAll(GIVES)].slice(0, VERBS)) {
    const verb = match[0].replace('了', '')
    const giver = clauseBefore(said, match.index)
    const taker = clauseBehind(said, match.index + match[0].length)
    if (giver.length < 2 || taker.length < 2 || ANYONE.test(taker)) continue
    const places = everyPlace(facts.text, verb)
    const takers = places.map(at => clauseBehind(facts.text, at + verb.length).replace(/^了/u, ''))
    // What is given may stand before the verb as well as behind it; whom it is given to stands right behind.
    if (takers.some(known => known.includes(taker.slice(0, 2)))) continue
    const at = takers.findIndex(known => known.length >= 2 && giver.includes(known.slice(0, 2)))
    const place = places[at]
    if (place === undefined) continue
    const sentence = facts.sentences.find(({ start, end }) => place >= start && place < end)
    if (sentence === undefined) continue
    const values = { first: giver, second: taker.slice(0, 4) }
    return [
      { result: 'doubt', reason: 'order-differs', values, ranges: [{ start: sentence.start, end: sentence.end }] },
    ]
  }
  return []
}

function clauseBefore(text: string, at: number): string {
  return (
    text
      .slice(Math.max(0, at - LENGTH), at)
      .split(CLAUSE_MARK)
      .at(-1) ?? ''
  )
}

function clauseBehind(text: string, at: number): string {
  return text.slice(at, at + LENGTH).split(CLAUSE_MARK)[0] ?? ''
}

function everyPlace(text: string, part: string): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(part); at >= 0 && places.length <= PLACES; at = text.indexOf(part, at + 1)) places.push(at)
  return places.length > PLACES ? [] : places
}
