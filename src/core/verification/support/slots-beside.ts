import { ARTICLE, isContent, keyOf, partsClause, PREPOSITION } from '#core/verification/support/content'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import type { Token } from '#core/verification/support/tokens'
import { wordPlaces } from '#core/verification/support/word-places'

/** A word that stands in more places tells nothing. */
const PLACES = 4
/** Words in a row that are compared. */
const ALIKE = 8
/** Words between a verb and the preposition that belongs to it. */
const APART = 8

const CAPITAL = /^\p{Lu}/u
const BE = /^(?:is|are|was|were|be|been|being)$/u
const LINKS = /^(?:is|are|was|were|remain(?:s|ed)?|became|becomes?|stay(?:s|ed)?)$/u
const HELPS =
  /^(?:is|are|was|were|be|been|being|am|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|also|only|still|not|never|then|later|first|now|already|mainly|mostly|usually)$/u
const CONJUNCTION = /^(?:before|after|until|since|as|than|for)$/u
const SAID = /^(?:said|thought|believed|known|reported|supposed|likely|bound|allowed|able)$/u
const PRONOUN = /^(?:it|them|him|her|this|that|one|ones)$/u

/** A place in the passage that a thing of the response would have. */
export interface Slot {
  /** Tokens from–to of the passage: what stands there. */
  readonly from: number
  readonly to: number
  /** Words in a row that both have beside it. */
  readonly alike: number
  /** Where in its clause the thing might stand as well. */
  readonly first: number
  readonly last: number
  /** The preposition before it. */
  readonly joint?: string
}

interface Thing {
  readonly tokens: readonly Token[]
  readonly from: number
  readonly to: number
  /** What the question asks for the subject of. */
  readonly verbs: ReadonlySet<string>
  /** What the question asks for the object of. */
  readonly objectVerbs: ReadonlySet<string>
}

/** Where a thing would stand by the words behind it, and by those before it. */
export function slotsOf(facts: PassageFacts, thing: Thing): readonly (readonly Slot[])[] {
  return [bySubject(facts, thing), byPredicate(facts, thing), byObject(facts, thing), byVerb(facts, thing)]
}

/** Those beside which most words are the same. */
export function likest(slots: readonly Slot[]): readonly Slot[] {
  const most = Math.max(...slots.map(({ alike }) => alike))
  return slots.filter(({ alike }) => alike === most)
}

/** What does in the passage what the thing does in the response: before the same verb, or behind its "by". */
function bySubject(facts: PassageFacts, { tokens, from, to, verbs }: Thing): readonly Slot[] {
  // "Has fallen asleep" says what happened, and no one who did something.
  if (/^(?:is|are|was|were|been|has|have|had)$/u.test(tokens[from - 1]?.word ?? '')) return []
  let at = to
  while (HELPS.test(tokens[at]?.word ?? '')) at += 1
  const verb = tokens[at]
  if (!isContent(verb)) return []
  const passive = tokens.slice(to, at).some(token => BE.test(token.word))
  const isSure = at > to || verbs.has(keyOf(verb)) || CAPITAL.test(tokens[to - 1]?.text ?? '')
  return wordPlaces(facts, keyOf(verb), PLACES).flatMap(place => {
    const alike = alikeFrom(tokens, at, facts.tokens, place, 1)
    if (!isSure && alike < 2) return []
    const there = passiveAt(facts.tokens, place)
    const { first, last } = clauseOf(facts, place)
    if (there === passive) {
      const carried = carriedTo(facts, place)
      if (carried !== null && CAPITAL.test(tokens[to - 1]?.text ?? ''))
        return [{ ...carried, alike, first: carried.from, last: carried.to }]
      const found = runBefore(facts, place)
      return found === null ? [] : [{ ...found, alike, first, last: place }]
    }
    const found = passive ? runBehind(facts, place + 1) : agentOf(facts, place)
    return found === null ? [] : [{ ...found, alike, first: place, last }]
  })
}

/** What is in the passage what the thing is in the response: "Oslo is the capital", "the capital is Oslo". */
function byPredicate(facts: PassageFacts, { tokens, to }: Thing): readonly Slot[] {
  if (!LINKS.test(tokens[to]?.word ?? '') || tokens[to + 1]?.word !== 'the') return []
  const head = tokens[to + 2]
  if (!isContent(head)) return []
  return wordPlaces(facts, keyOf(head), PLACES).flatMap(place => {
    const { first, last } = clauseOf(facts, place)
    const alike = alikeFrom(tokens, to + 2, facts.tokens, place, 1)
    // "Mayor Ruth Osei"
    if (CAPITAL.test(facts.tokens[place + 1]?.text ?? '')) {
      const named = runBehind(facts, place + 1)
      return named === null ? [] : [{ ...named, alike, first, last }]
    }
    const before = facts.tokens[place - 1]?.word === 'the' ? place - 2 : -1
    if (LINKS.test(facts.tokens[before]?.word ?? '')) {
      const found = runBefore(facts, before)
      return found === null ? [] : [{ ...found, alike, first, last: place }]
    }
    let link = place + 1
    while (link < Math.min(last, place + APART) && !LINKS.test(facts.tokens[link]?.word ?? '')) link += 1
    const found = LINKS.test(facts.tokens[link]?.word ?? '') ? runBehind(facts, link + 1) : null
    return found === null ? [] : [{ ...found, alike, first, last }]
  })
}

/** What stands in the passage behind the same word and preposition. */
function byObject(facts: PassageFacts, { tokens, from, to, objectVerbs }: Thing): readonly Slot[] {
  let at = from - 1
  while (ARTICLE.has(tokens[at]?.word ?? '')) at -= 1
  const joint = isJoint(tokens[at], tokens[at + 1]) ? tokens[at] : undefined
  // "Before the stew is done" opens a clause.
  if (joint !== undefined && CONJUNCTION.test(joint.word) && HELPS.test(tokens[to]?.word ?? '')) return []
  if (joint !== undefined) at -= 1
  // "The handle is made of oak": what the passage has no word for stands for what it has.
  while (joint !== undefined && isFiller(facts, tokens[at])) at -= 1
  const head = tokens[at]
  if (!isContent(head)) return []
  const kind = tokens[at - 1]
  const isName = at === from - 1 && CAPITAL.test(tokens[from]?.text ?? '')
  return wordPlaces(facts, keyOf(head), PLACES).flatMap(place => {
    const alike = alikeFrom(tokens, at, facts.tokens, place, -1)
    const clause = clauseOf(facts, place)
    const next = facts.tokens[place + 1]
    // "The east wing of brick" is not "the west wing of concrete".
    const other = facts.tokens[place - 1]
    if (
      joint?.word === 'of' &&
      isContent(kind) &&
      isContent(other) &&
      keyOf(kind) !== keyOf(other) &&
      facts.holders.has(keyOf(kind))
    )
      return []
    if (joint?.word === 'by' && next?.word !== 'by' && !passiveAt(facts.tokens, place)) {
      const found = runBefore(facts, place)
      // What was done to stands behind the verb there.
      const done = new Set(
        facts.tokens
          .slice(place + 1, clause.last)
          .filter(isContent)
          .map(keyOf),
      )
      const same = tokens.slice(Math.max(0, at - APART), at).filter(token => isContent(token) && done.has(keyOf(token)))
      return found === null ? [] : [{ ...found, alike: 1 + same.length, ...clause }]
    }
    const isThere =
      joint === undefined || next?.word === joint.word || (BE.test(joint.word) && BE.test(next?.word ?? ''))
    const found = isThere
      ? runBehind(facts, place + (joint === undefined ? 1 : 2))
      : behindNext(facts, joint, place + 1, Math.min(clause.last, place + APART))
    if (found === null) return []
    // Without a preposition a name is told by its capital, a thing by an order or its question.
    const isOrder =
      opensClause(tokens, at) && opensClause(facts.tokens, place) && ARTICLE.has(tokens[at + 1]?.word ?? '')
    const isNamed = isName && CAPITAL.test(facts.tokens[found.from]?.text ?? '')
    const isAsked = objectVerbs.has(keyOf(head)) && ARTICLE.has(tokens[at + 1]?.word ?? '')
    if (joint === undefined && !isNamed && !isOrder && !isAsked) return []
    // Of what something is made or a part stands right there: "steel with a handle of cork".
    const slot = { ...found, alike, ...clause, first: joint?.word === 'of' ? place : clause.first }
    return [joint === undefined ? slot : { ...slot, joint: joint.word }]
  })
}

/** What stands behind the next such preposition: "the government of Malawi on vaccines". */
function behindNext(facts: PassageFacts, joint: Token | undefined, from: number, to: number): Run | null {
  if (joint === undefined || joint.word === 'of' || !PREPOSITION.has(joint.word)) return null
  for (let i = from; i < to; i += 1) if (facts.tokens[i]?.word === joint.word) return runBehind(facts, i + 1)
  return null
}

/** What stands behind the same preposition, of all that belongs to the same verb: "fill it with milk". */
function byVerb(facts: PassageFacts, { tokens, from }: Thing): readonly Slot[] {
  let at = from - 1
  while (ARTICLE.has(tokens[at]?.word ?? '')) at -= 1
  const joint = tokens[at]
  if (joint === undefined || !PREPOSITION.has(joint.word) || joint.word === 'of') return []
  at -= 1
  if (!PRONOUN.test(tokens[at]?.word ?? '')) return []
  const verb = tokens[at - 1]
  if (!isContent(verb)) return []
  return wordPlaces(facts, keyOf(verb), PLACES).flatMap(place => {
    const clause = clauseOf(facts, place)
    const found = behindNext(facts, joint, place + 1, Math.min(clause.last, place + APART))
    return found === null ? [] : [{ ...found, alike: 1, ...clause }]
  })
}

/** A preposition; "is" where one thing is told: "the chair is the mayor", not "oak is a wood". */
function isJoint(token: Token | undefined, next: Token | undefined): boolean {
  if (token === undefined || !BE.test(token.word)) return token !== undefined && PREPOSITION.has(token.word)
  return next?.word === 'the' || CAPITAL.test(next?.text ?? '')
}

function isFiller({ holders }: PassageFacts, token: Token | undefined): boolean {
  return token !== undefined && (BE.test(token.word) || (isContent(token) && !holders.has(keyOf(token))))
}

function opensClause(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return before === undefined || before.kind === 'mark'
}

function passiveAt(tokens: readonly Token[], verb: number): boolean {
  for (let i = verb - 1; HELPS.test(tokens[i]?.word ?? ''); i -= 1) if (BE.test(tokens[i]?.word ?? '')) return true
  return false
}

interface Run {
  readonly from: number
  readonly to: number
}

/** The words right before a verb and what helps it. */
function runBefore({ tokens }: PassageFacts, verb: number): Run | null {
  let to = verb
  while (HELPS.test(tokens[to - 1]?.word ?? '')) to -= 1
  // "Is said to have turned"
  if (tokens[to - 1]?.word === 'to' && SAID.test(tokens[to - 2]?.word ?? '')) {
    to -= 2
    while (HELPS.test(tokens[to - 1]?.word ?? '')) to -= 1
  }
  let from = to
  while (isContent(tokens[from - 1]) && tokens[from - 1]?.end === (tokens[from]?.start ?? 0) - 1) from -= 1
  return from === to ? null : { from, to }
}

/** The name that opens the sentence, for a verb behind "and" that has no other subject: "Ann wrote to Tom and left". */
function carriedTo({ tokens, sentences, sentenceOf }: PassageFacts, verb: number): Run | null {
  let at = verb
  while (HELPS.test(tokens[at - 1]?.word ?? '')) at -= 1
  const from = sentences[sentenceOf[verb] ?? -1]?.from ?? verb
  if (!/^(?:and|but)$/u.test(tokens[at - 1]?.word ?? '') || !isContent(tokens[from])) return null
  let to = from
  while (isContent(tokens[to]) && CAPITAL.test(tokens[to]?.text ?? '')) to += 1
  return to === from || to >= at ? null : { from, to }
}

/** The words right behind a place, articles left out. */
function runBehind({ tokens }: PassageFacts, place: number): Run | null {
  let from = place
  while (ARTICLE.has(tokens[from]?.word ?? '')) from += 1
  let to = from
  while (isContent(tokens[to])) to += 1
  return from === to ? null : { from, to }
}

/** Who did what is said in the passive: behind the next "by" of the clause. */
function agentOf(facts: PassageFacts, verb: number): Run | null {
  const { last } = clauseOf(facts, verb)
  for (let i = verb + 1; i < last; i += 1) if (facts.tokens[i]?.word === 'by') return runBehind(facts, i + 1)
  return null
}

/** Words with something to say that two texts have in a row from here on, or before here. */
function alikeFrom(one: readonly Token[], i: number, other: readonly Token[], j: number, step: 1 | -1): number {
  let alike = 0
  for (;;) {
    while (one[i] !== undefined && !isContent(one[i])) i += step
    while (other[j] !== undefined && !isContent(other[j])) j += step
    const [a, b] = [one[i], other[j]]
    if (a === undefined || b === undefined || alike === ALIKE || keyOf(a) !== keyOf(b)) return alike
    alike += 1
    i += step
    j += step
  }
}

function clauseOf({ tokens }: PassageFacts, at: number): { first: number; last: number } {
  let first = at
  while (first > 0 && !partsClause(tokens[first - 1])) first -= 1
  let last = at + 1
  while (last < tokens.length && !partsClause(tokens[last])) last += 1
  return { first, last }
}
