import type { Alignment } from '#core/verification/support/alignment'
import type { Finding } from '#core/verification/support/finding'
import { isLittle } from '#core/verification/support/little-words'
import type { PairFacts } from '#core/verification/support/pair-facts'
import { type PassageFacts, plainOf } from '#core/verification/support/passage-facts'
import { stem, type Token } from '#core/verification/support/tokens'

/** Sentences longer than this are not laid beside one another: the table of two of them stays small (SUPPORT12). */
const LONGEST = 110
const SHORTEST = 4
/** From this share of its words in order on, a sentence repeats one of the passage and is not merely like it. */
const REPEATS = 0.7
/** Sentences that share less than this are not laid beside one another. */
const NEAR = 0.45
/** Share of the best one's that another sentence holds which serves as well. */
const AS_WELL = 0.9

/**
 * Lays each sentence of the response that nearly repeats a sentence of the passage beside it, and looks at what differs:
 * a negation in one alone, two things in each other's place, one thing of the passage in the place of another (rules
 * SUPPORT10, SUPPORT11). All are doubts: the words alone cannot prove them.
 */
export function judgeSlots(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  const { response } = pair
  const findings: Finding[] = []
  let next = 0
  for (const { start, end } of response.sentences) {
    while (next < response.tokens.length && (response.tokens[next]?.start ?? 0) < start) next += 1
    const from = next
    while (next < response.tokens.length && (response.tokens[next]?.start ?? 0) < end) next += 1
    const said = saying(response.tokens.slice(from, next))
    if (said.length < SHORTEST || said.length > LONGEST) continue
    const best = likest(facts, pair, start, said)
    const sentence = facts.sentences[best?.place ?? -1]
    if (best === undefined || sentence === undefined || best.share < NEAR) continue
    if (facts.plain.includes(plainOf(response.text.slice(start, end)))) continue
    const source = saying(facts.tokens.slice(sentence.from, sentence.to))
    if (source.length < SHORTEST || source.length > LONGEST) continue
    const clauses = clausesOf(facts.tokens.slice(sentence.from, sentence.to))
    const order = swapped({ facts, pair, said, source })
    const found =
      order ??
      clausesOf(response.tokens.slice(from, next))
        .map(clause => besideBest(facts, pair, clause, clauses))
        .find(one => one !== null)
    if (found != null) findings.push({ ...found, ranges: [{ start: sentence.start, end: sentence.end }] })
  }
  return findings
}

/** The sentence that a part of the response belongs to; of those that serve as well the one that is most alike. */
function likest(facts: PassageFacts, pair: PairFacts, at: number, said: readonly Token[]): Ranked | undefined {
  const { ranked } = pair.alignmentOf(at)
  const [best, ...others] = ranked.filter(({ share }) => share >= (ranked[0]?.share ?? 0) * AS_WELL)
  if (others.length === 0) return best
  const own = new Set(said.map(keyOf))
  const likeness = ({ place }: Ranked): number => {
    const { from = 0, to = 0 } = facts.sentences[place] ?? {}
    const keys = new Set(saying(facts.tokens.slice(from, Math.min(to, from + 2 * LONGEST))).map(keyOf))
    return [...keys].filter(key => own.has(key)).length / (keys.size + own.size)
  }
  let likest = best
  let most = best === undefined ? 0 : likeness(best)
  for (const other of others) {
    const alike = likeness(other)
    if (alike > most) [likest, most] = [other, alike]
  }
  return likest
}

type Ranked = Alignment['ranked'][number]

interface Beside {
  readonly facts: PassageFacts
  readonly pair: PairFacts
  readonly said: readonly Token[]
  readonly source: readonly Token[]
}

function saying(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(token => token.kind !== 'mark')
}

/** Stretches between commas, marks left out. */
function clausesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const clauses: Token[][] = [[]]
  for (const token of tokens) {
    if (/^[,，;；:：]$/u.test(token.text)) clauses.push([])
    else if (token.kind !== 'mark') clauses.at(-1)?.push(token)
  }
  return clauses.filter(clause => clause.length >= SHORTEST)
}

/** A clause beside the one that shares most with it. */
function besideBest(
  facts: PassageFacts,
  pair: PairFacts,
  said: readonly Token[],
  clauses: readonly (readonly Token[])[],
): Finding | null {
  const keys = new Set(said.map(keyOf))
  const alike = clauses
    .map(clause => ({ clause, shared: clause.filter(token => keys.has(keyOf(token))).length }))
    .filter(({ shared }) => shared / said.length >= REPEATS)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, CLAUSES)
  const near = alike
    .map(({ clause }) => gapsOf({ facts, pair, said, source: clause }))
    .filter(gaps => missing(gaps) <= (1 - REPEATS) * said.length)
  const [best] = near
  const [first] = alike
  const order = first === undefined ? null : swapped({ facts, pair, said, source: first.clause })
  if (best === undefined || order !== null) return order
  return negated(best) ?? crossed(said, near) ?? replaced({ facts, pair, said }, best)
}

const CLAUSES = 3

function missing(gaps: readonly Gap[]): number {
  return gaps.reduce((sum, gap) => sum + gap.said.length, 0)
}

/** Half of it stands in one clause of the passage and half in another one like it: none says all of it. */
function crossed(said: readonly Token[], near: readonly (readonly Gap[])[]): Finding | null {
  const [one, other] = near
  if (one === undefined || other === undefined || near.some(gaps => missing(gaps) === 0)) return null
  const lacking = one.flatMap(gap => gap.said)
  const elsewhere = new Set(other.flatMap(gap => gap.said))
  if (lacking.some(token => elsewhere.has(token)) || lacking.every(token => isLittle(token.word))) return null
  if (said.some(token => /^(?:and|or|和|与|及|都|均|either|both)$/u.test(token.word))) return null
  return {
    result: 'doubt',
    reason: 'order-differs',
    values: { first: wordsOf([...elsewhere]), second: wordsOf(lacking) },
  }
}

/** What stands between two words that both have: in the response and in the passage. */
interface Gap {
  readonly said: readonly Token[]
  readonly source: readonly Token[]
  /** The word behind, which both have. */
  readonly next: string
  /** Matched words right before and right behind. */
  readonly before: number
  readonly behind: number
}

/** The longest row of words that both have in the same order, and what lies between. */
function gapsOf({ said, source }: Beside): readonly Gap[] {
  const width = source.length + 1
  const lengths = new Uint8Array((said.length + 1) * width)
  const left = said.map(keyOf)
  const right = source.map(keyOf)
  for (let i = said.length - 1; i >= 0; i -= 1)
    for (let j = source.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        left[i] === right[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
  const matches: [number, number][] = [[-1, -1]]
  for (let i = 0, j = 0; i < said.length && j < source.length; ) {
    if (left[i] === right[j]) matches.push([i++, j++])
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1
    else j += 1
  }
  matches.push([said.length, source.length])
  return gapsBetween(said, source, matches)
}

function gapsBetween(
  said: readonly Token[],
  source: readonly Token[],
  matches: readonly [number, number][],
): readonly Gap[] {
  const gaps: Gap[] = []
  let row = 0
  for (let k = 1; k < matches.length; k += 1) {
    const [i, j] = matches[k - 1] ?? [-1, -1]
    const [ni, nj] = matches[k] ?? [-1, -1]
    if (ni === i + 1 && nj === j + 1) {
      row += 1
      continue
    }
    let behind = 0
    while (
      matches[k + behind] !== undefined &&
      matches[k + behind]?.[0] === ni + behind &&
      matches[k + behind]?.[1] === nj + behind &&
      ni + behind < said.length
    )
      behind += 1
    gaps.push({
      said: said.slice(i + 1, ni),
      source: source.slice(j + 1, nj),
      next: said[ni]?.word ?? '',
      before: k === 1 ? 0 : row + 1,
      behind,
    })
    row = 0
  }
  return gaps
}

function keyOf(token: Token): string {
  return token.kind === 'word' ? stem(token.word) : token.text
}

const NEGATES: ReadonlySet<string> = new Set(
  "not no never cannot neither nor without none don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't shouldn't wouldn't hasn't haven't hadn't mustn't 不 没 未 无 非 勿 莫 别".split(
    ' ',
  ),
)
/** After these a negation denies nothing: not only, 不仅, 不同, 非常, 无论, 不断. */
const NO_DENIAL =
  /^(?:only|just|merely|longer|matter|more|less|fewer|later|earlier|超|到|满|仅|但|只|同|断|少|过|常|论|管|久|妨|禁|得|时|足|锈|别|来|需|用|必|止|如|再)/u

/** A short stretch inside the sentence where one text denies and the other does not. */
function negated(gaps: readonly Gap[]): Finding | null {
  for (const gap of gaps) {
    if (gap.behind === 0 || gap.said.length > SHORT || gap.source.length > SHORT) continue
    const said = denials(gap.said, gap.source, gap.next)
    const source = denials(gap.source, gap.said, gap.next)
    if (said === source) continue
    if (gap.before + gap.behind < 3) continue
    return {
      result: 'doubt',
      reason: 'negation-differs',
      values: { said: wordsOf(gap.said), passage: wordsOf(gap.source) },
    }
  }
  return null
}

const SHORT = 4

/** Whether a stretch holds an odd number of denials. Antonyms cannot be told, so a stretch of other words denies nothing. */
function denials(tokens: readonly Token[], other: readonly Token[], next: string): boolean {
  const count = tokens.filter(
    (token, i) => NEGATES.has(token.word) && !NO_DENIAL.test(tokens[i + 1]?.word ?? next),
  ).length
  const rest = tokens.filter(token => !NEGATES.has(token.word) && !isAuxiliary(token.word)).length
  const others = other.filter(token => !NEGATES.has(token.word) && !isAuxiliary(token.word)).length
  return count % 2 === 1 && rest === 0 && others === 0
}

function isAuxiliary(word: string): boolean {
  return (
    isLittle(word) ||
    /^(?:do|does|did|can|could|will|would|must|should|may|might|able|会|能|可|以|要|有|是|曾|被)$/u.test(word)
  )
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens.map((token, i) => (i > 0 && tokens[i - 1]?.end !== token.start ? ' ' : '') + token.text).join('')
}

/** Words of speech that stand for one another wherever they are. */
const LOOSE_HAN =
  /[可以能够因为由于所但是不过而且并如果通过进行已经非常很更最多少也还都会要将把被让使得的了着过及与和或等对从向在中上下里外其此这那个种些该每各又就才再只]/u

/** One thing of the passage in the place of another, words that both have right and left of it. */
function replaced({ facts, pair, said }: Omit<Beside, 'source'>, gaps: readonly Gap[]): Finding | null {
  const differing = gaps.filter(gap => gap.said.length > 0)
  if (differing.length > 2) return null
  for (const gap of differing) {
    if (gap.source.length === 0 || gap.said.length > SHORT || gap.source.length > SHORT) continue
    if (gap.before + gap.behind < 4 || (gap.before < 2 && gap.behind < 2)) continue
    if (gap.before === 0 && said[0]?.kind === 'word' && gap.behind < 4) continue
    const words = wordsOf(gap.said)
    const instead = wordsOf(gap.source)
    if (!isThing(gap.said) || !isThing(gap.source)) continue
    const asked = plainOf(pair.instruction.text)
    const plain = plainOf(words)
    const other = plainOf(instead)
    const all = `${asked} ${plainOf(pair.response.text)}`
    if (!holds(facts.plain, plain) || holds(all, other) || holds(asked, plain)) continue
    return { result: 'doubt', reason: 'words-differ', values: { said: words, passage: instead } }
  }
  return null
}

function holds(text: string, part: string): boolean {
  return /[\u4e00-\u9fff]/u.test(part) ? text.includes(part) : ` ${text} `.includes(` ${part} `)
}

/** One to three words, or two to four Han characters, that may name a thing: no number, no word of speech, no usual form of a verb. */
function isThing(tokens: readonly Token[]): boolean {
  if (tokens.some(token => token.kind === 'number' || token.kind === 'numeral')) return false
  if (tokens.every(token => token.kind === 'han'))
    return tokens.length >= 2 && tokens.every(token => !LOOSE_HAN.test(token.text))
  const words = tokens.filter(token => token.kind === 'word' && !isLittle(token.word))
  return (
    words.length > 0 &&
    words.length === tokens.length &&
    words.every(token => token.word.length > 2 && !/(?:ed|ing|ly)$/u.test(token.word))
  )
}

/** Verbs whose two sides can change places. */
const BOTH_WAYS =
  /^(?:marr|border|meet|met|equal|resembl|adjoin|fac|join|neighbour|neighbor|touch|near|between|differ|connect|link|相|邻|连|接|等|互|间)/u
const PASSIVE = /^(?:by|被|由|受|给|让|于|为|把|将)$/u

function isTelling(token: Token): boolean {
  return token.kind !== 'word' || !isLittle(token.word)
}

/** Two things in each other's place around what stands between them. */
function swapped({ said, source }: Beside): Finding | null {
  const words = source.filter(isTelling)
  const telling = said.filter(isTelling)
  const keys = new Set(words.map(keyOf))
  const known = telling.filter(token => keys.has(keyOf(token))).length
  if (known < 3 || known / telling.length < 0.85) return null
  const places = uniquePlaces(words)
  const once = uniquePlaces(telling)
  const kept = telling.filter(token => once.has(keyOf(token)) && places.has(keyOf(token)))
  if (kept.length < 3) return null
  if (said.filter(token => PASSIVE.test(token.text)).length !== source.filter(token => PASSIVE.test(token.text)).length)
    return null
  const order = kept.map(token => places.get(keyOf(token)) ?? 0)
  const sorted = [...order].sort((a, b) => a - b)
  const runs = runsOf(order.map(place => sorted.indexOf(place)))
  const at = runs.findIndex(
    (run, i) => i + 2 < runs.length && isLater(run, runs[i + 1]) && isLater(runs[i + 1], runs[i + 2]),
  )
  if (at < 0 || runs.length - 3 > 2) return null
  const [last, middle, first] = [runs[at], runs[at + 1], runs[at + 2]].map(run =>
    (run ?? []).map(place => words[sorted[place] ?? -1]).filter(token => token !== undefined),
  )
  if (last === undefined || middle === undefined || first === undefined) return null
  const isCompared = middle[0]?.text === '比'
  if (!isCompared && ![last, first].every(isNamed) && !isOneKind(source, first, last)) return null
  if ([first, last].some(thing => isLed(said, thing) && isLed(source, thing))) return null
  if (middle.some(token => BOTH_WAYS.test(token.word))) return null
  const numbers = [...last, ...first].every(token => token.kind === 'number')
  if (!numbers && isList(source, first, last)) return null
  return { result: 'doubt', reason: 'order-differs', values: { first: wordsOf(last), second: wordsOf(first) } }
}

/** Whether a word of direction says what a thing is to its verb, wherever it stands: 向日本出口, 出口到日本. */
function isLed(tokens: readonly Token[], [thing]: readonly Token[]): boolean {
  const at = thing === undefined ? -1 : tokens.findIndex(token => keyOf(token) === keyOf(thing))
  return /^[向往到至从自在给]$/u.test(tokens[at - 1]?.text ?? '')
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
    const key = keyOf(token)
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
