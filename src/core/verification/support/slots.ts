import type { Alignment } from '#core/verification/support/alignment'
import type { Finding } from '#core/verification/support/finding'
import { type Gap, gapsOf, missing } from '#core/verification/support/gaps'
import { isLittle } from '#core/verification/support/little-words'
import type { PairFacts } from '#core/verification/support/pair-facts'
import { type PassageFacts, plainOf } from '#core/verification/support/passage-facts'
import { swapped } from '#core/verification/support/swapped'
import { type Token, wordsOf } from '#core/verification/support/tokens'

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
    const source = saying(facts.tokens.slice(sentence.from, sentence.to))
    if (source.length < SHORTEST || source.length > LONGEST) continue
    if (isShortened(said, source) || facts.plain.includes(plainOf(response.text.slice(start, end)))) continue
    const clauses = clausesOf(facts.tokens.slice(sentence.from, sentence.to))
    const order = swapped(said, source)
    const found =
      order ??
      clausesOf(response.tokens.slice(from, next))
        .map(clause => besideBest(facts, pair, clause, clauses))
        .find(one => one !== null)
    if (found != null) findings.push({ ...found, ranges: [{ start: sentence.start, end: sentence.end }] })
  }
  return findings
}

/** Words that may be left out of a sentence without another thing coming to stand beside what is said of one. */
const LEFT_OUT = 4

/** Whether a sentence is one of the passage with a few words left out, and none of them denies: nothing then stands elsewhere. */
function isShortened(said: readonly Token[], source: readonly Token[]): boolean {
  if (source.length - said.length > LEFT_OUT) return false
  let next = 0
  for (const { stem, word } of source)
    if (stem === said[next]?.stem) next += 1
    else if (NEGATES.has(word)) return false
  return next === said.length
}

/** The sentence that a part of the response belongs to; of those that serve as well the one that is most alike. */
function likest(facts: PassageFacts, pair: PairFacts, at: number, said: readonly Token[]): Ranked | undefined {
  const { ranked } = pair.alignmentOf(at)
  const [best, ...others] = ranked.filter(({ share }) => share >= (ranked[0]?.share ?? 0) * AS_WELL)
  if (others.length === 0) return best
  const own = new Set(said.map(token => token.stem))
  const likeness = ({ place }: Ranked): number => {
    const { from = 0, to = 0 } = facts.sentences[place] ?? {}
    const keys = new Set(saying(facts.tokens.slice(from, Math.min(to, from + 2 * LONGEST))).map(token => token.stem))
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

function saying(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(token => token.kind !== 'mark')
}

const PARTS: ReadonlySet<string> = new Set(',，;；:：')

/** Stretches between commas, marks left out. */
function clausesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const clauses: Token[][] = [[]]
  for (const token of tokens) {
    if (PARTS.has(token.text)) clauses.push([])
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
  const keys = new Set(said.map(token => token.stem))
  const alike = clauses
    .map(clause => ({ clause, shared: clause.filter(token => keys.has(token.stem)).length }))
    .filter(({ shared }) => shared / said.length >= REPEATS)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, CLAUSES)
  const denies = isDenied(said)
  const near = alike
    .map(({ clause }) => gapsOf(said, clause))
    .filter(gaps => missing(gaps) <= (1 - REPEATS) * said.length)
  const [best] = near
  const [first] = alike
  const order = first === undefined ? null : swapped(said, first.clause)
  if (best === undefined || order !== null) return order
  // Another clause like it may have the denial, or leave it out, or say it at its end: "pay nothing".
  const isOther =
    alike.every(({ clause }) => isDenied(clause) !== denies) &&
    !clauses.some(clause => clause.some(isException)) &&
    !speaksOfAnother(said, first?.clause ?? [], clauses)
  return (
    (isOther && near.every(gaps => negated(gaps) !== null) ? negated(best) : null) ??
    crossed(said, near) ??
    replaced(facts, pair, said, best)
  )
}

const CLAUSES = 3

/** Half of it stands in one clause of the passage and half in another one like it: none says all of it. */
function crossed(said: readonly Token[], near: readonly (readonly Gap[])[]): Finding | null {
  const [one, other] = near
  if (one === undefined || other === undefined || near.some(gaps => missing(gaps) === 0)) return null
  const lacking = one.flatMap(gap => gap.said)
  const elsewhere = new Set(other.flatMap(gap => gap.said))
  if ([...lacking, ...elsewhere].some(({ word }) => NEGATES.has(word))) return null
  if (lacking.some(token => elsewhere.has(token)) || lacking.every(token => isLittle(token.word))) return null
  if (said.some(token => /^(?:and|or|和|与|及|都|均|either|both)$/u.test(token.word))) return null
  return {
    result: 'doubt',
    reason: 'order-differs',
    values: { first: wordsOf([...elsewhere]), second: wordsOf(lacking) },
  }
}

const NEGATES: ReadonlySet<string> = new Set(
  "not no never cannot neither nor without none don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't shouldn't wouldn't hasn't haven't hadn't mustn't 不 没 未 无 非 勿 莫 别".split(
    ' ',
  ),
)
/** After these a negation denies nothing: not only, 不仅, 不同, 非常, 无论, 不断. */
const NO_DENIAL =
  /^(?:only|just|merely|longer|matter|more|less|fewer|later|earlier|超|到|满|仅|但|只|同|断|少|过|常|论|管|久|妨|禁|得|时|足|锈|别|来|需|用|必|止|如|再)/u

/** An odd number of denials, those that say it by themselves among them. */
function isDenied(tokens: readonly Token[]): boolean {
  const count = tokens.filter(
    ({ word }, i) =>
      (NEGATES.has(word) && !NO_DENIAL.test(tokens[i + 1]?.word ?? '')) || word === 'nothing' || word === 'nobody',
  ).length
  return count % 2 === 1
}

/** Whether a clause has its subject from another one: "the tower was not pulled down, but the shed was". */
function speaksOfAnother(
  said: readonly Token[],
  clause: readonly Token[],
  clauses: readonly (readonly Token[])[],
): boolean {
  const here = new Set(clause.map(({ stem }) => stem))
  const there = new Set(clauses.flatMap(other => other.map(({ stem }) => stem)))
  return said.some(({ kind, word, stem }) => kind === 'word' && !isLittle(word) && !here.has(stem) && there.has(stem))
}

/** What a rule leaves out is not denied by it. */
function isException({ word }: Token): boolean {
  return /^(?:except|unless|other|除|外)$/u.test(word)
}

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

/** Words of speech that stand for one another wherever they are. */
const LOOSE_HAN =
  /[可以能够因为由于所但是不过而且并如果通过进行已经非常很更最多少也还都会要将把被让使得的了着过及与和或等对从向在中上下里外其此这那个种些该每各又就才再只]/u

/** One thing of the passage in the place of another, words that both have right and left of it. */
function replaced(facts: PassageFacts, pair: PairFacts, said: readonly Token[], gaps: readonly Gap[]): Finding | null {
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
    if (isBetweenAsked(asked, said, gap)) continue
    if (!holds(facts.plain, plain) || holds(all, other) || holds(asked, plain)) continue
    return { result: 'doubt', reason: 'words-differ', values: { said: words, passage: instead } }
  }
  return null
}

/** Between two things that are asked about stands what one does to the other: 支持 or 赞成. Chinese. */
function isBetweenAsked(asked: string, said: readonly Token[], { said: words }: Gap): boolean {
  const from = said.findIndex(token => token === words[0])
  const [left, right] = [
    said.slice(Math.max(0, from - 2), from),
    said.slice(from + words.length, from + words.length + 2),
  ]
  if (left.length < 2 || right.length < 2 || words.some(({ kind }) => kind !== 'han')) return false
  return [left, right].every(two => asked.includes(two.map(({ text }) => text).join('')))
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
    words.every(token => token.word.length > 2 && !/(?:ed|ing|ly)$/u.test(token.word) && !isPastVerb(token))
  )
}

/** Found, gave: their stem is another word. */
function isPastVerb({ word, stem }: Token): boolean {
  return !word.startsWith(stem) && !word.endsWith('s')
}
