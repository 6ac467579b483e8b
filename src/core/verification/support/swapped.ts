import { ARTICLE, PREPOSITION } from '#core/verification/support/content'
import type { Finding } from '#core/verification/support/finding'
import { type Token, wordsOf } from '#core/verification/support/tokens'

/** Verbs whose two sides can change places. */
const BOTH_WAYS =
  /^(?:marr|border|meet|met|equal|resembl|adjoin|fac|join|neighbour|neighbor|touch|near|between|differ|connect|link|相|邻|连|接|等|互|间)/u
/** What is the other: 商户代表龙启明 is 龙启明代表商户. */
const SAME_AS = /^(?:[是为即]|就是|即是|等于|代表|叫作?|称为)$/u
const PASSIVE: ReadonlySet<string> = new Set('by 被 由 受 给 让 于 为 把 将'.split(' '))

function isTelling({ kind, term }: Token): boolean {
  return kind !== 'word' || term !== null
}

/** Two things in each other's place around what stands between them. */
export function swapped(said: readonly Token[], source: readonly Token[]): Finding | null {
  const words = source.filter(isTelling)
  const telling = said.filter(isTelling)
  const keys = new Set(words.map(token => token.stem))
  const known = telling.reduce((count, token) => count + (keys.has(token.stem) ? 1 : 0), 0)
  if (known < 3 || known / telling.length < 0.85) return null
  const places = uniquePlaces(words)
  const once = uniquePlaces(telling)
  const kept = telling.filter(token => once.has(token.stem) && places.has(token.stem))
  if (kept.length < 3) return null
  const order = kept.map(token => places.get(token.stem) ?? 0)
  if (order.every((place, i) => i === 0 || place > (order[i - 1] ?? 0))) return null
  const passives = (tokens: readonly Token[]): number => tokens.filter(token => PASSIVE.has(token.text)).length
  if (passives(said) !== passives(source)) return null
  const sorted = [...order].sort((a, b) => a - b)
  const ranks = new Map(sorted.map((place, rank) => [place, rank]))
  const runs = runsOf(order.map(place => ranks.get(place) ?? -1))
  const at = runs.findIndex(
    (run, i) => i + 2 < runs.length && isLater(run, runs[i + 1]) && isLater(runs[i + 1], runs[i + 2]),
  )
  if (at < 0 || runs.length - 3 > 2) return null
  const [last, middle, first] = [runs[at], runs[at + 1], runs[at + 2]].map(run =>
    (run ?? []).map(place => words[sorted[place] ?? -1]).filter(token => token !== undefined),
  )
  if (last === undefined || middle === undefined || first === undefined) return null
  // A denial is no thing; whether it stands where it should is judged by itself.
  if ([...last, ...first].some(({ text }) => /^[不没沒未无勿非]$|^(?:not|no|never)$/u.test(text))) return null
  if (relatesOtherwise(said, source) || isTurned(said, source, { last, middle, first })) return null
  const isCompared = middle[0]?.text === '比'
  if (!isCompared && ![last, first].every(isNamed) && !isOneKind(source, first, last)) return null
  if ([first, last].some(thing => isLedAlike(said, source, thing))) return null
  if ([first, last].some(thing => isPlace(said, thing) !== isPlace(source, thing))) return null
  if ([first, last].some(thing => isFronted(said, source, thing))) return null
  if (middle.some(token => BOTH_WAYS.test(token.word)) || SAME_AS.test(wordsOf(middle))) return null
  const numbers = [...last, ...first].every(token => token.kind === 'number')
  if (!numbers && isList(source, first, last)) return null
  return { result: 'doubt', reason: 'order-differs', values: { first: wordsOf(last), second: wordsOf(first) } }
}

/** More and less, ahead and behind: where a text has another of them, what stands around it has its place from that. */
const WAYS =
  /^(?:ahead|behind|before|after|above|below|over|under|more|less|fewer|earlier|later|longer|shorter|larger|smaller|higher|lower|older|younger)$/u

function relatesOtherwise(said: readonly Token[], source: readonly Token[]): boolean {
  const own = new Set(said.filter(({ word }) => WAYS.test(word)).map(({ word }) => word))
  const known = new Set(source.filter(({ word }) => WAYS.test(word)).map(({ word }) => word))
  return own.size !== known.size || [...own].some(word => !known.has(word))
}

interface Turned {
  readonly last: readonly Token[]
  readonly middle: readonly Token[]
  readonly first: readonly Token[]
}

/** One clause told with its end in front, and another one behind it: "in spring the barn has sheep, in winter apples". */
function isTurned(said: readonly Token[], source: readonly Token[], { last, middle, first }: Turned): boolean {
  const near = (tokens: readonly Token[], one: Token | undefined, other: Token | undefined): boolean => {
    const [a, b] = [one, other].map(token => tokens.findIndex(({ stem }) => stem === token?.stem)).sort((x, y) => x - y)
    return !hasMark(tokens.slice(a, (b ?? 0) + 1))
  }
  const [of, to] = [last.at(-1), middle[0]]
  const parted = (tokens: readonly Token[]): boolean =>
    near(tokens, of, to) && !near(tokens, middle.at(-1), first[0]) && !near(tokens, of, first[0])
  return parted(said) && parted(source)
}

/** Whether something stands between two words in a row besides a space. */
function hasMark(tokens: readonly Token[]): boolean {
  return tokens.some((token, i) => i > 0 && token.start - (tokens[i - 1]?.end ?? 0) > (token.kind === 'han' ? 0 : 1))
}

/** Chinese puts a thing into another place with another word; in English its word goes with it. */
function isLedAlike(said: readonly Token[], source: readonly Token[], thing: readonly Token[]): boolean {
  const [one, other] = [leadOf(said, thing), leadOf(source, thing)]
  return one !== '' && (one === other || (/^\p{sc=Han}$/u.test(one) && /^\p{sc=Han}$/u.test(other)))
}

/** The word of direction, of time or of place that says what a thing is to its verb, wherever it stands: 向日本出口, 出口到日本. */
function leadOf(tokens: readonly Token[], [thing]: readonly Token[]): string {
  const at = thing === undefined ? -1 : tokens.findIndex(token => token.stem === thing.stem)
  return (
    /^(?:[向往到至从自在给]|for|in|on|at|since|during|until|under|after|before|of)$/u.exec(
      tokens[at - 1]?.word ?? '',
    )?.[0] ?? ''
  )
}

/** 种在温室 turns 温室种 around. */
function isPlace(tokens: readonly Token[], [thing]: readonly Token[]): boolean {
  const at = thing === undefined ? -1 : tokens.findIndex(token => token.stem === thing.stem)
  return tokens[at - 1]?.text === '在'
}

/** The same preposition before a thing in both, and in one of them it opens the sentence: "For 2023 the board expects". */
function isFronted(said: readonly Token[], source: readonly Token[], [thing]: readonly Token[]): boolean {
  const [one, other] = [said, source].map(tokens => {
    const at = tokens.findIndex(({ stem }) => stem === thing?.stem)
    const before = ARTICLE.has(tokens[at - 1]?.word ?? '') ? at - 2 : at - 1
    return { at: before, word: tokens[before]?.word ?? '' }
  })
  return one?.word === other?.word && PREPOSITION.has(one?.word ?? '') && (one?.at === 0 || other?.at === 0)
}

/** More than a single Han character, unless that stands for a party: 甲 and 乙. */
function isNamed(tokens: readonly Token[]): boolean {
  return tokens.length > 1 || tokens.some(token => token.kind !== 'han' || /[甲乙丙丁]/u.test(token.text))
}

/** Characters that tell two things of a kind from each other: 东 and 西 of 东村 and 西村. */
function isOneKind(source: readonly Token[], first: readonly Token[], last: readonly Token[]): boolean {
  const beside = (token: Token | undefined, by: -1 | 1): string =>
    token === undefined ? '' : (source[source.indexOf(token) + by]?.text ?? '')
  const [a, b] = [first.at(-1), last.at(-1)]
  return (
    first.length === 1 &&
    last.length === 1 &&
    ([-1, 1] as const).some(by => beside(a, by) !== '' && beside(a, by) === beside(b, by))
  )
}

/** Words that stand once, with their index. */
function uniquePlaces(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const twice = new Set<string>()
  for (const [i, token] of tokens.entries()) {
    const key = token.stem
    if (places.has(key)) twice.add(key)
    places.set(key, i)
  }
  for (const key of twice) places.delete(key)
  return places
}

/** Stretches of ranks that rise by one at a time. */
function runsOf(ranks: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = []
  for (const [i, rank] of ranks.entries()) {
    if (i > 0 && rank === (ranks[i - 1] ?? -9) + 1) runs.at(-1)?.push(rank)
    else runs.push([rank])
  }
  return runs
}

function isLater(run: readonly number[] | undefined, other: readonly number[] | undefined): boolean {
  return run !== undefined && other !== undefined && (run[0] ?? 0) === (other.at(-1) ?? -9) + 1
}

/** Things in a row ("a, b and c") can stand in any order. */
function isList(source: readonly Token[], first: readonly Token[], last: readonly Token[]): boolean {
  const from = first[0]?.end ?? 0
  const to = last[0]?.start ?? 0
  const between = source.filter(token => token.start >= from && token.end <= to)
  const gaps = between.some((token, i) => i > 0 && token.start - (between[i - 1]?.end ?? 0) > 1)
  return gaps || between.some(token => /^(?:and|or|和|与|及|或|跟|同)$/u.test(token.word))
}
