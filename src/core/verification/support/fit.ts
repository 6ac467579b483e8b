import { type ContextKey, contextKeys, sameStem } from '#core/verification/support/context-keys'
import { isMonth } from '#core/verification/support/dates'
import { isFunctionWord } from '#core/verification/support/little-words'
import type { PairFacts, Said } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import type { Quantity } from '#core/verification/support/quantity'
import type { Token } from '#core/verification/support/tokens'

/** A key that stands more often tells nothing; also what keeps weighing linear. */
const COMMON = 32
/** Numbers of a clause that are weighed. */
const IN_CLAUSE = 8
/** Keys of a pair that are looked for. */
const KEYS = 96
/** Clauses on either side that a word tells of. */
const REACH = 4

type Boundary = 'comma' | 'semicolon' | 'sentence'

/** How much a word tells of a number behind it, across each of these: a subject holds on until the next one. */
const BEFORE: Readonly<Record<Boundary, number>> = { comma: 0.7, semicolon: 0.4, sentence: 0.3 }
/** And of a number before it. */
const BEHIND: Readonly<Record<Boundary, number>> = { comma: 0.3, semicolon: 0.15, sentence: 0.05 }
/** A word behind the clause of a number tells less of it where that word's clause has a number of its own. */
const NUMBERED = 0.5
/** In the clause of the number, but so many tokens away that it may belong to another one. */
const APART = 0.85
const BESIDE = 4
/** What a number counts may be left out where it was named before: "24 singers; today it has 110". */
const ELIDED = 0.8
const LEAST = 0.02

/** In an entry that a day heads. */
const IN_ENTRY = 0.7

/** What the instruction says. */
const ASKED = 0.9
/** Another clause of the same sentence, without and with a number of its own. */
const IN_SENTENCE = 0.5
const OWN_NUMBER = 0.2

interface Clause {
  /** Tokens from–to. */
  readonly from: number
  readonly to: number
  /** What parts it from the clause before. */
  readonly boundary: Boundary
}

/** What stands around the numbers of a passage. */
export interface Surroundings {
  readonly clauses: readonly Clause[]
  /** What a word loses of its weight across the boundary before each clause, for a number behind and for one before it. */
  readonly before: Float64Array
  readonly behind: Float64Array
  /** Index of its clause for each token. */
  readonly clauseOf: Int32Array
  /** Indices of numbers in each clause. */
  readonly numbersIn: readonly (readonly number[])[]
  /** Indices of the tokens where a key stands. */
  readonly holders: ReadonlyMap<string, readonly number[]>
  /** Index of the clause with the day that heads the entry of each clause; −1 where none does. */
  readonly entryOf: Int32Array
  /** Index of its first token for each number. */
  readonly tokenOf: readonly number[]
}

const COMMA: ReadonlySet<string> = new Set(',，:：、()（）—–')
const SEMICOLON: ReadonlySet<string> = new Set(';；【')
const PARTING: ReadonlySet<string> = new Set(['and', 'while', 'whereas', 'but', 'or', '而', '但'])

/** "In 2019," opens what follows and is no clause of its own: it has so many tokens at most. */
const OPENS = 9

/** Stretches between marks and words that join, each with what parts it from the one before. */
function clausesOf(tokens: readonly Token[], sentenceStarts: ReadonlySet<number>): readonly Clause[] {
  const clauses: Clause[] = []
  let from = 0
  let boundary: Boundary = 'sentence'
  const close = (to: number, next: Boundary): void => {
    if (to > from) {
      clauses.push({ from, to, boundary })
      boundary = next
    } else if (next !== 'comma' && boundary !== 'sentence') boundary = next
    from = to
  }
  for (const [i, token] of tokens.entries()) {
    // "9 August. First ice at 71° north.": a day that heads an entry is told of what follows.
    if (sentenceStarts.has(i) && !isHeading(tokens, from, i, boundary)) close(i, 'sentence')
    else if (SEMICOLON.has(token.text)) close(i, 'semicolon')
    else if (COMMA.has(token.text) ? !isOpening(tokens, from, i, boundary) : isParting(tokens, i)) close(i, 'comma')
  }
  close(tokens.length, 'sentence')
  return clauses
}

function isOpening(tokens: readonly Token[], from: number, to: number, boundary: Boundary): boolean {
  const opening = tokens.slice(from, to).filter(({ kind }) => kind !== 'mark')
  // In English "it opened, in 2019, …" belongs to what stands before; in Chinese a time nearly always opens what follows.
  const isInside = boundary === 'comma' && opening.some(({ kind }) => kind === 'word')
  if (isInside || opening.length > OPENS) return false
  return (
    opening.some(isNumber) &&
    opening.every(
      token => isNumber(token) || isFunctionWord(token.word) || isMonth(token.word) || DATE.test(token.text),
    )
  )
}

function isHeading(tokens: readonly Token[], from: number, to: number, boundary: Boundary): boolean {
  if (boundary !== 'sentence' || to - from > OPENS) return false
  const opening = tokens.slice(from, to).filter(({ kind }) => kind !== 'mark')
  return (
    opening.some(({ word, text }) => isMonth(word) || text === '月') &&
    opening.some(isNumber) &&
    opening.every(token => isNumber(token) || isMonth(token.word) || DATE.test(token.text))
  )
}

/** Whether a clause begins with a day that is a sentence of its own, as those of a diary do. */
function isEntry(tokens: readonly Token[], from: number, to: number, starts: ReadonlySet<number>): boolean {
  for (let next = from + 1; next <= from + OPENS && next < to; next += 1)
    if (starts.has(next)) return isHeading(tokens, from, next, 'sentence')
  return false
}

const DATE = /^[年月日号初末底到在至于自从起春夏秋冬天季旬间]$/u

function isNumber({ kind }: Token): boolean {
  return kind === 'number' || kind === 'numeral'
}

/** A word that joins clauses; not the one of "between 11 and 18 years". */
function isParting(tokens: readonly Token[], i: number): boolean {
  if (!PARTING.has(tokens[i]?.word ?? '')) return false
  return tokens[i - 1]?.kind !== 'number' || tokens[i + 1]?.kind !== 'number'
}

function clauseOfTokens(clauses: readonly Clause[], tokens: number): Int32Array {
  const clauseOf = new Int32Array(tokens)
  clauses.forEach(({ from, to }, place) => clauseOf.fill(place, from, to))
  return clauseOf
}

/** Index of its first token for each number; both in order. */
function tokensOfNumbers(tokens: readonly Token[], quantities: readonly Quantity[]): readonly number[] {
  let token = 0
  return quantities.map(({ start }) => {
    while (token < tokens.length - 1 && (tokens[token]?.end ?? 0) <= start) token += 1
    return token
  })
}

const read = new WeakMap<PassageFacts, Surroundings>()

/** Read once for each passage. */
function surroundingsOf(facts: PassageFacts): Surroundings {
  const known = read.get(facts)
  if (known !== undefined) return known
  const { tokens, quantities, sentences } = facts
  const starts = new Set(sentences.map(({ from }) => from))
  const clauses = clausesOf(tokens, starts)
  const clauseOf = clauseOfTokens(clauses, tokens.length)
  const numbersIn: number[][] = clauses.map(() => [])
  const tokenOf = tokensOfNumbers(tokens, quantities)
  for (const [i, token] of tokenOf.entries()) {
    const numbers = numbersIn[clauseOf[token] ?? 0]
    if (numbers !== undefined && numbers.length < IN_CLAUSE) numbers.push(i)
  }
  const holders = new Map<string, number[]>()
  for (const { key, at } of contextKeys(facts)) {
    const places = holders.get(key)
    if (places === undefined) holders.set(key, [at])
    else places.push(at)
  }
  const entryOf = new Int32Array(clauses.length).fill(-1)
  for (const [i, { from, to, boundary }] of clauses.entries()) {
    const heads = boundary === 'sentence' && isEntry(tokens, from, to, starts)
    entryOf[i] = heads ? i : (entryOf[i - 1] ?? -1)
  }
  const before = Float64Array.from(clauses, ({ boundary }) => BEFORE[boundary])
  const behind = Float64Array.from(clauses, ({ boundary }) => BEHIND[boundary])
  const around = { clauses, before, behind, clauseOf, numbersIn, holders, entryOf, tokenOf }
  read.set(facts, around)
  return around
}

/** What a pair says around one of its numbers. */
export interface SaidAround {
  /** What each key weighs, in [0, 1]. */
  readonly weights: ReadonlyMap<string, number>
  /** The keys of what is counted. */
  readonly nouns: ReadonlySet<string>
}

/** A half of a pair, read for what stands around its numbers. */
interface Half {
  readonly keys: readonly ContextKey[]
  readonly clauseOf: Int32Array
  /** Clauses that have a number, or deny something: they say little of a number elsewhere. */
  readonly apart: ReadonlySet<number>
}

const halves = new WeakMap<Said, Half>()

const DENIES = /^(?:不|没|未|非|not|never|without)$/u

/** Read once for each half. */
function halfOf(said: Said): Half {
  const known = halves.get(said)
  if (known !== undefined) return known
  const { tokens, quantities } = said
  const clauseOf = clauseOfTokens(clausesOf(tokens, new Set()), tokens.length)
  const places = tokensOfNumbers(tokens, quantities)
  const apart = new Set(quantities.flatMap(({ loose }, i) => (loose ? [] : [clauseOf[places[i] ?? 0] ?? 0])))
  for (const [i, { text, word }] of tokens.entries())
    if (DENIES.test(text) || DENIES.test(word)) apart.add(clauseOf[i] ?? 0)
  const half = { keys: contextKeys(said), clauseOf, apart }
  halves.set(said, half)
  return half
}

/**
 * What a pair says around a number of its response: its own clause most, then the instruction (`all`); the clause alone
 * (`own`); the sentence alone (`sentence`).
 */
export function saidAround(pair: PairFacts, claim: Quantity): Readonly<Record<'all' | 'own' | 'sentence', SaidAround>> {
  const weights = new Map<string, number>()
  const { keys, clauseOf, apart } = halfOf(pair.response)
  const sentence = pair.response.sentences.find(({ end }) => claim.start < end)
  const token = pair.response.tokens.findIndex(({ end }) => end > claim.start)
  const mine = clauseOf[token] ?? -1
  const add = ({ key }: ContextKey, weight: number): void => {
    if (weight > (weights.get(key) ?? 0) && weights.size < KEYS) weights.set(key, weight)
  }
  for (const one of keys) {
    if (sentence === undefined || one.start < sentence.start || one.start >= sentence.end) continue
    if (one.start >= claim.start && one.start < claim.end) continue
    const clause = clauseOf[one.at] ?? -1
    add(one, clause === mine ? 1 : apart.has(clause) ? OWN_NUMBER : IN_SENTENCE)
  }
  const nouns = new Set(claim.nouns.map(sameStem))
  const said = new Map([...weights].filter(([key]) => !nouns.has(key)))
  for (const one of halfOf(pair.instruction).keys) add(one, ASKED)
  return {
    all: { weights, nouns },
    own: { weights: new Map([...said].filter(([, weight]) => weight === 1)), nouns },
    sentence: { weights: said, nouns },
  }
}

/** Whether a sentence of the passage holds something of what is said that another one does not hold. */
export function holdsMore(facts: PassageFacts, { weights }: SaidAround, sentence: number, other: number): boolean {
  const { holders } = surroundingsOf(facts)
  return [...weights.keys()].some(key => {
    const places = holders.get(key) ?? []
    if (places.length === 0 || places.length > COMMON) return false
    const here = new Set(places.map(place => facts.sentenceOf[place]))
    return here.has(sentence) && !here.has(other)
  })
}

/**
 * What of it stands at one of two numbers of a sentence or between them: what stands before both is said of both, however
 * many commas part it from the second.
 */
export function tellingApart(
  facts: PassageFacts,
  { weights, nouns }: SaidAround,
  one: number,
  other: number,
): SaidAround {
  const { holders, clauseOf, tokenOf } = surroundingsOf(facts)
  const [a, b] = [clauseOf[tokenOf[one] ?? 0] ?? 0, clauseOf[tokenOf[other] ?? 0] ?? 0]
  const [first, last] = [Math.min(a, b), Math.max(a, b)]
  const tells = (place: number): boolean => {
    const clause = clauseOf[place] ?? -1
    return clause >= first && clause <= last + 1
  }
  const isTelling = (places: readonly number[] = []): boolean => places.length <= COMMON && places.some(tells)
  return { weights: new Map([...weights].filter(([key]) => isTelling(holders.get(key)))), nouns }
}

/** How well numbers of a passage fit what a pair says around one of its own. */
export interface Fit {
  /** What stands around a number, by its index, in [0, whole]. */
  readonly of: (number: number) => number
  /** What a number with all of it in its clause would have. */
  readonly whole: number
}

/**
 * Weighs the numbers of a passage by the words around them: rarer words more, in the clause of the number more than before
 * it, and there more than behind it. `nameless` are numbers that name nothing they count. Linear in what the pair says.
 */
export function fitOf(facts: PassageFacts, { weights, nouns }: SaidAround, nameless: ReadonlySet<number>): Fit {
  const around = surroundingsOf(facts)
  const { clauses, clauseOf, entryOf, holders, numbersIn, tokenOf } = around
  const fits = new Float64Array(tokenOf.length)
  const best = new Float64Array(tokenOf.length)
  let whole = 0
  for (const [key, importance] of weights) {
    const places = holders.get(key)
    if (places === undefined || places.length > COMMON) continue
    const weight = importance * Math.log(1 + clauses.length / places.length)
    whole += weight
    const reached: number[] = []
    for (const place of places) {
      const home = clauseOf[place] ?? 0
      const isNumbered = (numbersIn[home]?.length ?? 0) > 0
      const last = Math.min(clauses.length - 1, home + REACH)
      for (let clause = Math.max(0, home - REACH); clause <= last; clause += 1) {
        const numbers = numbersIn[clause]
        if (numbers === undefined || numbers.length === 0) continue
        const near = nearness(around, home, clause) * (clause < home && isNumbered ? NUMBERED : 1)
        if (near < LEAST) continue
        for (const number of numbers) {
          const away = (tokenOf[number] ?? 0) - place
          const elided = away > 0 && nouns.has(key) && nameless.has(number)
          const share = clause === home && Math.abs(away) > BESIDE ? APART : near
          reached.push(number)
          best[number] = Math.max(best[number] ?? 0, elided ? Math.max(share, ELIDED) : share)
        }
      }
    }
    for (const place of places) {
      const entry = entryOf[clauseOf[place] ?? 0] ?? -1
      const day = entry < 0 || entry === clauseOf[place] ? undefined : numbersIn[entry]?.[0]
      if (day === undefined) continue
      reached.push(day)
      best[day] = Math.max(best[day] ?? 0, IN_ENTRY)
    }
    for (const number of reached) {
      fits[number] = (fits[number] ?? 0) + weight * (best[number] ?? 0)
      best[number] = 0
    }
  }
  return { of: number => fits[number] ?? 0, whole }
}

/** How much a word in one clause tells of a number in another. */
function nearness({ before, behind }: Surroundings, home: number, other: number): number {
  let near = 1
  for (let i = home + 1; i <= other; i += 1) near *= before[i] ?? 0
  for (let i = other + 1; i <= home; i += 1) near *= behind[i] ?? 0
  return near
}
