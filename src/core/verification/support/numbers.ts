import type { Range } from '#core/synthesis/pair'
import { type Alignment, shareNear, speaksOf } from '#core/verification/support/alignment'
import {
  countsAList,
  followsFromYears,
  isHalfOrRest,
  isReckoned,
  isRoundingOf,
  reckons,
} from '#core/verification/support/derivable'
import { belongsTo } from '#core/verification/support/clauses'
import type { Finding } from '#core/verification/support/finding'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import {
  backs,
  dayOf,
  isBare,
  isMeasured,
  isSameKind,
  measuresAlike,
  type Quantity,
  sameNoun,
} from '#core/verification/support/quantity'

/** From this share on a sentence of the passage is what a sentence of the pair speaks of. */
const SPEAKS = 0.3

/** A number that stands elsewhere is doubted when the sentence around it is this much worse than the best one. */
const ELSEWHERE = 0.6

/** What counts the ways of putting something rather than things: "two reasons", 三个方面. */
const PUTTING = new Set(
  'reason way step kind type factor point part thing stage example condition purpos benefit advantag method caus sentenc word line paragraph bullet fact case group categori item form element aspect main key different sid question 原因 方面 步骤 种方 个条 条件 因素 方式 方法 阶段 部分 特点 作用 要点 用途 类型 情况 句话 目的 好处 优点 缺点 问题'.split(
    ' ',
  ),
)

/** Judges every number, date and measure that a pair claims against its passage (rules SUPPORT1 to SUPPORT6). */
export function judgeNumbers(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  const said = [...pair.instruction.quantities, ...pair.reasoning.quantities, ...pair.response.quantities]
  if (said.length === 0) return []
  const used = facts.quantities.map(source => said.some(claim => backs(source, claim)))
  const room: Room = { facts, pair, used, known: [...facts.quantities, ...facts.outside] }
  return [...ofInstruction(room), ...(pair.steps ? ofSteps(room) : ofResponse(room))]
}

interface Room {
  readonly facts: PassageFacts
  readonly pair: PairFacts
  /** For each number of the passage: whether the pair says it. */
  readonly used: readonly boolean[]
  readonly known: readonly Quantity[]
}

function ofResponse(room: Room): Finding[] {
  const { pair } = room
  const given = pair.instruction.quantities
  const bare = pair.response.tokens.length <= 4
  return pair.response.quantities.flatMap(claim => {
    if ((claim.loose && !(bare && claim.values[0] === 1)) || pair.isVerbatim(claim.start)) return []
    const asked = given.some(one => backs(one, claim))
    if (asked && !isBacked(room, claim)) return []
    const named = bare ? withNounOfQuestion(claim, pair) : claim
    return judge(room, named, pair.alignmentOf(claim.start), bare)
  })
}

/** "How many keepers …?" "24." */
function withNounOfQuestion(claim: Quantity, { instruction }: PairFacts): Quantity {
  if (isMeasured(claim) || claim.nouns.length > 0 || claim.kind !== 'plain') return claim
  const { tokens, quantities } = instruction
  const at = tokens.findIndex((token, i) => token.word === 'many' && tokens[i - 1]?.word === 'how')
  if (at >= 0) {
    const nouns = tokens
      .slice(at + 1, at + 4)
      .flatMap(token => (token.kind === 'word' ? [token.word.replace(/s$/u, '')] : []))
    return { ...claim, nouns }
  }
  return quantities.length === 0 ? claim : { ...claim }
}

/** SUPPORT6: what an instruction presupposes. Nothing of an instruction that the response denies. */
function ofInstruction(room: Room): Finding[] {
  const { pair } = room
  if (pair.denies || pair.steps) return []
  const supposes = /\b(?:if|suppose|imagine|assume|assuming|say)\b|假设|假如|如果|假定|倘若|设/iu.test(
    pair.instruction.text,
  )
  return pair.instruction.quantities.flatMap(claim => {
    if (claim.loose || claim.small || isOfAnswer(claim, pair.instruction.text)) return []
    // "Was it lit in 1850?" "Yes, since 1841.": the answer says what holds.
    if (pair.yesNo && pair.response.quantities.some(one => isSameKind(one, claim) && !backs(one, claim))) return []
    return judge(room, claim, pair.asked(), false).map(found =>
      supposes ? { ...found, result: 'doubt' as const } : found,
    )
  })
}

/** "in 50 words", 用100字: how long the answer shall be. */
function isOfAnswer(claim: Quantity, text: string): boolean {
  if (claim.nouns.some(noun => PUTTING.has(noun))) return true
  return /^\s*(?:[个]?(?:汉?字|词|句|行|条|点)|words?\b|sentences?\b|characters?\b|lines?\b)/iu.test(
    text.slice(claim.end, claim.end + 14),
  )
}

/** SUPPORT4: each number of the steps stands in passage or question, or is made of those before it. */
function ofSteps(room: Room): Finding[] {
  const { pair, known } = room
  const reached = [...known, ...pair.instruction.quantities]
  const findings: Finding[] = []
  for (const claim of [...pair.reasoning.quantities, ...pair.response.quantities]) {
    const derived =
      claim.loose ||
      claim.small ||
      reached.some(source => backs(source, claim) || isRoundingOf(claim, source)) ||
      followsFromYears(claim, reached) ||
      isReckoned(claim, reached.slice(-REACH), 'steps')
    if (derived) reached.push(claim)
    else findings.push({ result: 'doubt', reason: 'number-unknown', values: { said: claim.text } })
  }
  return findings
}

/** Numbers that a step may be made of: those named last. */
const REACH = 40

function isBacked({ facts, known }: Room, claim: Quantity): boolean {
  if (!known.some(source => backs(source, claim))) return false
  const day = dayOf(claim)
  if (day === null || day.year === null || day.month === null) return true
  // A day of a year: the year has to be told as well, beside the day or elsewhere.
  return [...facts.quantities, ...facts.outside].some(source => dayOf(source)?.year === day.year)
}

function judge(room: Room, claim: Quantity, alignment: Alignment, bare: boolean): Finding[] {
  if (isBacked(room, claim)) return misplaced(room, claim, alignment)
  if (isDerived(room, claim)) return []
  const unit = otherUnit(room, claim)
  if (unit !== null) return [differs('unit-differs', 'fail', claim, unit)]
  const counterpart = counterpartOf(room, claim, alignment, claim.small && !bare)
  if (counterpart !== null) return [differs('number-differs', 'fail', claim, counterpart)]
  if (claim.small && countsAList(claim, [room.pair.response.text, ...sentencesAround(room, claim)])) return []
  if (claim.small && !bare && !isMeasured(claim)) return isManner(claim) ? [] : [unknown(claim, 'doubt')]
  return [unknown(claim, 'fail')]
}

function isManner(claim: Quantity): boolean {
  return claim.values[0] === 2 || claim.kind === 'ordinal' || claim.nouns.some(noun => PUTTING.has(noun))
}

function isDerived(room: Room, claim: Quantity): boolean {
  const { facts, pair, known } = room
  if (known.some(source => isRoundingOf(claim, source))) return true
  if (followsFromYears(claim, known)) return true
  if (isHalfOrRest(claim, known, sentencesAround(room, claim).join('\n'), pair.instruction.text + pair.response.text))
    return true
  const how = reckons(pair)
  return how !== null && isReckoned(claim, [...pair.instruction.quantities, ...facts.quantities], how)
}

function sentencesAround({ facts, pair }: Room, claim: Quantity): string[] {
  const { ranked } = pair.alignmentOf(claim.start)
  return ranked
    .slice(0, 2)
    .map(({ place }) => facts.text.slice(facts.sentences[place]?.start, facts.sentences[place]?.end))
}

/** The same figure with another measure: 20 km for 20 miles. */
function otherUnit({ facts }: Room, claim: Quantity): Quantity | null {
  if (!isMeasured(claim)) return null
  const [value] = claim.values
  const same = facts.quantities.filter(
    source => isMeasured(source) && source.values[0] === value && source.kind === 'plain',
  )
  return same.find(source => measuresAlike(source.unit, claim.unit)) ?? same[0] ?? null
}

/** What the passage says in the place of the claim: of the same kind, not said by the pair, in the sentences that it speaks of. */
function counterpartOf({ facts, used }: Room, claim: Quantity, alignment: Alignment, strict: boolean): Quantity | null {
  const free = (place: number): boolean => used[place] === false
  let nearest: Quantity | null = null
  const best = alignment.ranked[0]?.share ?? 0
  for (const { place, share } of alignment.ranked) {
    if (share < Math.max(SPEAKS, best * ELSEWHERE)) continue
    for (const [i, source] of facts.quantities.entries()) {
      if (facts.quantitySentence[i] !== place || !free(i) || source.loose || !isSameKind(claim, source)) continue
      if (strict && !sameNoun(claim, source)) continue
      if (sameNoun(claim, source) && !isMeasured(claim)) return source
      nearest ??= source
    }
    if (nearest !== null) return nearest
  }
  if (isMeasured(claim) || claim.nouns.length === 0) return null
  const named = facts.quantities.filter(
    (source, i) => free(i) && !source.loose && !isMeasured(source) && sameNoun(claim, source),
  )
  return named.length === 1 ? (named[0] ?? null) : null
}

/** SUPPORT5: a number that the passage has, but of something else than what the pair speaks of. */
function misplaced(room: Room, claim: Quantity, alignment: Alignment): Finding[] {
  const { facts, pair } = room
  const [best] = alignment.ranked
  if (best === undefined || best.share < SPEAKS || facts.outside.some(source => backs(source, claim))) return []
  const places = facts.quantities.flatMap((source, i) => (backs(source, claim) ? [i] : []))
  const backing = places.map(i => facts.quantities[i]).filter(source => source !== undefined)
  const thing = otherThing(room, claim, backing)
  if (thing !== null) return [thing]
  const clause = otherClause(room, claim, places)
  if (clause !== null) return [differs('number-differs', 'doubt', claim, clause)]
  if (claim.small || backing.some(source => isQuoted(pair, source) || (!isMeasured(claim) && sameNoun(source, claim))))
    return []
  const sentences = places.map(i => facts.quantitySentence[i] ?? -9)
  if (shareNear(alignment, sentences, 0) >= best.share * ELSEWHERE) return []
  if (speaksOf(facts, pair.queryAt(claim.start), sentences, best.place)) return []
  const instead = free(room, claim).find(i => facts.quantitySentence[i] === best.place)
  const source = facts.quantities[instead ?? -1]
  return source === undefined ? [] : [differs('number-differs', 'doubt', claim, source)]
}

/** Numbers of the passage that could stand for the claim and that the pair does not say. */
function free({ facts, used }: Room, claim: Quantity): readonly number[] {
  return facts.quantities.flatMap((source, i) =>
    used[i] === false && !source.loose && isSameKind(claim, source) ? [i] : [],
  )
}

/** The passage counts this thing otherwise, and has the number only of other things. */
function otherThing(room: Room, claim: Quantity, backing: readonly Quantity[]): Finding | null {
  const { facts } = room
  const sources = free(room, claim)
    .map(i => facts.quantities[i])
    .filter(source => source !== undefined)
  if (isMeasured(claim)) {
    if (!backing.every(source => source.unit === null && source.nouns.length > 0)) return null
    const source = sources.find(other => other.unit?.measures === claim.unit?.measures)
    return source === undefined ? null : differs('number-differs', 'fail', claim, source)
  }
  if (claim.nouns.length === 0 || claim.kind !== 'plain') return null
  if (backing.some(source => sameNoun(source, claim) || isBare(source))) return null
  const source = sources.find(other => sameNoun(other, claim))
  if (source === undefined) return null
  return differs('number-differs', backing.every(isMeasured) ? 'fail' : 'doubt', claim, source)
}

/** In one sentence, the number of the clause that the pair does not speak of: "copper melts at 1,085 °C, tin at 232 °C". */
function otherClause(room: Room, claim: Quantity, places: readonly number[]): Quantity | null {
  const { facts, pair } = room
  const query = pair.queryAt(claim.start)
  const sources = free(room, claim)
  const attribute = attributeOf(pair, claim)
  for (const i of sources) {
    const source = facts.quantities[i]
    const sentence = facts.quantitySentence[i]
    if (source === undefined || sentence === undefined) continue
    const here = places.filter(place => facts.quantitySentence[place] === sentence)
    if (here.length !== places.length) continue
    if (here.every(place => belongsTo(facts, sentence, query, facts.quantities[place]?.start ?? 0, source.start)))
      return source
    const named = facts.text[source.start - 1]
    if (
      attribute !== null &&
      named === attribute &&
      here.every(place => facts.text[(facts.quantities[place]?.start ?? 0) - 1] !== attribute)
    )
      return source
  }
  return null
}

const ATTRIBUTES = /[长宽高深厚重]/u

/** 宽24米, 有多宽: the character that says what is measured; null where none does. */
function attributeOf({ instruction, response }: PairFacts, claim: Quantity): string | null {
  const before = response.text[claim.start - 1] ?? ''
  if (ATTRIBUTES.test(before)) return before
  return /多(?:少)?([长宽高深厚重])/u.exec(instruction.text)?.[1] ?? null
}

function isQuoted({ evidence }: PairFacts, source: Range | undefined): boolean {
  return (
    source !== undefined &&
    evidence.some(range => range.how !== 'nearest' && range.start <= source.start && range.end >= source.end)
  )
}

function differs(reason: string, result: Finding['result'], claim: Quantity, source: Quantity): Finding {
  return {
    result,
    reason,
    values: { said: claim.text, passage: source.text },
    ranges: [{ start: source.start, end: source.end }],
  }
}

function unknown(claim: Quantity, result: Finding['result']): Finding {
  return { result, reason: 'number-unknown', values: { said: claim.text } }
}
