import { addedRuns } from '#core/verification/support/chinese-names'
import { isContent, keyOf } from '#core/verification/support/content'
import { contextKeys } from '#core/verification/support/context-keys'
import { isMonth } from '#core/verification/support/dates'
import type { Finding } from '#core/verification/support/finding'
import { type Surroundings, surroundingsOf } from '#core/verification/support/fit'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import type { Token } from '#core/verification/support/tokens'
import { unitNamed } from '#core/verification/support/units'

const ASKS = /\b(?:who|whom|whose|which|what|where)\b|谁|哪(?!些|一?[年天月])|何[人处]|什么(?!时[候间段期刻]|原因|样)/iu
/** These ask for a deed, a state or a difference, which is said in many words. */
const ASKS_DEED =
  /\bwhat\b.{0,80}\b(?:do|does|did|doing|done|happens?|happened|changed?|affect|effect)\b|怎[么样]|如何|为什么|为何|什么(?:变化|影响|区别|不同|关系|意思|作用|反应|办法|身份|职[业务])/iu
/** Whoever is asked for may be told with figures; what else is asked for is then a figure more often than a thing. */
const ASKS_PERSON = /^\W*(?:(?:to|by|with|for|from|of|at|in) )?wh(?:o|om|ose)\b|谁/iu
/** What may mean one that was named before. */
const MEANS = /^(?:he|she|him|her|his|hers|they|them|their|it|its|this|that|these|those|such|他|她|它|其|此|该|这)$/u
const HAN = /[\u4e00-\u9fff]/u
const CAPITAL = /^\p{Lu}/u
/** Marks across which what stands on both sides belongs together: "Rare (up to 1 in 1,000): fast heartbeat". */
const NEAR = /^[()（）:：]$/u

/** A word that stands more often tells nothing; also what keeps weighing linear. */
const COMMON = 32
const KEYS = 64
/** Clauses on either side that a word tells of. */
const REACH = 4
/** More words than this of its own say an answer in another way; names are still told. */
const MOST = 4
/** Characters of a Chinese thing, and what may stand before one. */
const LONGEST = 8
/** Answers of a pair that are looked for. */
const ANSWERS = 12
const BEFORE_THING = /[是由在叫为被于与和跟从到给用靠的]/u

/** What a word of the response weighs beside one of the question. */
const OWN = 0.6
/** What a word that the passage does not have counts, a Chinese pair of characters less: many are no words. */
const ABSENT = 0.5
const ABSENT_HAN = 0.1

/** How much of what the pair says the best clause has to have, and what that has to weigh at least in rare words. */
const ENOUGH = { name: 0.3, chinese: 0.4, other: 0.5 }
const WORDS = { name: 1, other: 1.6 }
/** Up to this share of the best clause's an answer is far from what is asked; where a name stands there instead, up to that. */
const FAR = { name: 0.45, other: 0.28 }
/** From this share on it is in its place. */
const THERE = 0.5

/** Something that answers, and where the passage has it: indices of tokens. */
interface Answer {
  readonly text: string
  readonly isName: boolean
  readonly start: number
  readonly end: number
  readonly places: readonly number[]
}

/**
 * An answer that the passage has, but far from the clause that says what the pair says: of all clauses one has most of it, and
 * those of the answer next to nothing (rule SUPPORT30).
 */
export function judgeAnswerPlaces(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  const { instruction, steps, yesNo, denies } = pair
  if (steps || yesNo || denies || !ASKS.test(instruction.text) || ASKS_DEED.test(instruction.text)) return []
  const around = surroundingsOf(facts)
  const found: Finding[] = []
  for (const answer of answersOf(facts, pair)) {
    const { shares, whole } = sharesOf(facts, weightsOf(pair, answer))
    let best = 0
    for (let i = 1; i < shares.length; i += 1) if ((shares[i] ?? 0) > (shares[best] ?? 0)) best = i
    const [most, clause] = [shares[best] ?? 0, around.clauses[best]]
    const own = answer.places.reduce((top, place) => Math.max(top, shares[around.clauseOf[place] ?? 0] ?? 0), 0)
    if (clause === undefined || most === 0) continue
    // Where one is in its place, the others tell more of it.
    if (own >= THERE * most) return []
    const rival = answer.isName && hasRival(facts, pair, clause)
    const enough = rival ? ENOUGH.name : HAN.test(answer.text) ? ENOUGH.chinese : ENOUGH.other
    const words = (rival ? WORDS.name : WORDS.other) * Math.log(1 + around.clauses.length)
    if (most < Math.max(enough * whole, words) || own > (rival ? FAR.name : FAR.other) * most) continue
    const [first, last] = [facts.tokens[clause.from], facts.tokens[clause.to - 1]]
    if (first === undefined || last === undefined || isMeant(facts, clause.from, answer)) continue
    const ranges = [{ start: first.start, end: last.end }]
    found.push({ result: 'doubt', reason: 'name-elsewhere', values: { said: answer.text }, ranges })
  }
  return found
}

/** Names, if the response adds any; else things. */
function answersOf(facts: PassageFacts, pair: PairFacts): readonly Answer[] {
  const { instruction, response } = pair
  const all = HAN.test(response.text) ? chineseAnswers(facts, pair) : englishAnswers(facts, pair)
  const names = all.filter(({ isName }) => isName)
  if (names.length > 0) return names
  return !ASKS_PERSON.test(instruction.text) && response.quantities.some(({ loose }) => !loose) ? [] : all
}

/** Words with something to say that stand together and that the question does not have. */
function englishAnswers(facts: PassageFacts, pair: PairFacts): readonly Answer[] {
  const { tokens } = pair.response
  const asked = new Set(pair.instruction.tokens.filter(isContent).map(keyOf))
  const isAdded = (token: Token | undefined): token is Token => isContent(token) && !asked.has(keyOf(token))
  const isFew = tokens.filter(isAdded).length <= MOST
  const answers: Answer[] = []
  for (let i = 0; i < tokens.length && answers.length < ANSWERS; i += 1) {
    const first = tokens[i]
    if (!isAdded(first)) continue
    const run = [first]
    for (let next = tokens[i + 1]; isAdded(next); next = tokens[i + 1]) {
      run.push(next)
      i += 1
    }
    const named = run.filter(token => isNameWord(facts, token, token === tokens[0]))
    const isName = named.length > 0
    if ((!isFew && !isName) || pair.isVerbatim(first.start)) continue
    if (run.every(({ word, text }) => MEANS.test(word) || unitNamed(text) !== null)) continue
    const told = (isName ? named : run).map(token => placesOf(facts, keyOf(token)))
    // A name may be told by one of its words; of a thing the rarest word tells.
    const places = isName ? told.flat() : told.reduce((least, one) => (one.length < least.length ? one : least))
    const end = run.at(-1)?.end ?? first.end
    if (places.length > 0)
      answers.push({ text: pair.response.text.slice(first.start, end), isName, start: first.start, end, places })
  }
  return answers
}

function isNameWord({ capitals }: PassageFacts, { text, word }: Token, opens: boolean): boolean {
  return CAPITAL.test(text) && (!opens || capitals.has(word)) && !/days?$/u.test(text) && !isMonth(word)
}

function placesOf({ tokens, holders, sentences }: PassageFacts, key: string): readonly number[] {
  const places: number[] = []
  for (const sentence of holders.get(key) ?? []) {
    const { from, to } = sentences[sentence] ?? { from: 0, to: 0 }
    for (let i = from; i < to && places.length < COMMON; i += 1) if (tokens[i]?.term === key) places.push(i)
  }
  return places
}

/** What opens a response or stands behind a word that leads to a thing, as far as the passage has it. */
function chineseAnswers(facts: PassageFacts, { instruction, response }: PairFacts): readonly Answer[] {
  const led = addedRuns(instruction.text, response.text).filter(
    ({ start }) => start === 0 || BEFORE_THING.test(response.text[start - 1] ?? ''),
  )
  return led.slice(0, ANSWERS).flatMap(({ text, start }) => {
    for (let length = Math.min(text.length, LONGEST); length >= 2; length -= 1) {
      const thing = text.slice(0, length)
      const places: number[] = []
      for (
        let at = facts.text.indexOf(thing);
        at >= 0 && places.length < COMMON;
        at = facts.text.indexOf(thing, at + 1)
      )
        places.push(tokenAt(facts, at))
      if (places.length > 0) return [{ text: thing, isName: false, start, end: start + length, places }]
    }
    return []
  })
}

/** Index of the token that holds a place. */
function tokenAt({ tokens }: PassageFacts, place: number): number {
  let low = 0
  let high = tokens.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((tokens[middle]?.start ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}

/** What the pair says besides an answer. */
function weightsOf({ instruction, response }: PairFacts, { start, end }: Answer): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const { key } of contextKeys(instruction)) if (weights.size < KEYS) weights.set(key, 1)
  for (const { key, start: at } of contextKeys(response))
    if ((at < start - 1 || at >= end) && weights.size < KEYS && !weights.has(key)) weights.set(key, OWN)
  return weights
}

/** How much of what is said each clause of the passage has, itself or by those around it; rarer words weigh more. */
function sharesOf(facts: PassageFacts, weights: ReadonlyMap<string, number>): { shares: Float64Array; whole: number } {
  const { clauses, clauseOf, holders } = surroundingsOf(facts)
  const shares = new Float64Array(clauses.length)
  const { carries, follows } = boundariesOf(facts, clauses)
  let whole = 0
  for (const [key, importance] of weights) {
    const places = holders.get(key)
    if (places === undefined) whole += importance * (HAN.test(key) ? ABSENT_HAN : ABSENT) * Math.log(1 + clauses.length)
    if (places === undefined || places.length > COMMON) continue
    const weight = importance * Math.log(1 + clauses.length / places.length)
    whole += weight
    const best = new Map<number, number>()
    const note = (clause: number, near: number): void => {
      if (near > (best.get(clause) ?? 0)) best.set(clause, near)
    }
    for (const place of places) {
      const home = clauseOf[place] ?? 0
      note(home, 1)
      for (let i = home - 1, near = 1; i >= Math.max(0, home - REACH); i -= 1) note(i, (near *= carries[i + 1] ?? 0))
      const last = Math.min(clauses.length - 1, home + REACH)
      for (let i = home + 1, near = 1; i <= last; i += 1) note(i, (near *= follows[i] ?? 0))
    }
    for (const [clause, near] of best) shares[clause] = (shares[clause] ?? 0) + near * weight
  }
  return { shares, whole }
}

type Clauses = Surroundings['clauses']

interface Boundaries {
  readonly carries: readonly number[]
  readonly follows: readonly number[]
}

const read = new WeakMap<PassageFacts, Boundaries>()

/** What clauses say of those before and behind them, by their index; read once for each passage. */
function boundariesOf(facts: PassageFacts, clauses: Clauses): Boundaries {
  const known = read.get(facts)
  if (known !== undefined) return known
  const carries = clauses.map((_, i) => carriesInto(facts, clauses, i))
  const boundaries = { carries, follows: clauses.map((_, i) => followsInto(facts, clauses, i)) }
  read.set(facts, boundaries)
  return boundaries
}

/** How much a clause says of what stands before it: a subject holds on, most where a pronoun takes it up. */
function carriesInto({ tokens }: PassageFacts, clauses: Clauses, i: number): number {
  const { from, boundary } = clauses[i] ?? { from: 0, boundary: 'sentence' }
  const opens = tokens[from]?.word ?? ''
  if (NEAR.test(opens)) return 0.9
  if (boundary !== 'sentence') return boundary === 'comma' ? 0.7 : 0.4
  if (MEANS.test(opens)) return 0.6
  return HAN.test(opens) ? 0.4 : 0.3
}

/** How much what stands in a clause is said of by the one before it: a question says what its answer is about. */
function followsInto({ tokens }: PassageFacts, clauses: Clauses, i: number): number {
  const { from, boundary } = clauses[i] ?? { from: 0, boundary: 'sentence' }
  if (NEAR.test(tokens[from]?.text ?? '')) return 0.9
  if (boundary !== 'sentence') return boundary === 'comma' ? 0.6 : 0.2
  return /[?？:：]/u.test(tokens[from - 1]?.text ?? '') ? 0.7 : 0.15
}

/** Whether a clause has a name that the pair does not say. */
function hasRival(facts: PassageFacts, { instruction, response }: PairFacts, clause: Clauses[number]): boolean {
  const [first, last] = [facts.tokens[clause.from], facts.tokens[clause.to - 1]]
  if (first === undefined || last === undefined) return false
  const said = new Set([...instruction.tokens, ...response.tokens].map(({ word }) => word))
  return facts.names.some(
    ({ start, end, words }) => start >= first.start && end <= last.end && !words.some(word => said.has(word)),
  )
}

/** Whether the sentence of a place may mean by "she" what was named before it. */
function isMeant(facts: PassageFacts, at: number, { places }: Answer): boolean {
  const sentence = facts.sentences[facts.sentenceOf[at] ?? -1]
  if (sentence === undefined || !places.some(place => place < at)) return false
  return facts.tokens.slice(sentence.from, sentence.to).some(({ word }) => MEANS.test(word))
}
