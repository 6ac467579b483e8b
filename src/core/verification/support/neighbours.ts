import { align } from '#core/verification/support/alignment'
import { ARTICLE, isContent, keyOf, PARTING, PREPOSITION } from '#core/verification/support/content'
import type { Finding } from '#core/verification/support/finding'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import type { Token } from '#core/verification/support/tokens'

/** Things that a response adds, and places in the passage, that are looked at. */
const RUNS = 12
const PLACES = 4
const CAPITAL = /^\p{Lu}/u
/** Least share of the pair's words that a sentence holds which is asked for. */
const SPEAKS = 0.35

const BE = /^(?:is|are|was|were|be|been|being|am)$/u
const HELPS =
  /^(?:is|are|was|were|be|been|being|am|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|also|only|still|not|never|then|later|first|now|already|mainly|mostly|usually)$/u
/**
 * What an English response adds to its question, held against what the passage has beside the same words: the floor is
 * covered *with slate* where it says *with oak* (rule SUPPORT14).
 */
export function judgeNeighbours(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  const asked = new Set(pair.instruction.tokens.filter(isContent).map(keyOf))
  const said = new Set([...asked, ...pair.response.tokens.map(keyOf)])
  const verbs = askedVerbs(pair.instruction.tokens)
  const findings: Finding[] = []
  let runs = 0
  const tokens = statementOf(pair)
  for (let i = 0; i < tokens.length && runs < RUNS; i += 1) {
    if (!isAdded(tokens[i], asked)) continue
    let end = i + 1
    while (end < tokens.length && isAdded(tokens[end], asked) && joined(tokens, end)) end += 1
    runs += 1
    if (isListed(tokens, i, end)) {
      i = end
      continue
    }
    const found = instead(facts, pair, { tokens, from: i, to: end, said, verbs })
    if (found !== null) findings.push(found)
    i = end
  }
  return findings
}

/** Answers of so few words are put in the place of what asks. */
const FEW = 6

/** The response; a short one together with the words of its question, as far as their order allows. */
function statementOf({ instruction, response }: PairFacts): readonly Token[] {
  const answer = response.tokens.filter(token => token.kind !== 'mark')
  const asked = new Set(instruction.tokens.filter(isContent).map(keyOf))
  const question = instruction.tokens.filter(token => token.text !== '?')
  if (answer.length > FEW || answer.some(token => asked.has(keyOf(token)))) return response.tokens
  const subject = whSubject(question)
  if (subject > 0) return [...answer, ...question.slice(subject)]
  return response.tokens
}

/** Words of "who" or "which lamp" where a verb follows; 0 where something else is asked for. */
function whSubject(question: readonly Token[]): number {
  const first = question[0]?.word ?? ''
  if (first === 'who') return /^(?:do|does|did)$/u.test(question[1]?.word ?? '') ? 0 : 1
  if (!/^(?:what|which)$/u.test(first) || !isContent(question[1])) return 0
  // "What burned the house" has the verb where "which lamp burned" has the noun.
  if (isContent(question[2])) return 2
  return first === 'what' && ARTICLE.test(question[2]?.word ?? '') ? 1 : 0
}

function askedVerbs(question: readonly Token[]): ReadonlySet<string> {
  const at = whSubject(question)
  const verb = at === 0 ? undefined : question[at]
  return new Set(isContent(verb) ? [keyOf(verb)] : [])
}

/** One of several: what else is named may be what stands there. */
function isListed(tokens: readonly Token[], from: number, to: number): boolean {
  return [tokens[from - 1], tokens[to]].some(token => /^(?:and|or|,|nor|as)$/u.test(token?.word ?? ''))
}

function joined(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.kind === 'word' && tokens[at - 1]?.kind === 'word'
}

function isAdded(token: Token | undefined, asked: ReadonlySet<string>): boolean {
  return isContent(token) && !asked.has(keyOf(token))
}

interface Thing {
  readonly tokens: readonly Token[]
  readonly from: number
  readonly to: number
  readonly said: ReadonlySet<string>
  /** What the question asks for the subject of: "who won", "which lamp burned". */
  readonly verbs: ReadonlySet<string>
}

interface Slot {
  /** Tokens from–to of the passage: what stands in the place of the thing. */
  readonly from: number
  readonly to: number
  /** Words in a row that both have there. */
  readonly alike: number
  /** Its clause. */
  readonly first: number
  readonly last: number
}

function instead(facts: PassageFacts, pair: PairFacts, thing: Thing): Finding | null {
  const { tokens, from, to, said } = thing
  const words = tokens.slice(from, to)
  const keys = new Set(words.map(keyOf))
  const slots = [...likest(asSubject(facts, thing)), ...likest(asObject(facts, thing))]
  const agrees = slots.some(({ first, last }) => facts.tokens.slice(first, last).some(token => keys.has(keyOf(token))))
  if (agrees) return null
  const alignment = align(facts, new Map([...pair.queryAt(words[0]?.start ?? 0)].filter(([term]) => !keys.has(term))))
  const best = alignment.ranked[0]
  const slot = slots.find(one => {
    const other = facts.tokens.slice(one.from, one.to)
    const place = facts.sentenceOf[one.from] ?? -1
    return (
      best !== undefined &&
      best.share >= SPEAKS &&
      (alignment.shares.get(place) ?? 0) >= best.share * 0.8 &&
      other.some(isContent) &&
      other.every(token => !isContent(token) || !said.has(keyOf(token)))
    )
  })
  const [first, last] = [facts.tokens[slot?.from ?? -1], facts.tokens[(slot?.to ?? 0) - 1]]
  if (first === undefined || last === undefined) return null
  const text = words.map(word => word.text).join(' ')
  return {
    result: 'doubt',
    reason: 'words-differ',
    values: { said: text, passage: facts.text.slice(first.start, last.end) },
    ranges: [{ start: first.start, end: last.end }],
  }
}

function likest(slots: readonly Slot[]): readonly Slot[] {
  const most = Math.max(...slots.map(({ alike }) => alike))
  return slots.filter(({ alike }) => alike === most)
}

/** Words with something to say that two texts have in a row from here on, or before here. */
function alikeFrom(one: readonly Token[], i: number, other: readonly Token[], j: number, step: 1 | -1): number {
  let alike = 0
  for (;;) {
    while (one[i] !== undefined && !isContent(one[i])) i += step
    while (other[j] !== undefined && !isContent(other[j])) j += step
    const [a, b] = [one[i], other[j]]
    if (a === undefined || b === undefined || alike === LIKE || keyOf(a) !== keyOf(b)) return alike
    alike += 1
    i += step
    j += step
  }
}
const LIKE = 8

/** Words of the passage with this key, when there are few. */
function placesOf({ tokens }: PassageFacts, key: string): readonly number[] {
  const places: number[] = []
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'word' && keyOf(token) === key) places.push(i)
    if (places.length > PLACES) return []
  }
  return places
}

/** What does in the passage what the thing does in the response: the words before the same verb. */
function asSubject(facts: PassageFacts, { tokens, to, verbs }: Thing): readonly Slot[] {
  let at = to
  while (HELPS.test(tokens[at]?.word ?? '')) at += 1
  const verb = tokens[at]
  if (!isContent(verb)) return []
  const isAskedVerb = verbs.has(keyOf(verb))
  const passive = tokens.slice(to, at).some(token => BE.test(token.word))
  return placesOf(facts, keyOf(verb)).flatMap(place => {
    let end = place
    while (HELPS.test(facts.tokens[end - 1]?.word ?? '')) end -= 1
    if (facts.tokens.slice(end, place).some(token => BE.test(token.word)) !== passive) return []
    let from = end
    while (isContent(facts.tokens[from - 1]) && facts.tokens[from - 1]?.end === (facts.tokens[from]?.start ?? 0) - 1)
      from -= 1
    const clause = clauseOf(facts, place)
    const alike = alikeFrom(tokens, at, facts.tokens, place, 1)
    if (from === end || (alike < 2 && at === to && !isAskedVerb && !CAPITAL.test(tokens[to - 1]?.text ?? ''))) return []
    return [{ from, to: end, alike, ...clause }]
  })
}

/** What stands in the passage behind the same word and preposition. */
function asObject(facts: PassageFacts, { tokens, from }: Thing): readonly Slot[] {
  let at = from - 1
  while (ARTICLE.test(tokens[at]?.word ?? '')) at -= 1
  const joint = PREPOSITION.test(tokens[at]?.word ?? '') ? tokens[at]?.word : undefined
  if (joint !== undefined) at -= 1
  const head = tokens[at]
  // Without an article or a preposition it may be the verb of what stands before.
  const isNamed = at < from - 1 || CAPITAL.test(tokens[from]?.text ?? '')
  if (!isContent(head) || !isNamed) return []
  return placesOf(facts, keyOf(head)).flatMap(place => {
    let start = place + 1
    if (joint !== undefined) {
      if (facts.tokens[start]?.word !== joint) return []
      start += 1
    }
    while (ARTICLE.test(facts.tokens[start]?.word ?? '')) start += 1
    let end = start
    while (isContent(facts.tokens[end])) end += 1
    const alike = alikeFrom(tokens, at, facts.tokens, place, -1)
    return end === start ? [] : [{ from: start, to: end, alike, ...clauseOf(facts, place) }]
  })
}

function clauseOf({ tokens }: PassageFacts, at: number): { first: number; last: number } {
  let first = at
  while (first > 0 && !parts(tokens[first - 1])) first -= 1
  let last = at + 1
  while (last < tokens.length && !parts(tokens[last])) last += 1
  return { first, last }
}

function parts(token: Token | undefined): boolean {
  return token === undefined || (token.kind === 'mark' && /[,;:.!?()—–]/u.test(token.text)) || PARTING.test(token.word)
}
