import type { Alignment } from '#core/verification/support/alignment'
import {
  compares,
  countsAList,
  isHalfOrRest,
  isReckoned,
  isRoundingOf,
  isToldShort,
  reckons,
} from '#core/verification/support/derivable'
import type { Finding } from '#core/verification/support/finding'
import { fitOf, saidAround } from '#core/verification/support/fit'
import { misplaced } from '#core/verification/support/misplaced'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import {
  backs,
  close,
  dayOf,
  isMeasured,
  isSameKind,
  measuresAlike,
  type Quantity,
  sameNoun,
} from '#core/verification/support/quantity'
import { judgeReckoning } from '#core/verification/support/reckoned-words'
import {
  backing,
  differs,
  free,
  isBacked,
  isSurelyBacked,
  namesNothing,
  type Room,
  unknown,
} from '#core/verification/support/room'
import { isOperand, isShown, isSupposed } from '#core/verification/support/shown-parts'
import { followsFromTimes, isNamedSpan } from '#core/verification/support/spans'
import { isCase } from '#core/verification/support/supposed'
import { isBesideYear, isSingle } from '#core/verification/support/told-otherwise'

/** From this share on a sentence of the passage is what a sentence of the pair speaks of. */
const SPEAKS = 0.3

/** Sentences that share so much less than the best one are not looked at for what stands in the place of a number. */
const ELSEWHERE = 0.6

/** What counts the ways of putting something rather than things: "two reasons", 三个方面. */
const PUTTING = new Set(
  'reason way step kind type factor point part thing stage example condition purpos benefit advantag method caus sentenc word line paragraph bullet fact case group categori item form element aspect main key different sid question 原因 方面 步骤 种方 个条 条件 因素 方式 方法 阶段 部分 特点 作用 要点 用途 类型 情况 句话 目的 好处 优点 缺点 问题'.split(
    ' ',
  ),
)

/** Judges every number, date and measure that a pair claims against its passage (rules SUPPORT1 to SUPPORT6, SUPPORT27, SUPPORT28). */
export function judgeNumbers(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  const said = [...pair.instruction.quantities, ...pair.reasoning.quantities, ...pair.response.quantities]
  if (said.length === 0) return []
  const used = facts.quantities.map(source => said.some(claim => backs(source, claim)))
  const room: Room = { facts, pair, used, known: [...facts.quantities, ...facts.outside], backed: new Map() }
  return [...ofInstruction(room), ...(pair.steps ? ofSteps(room) : ofResponse(room)), ...judgeReckoning(pair)]
}

function ofResponse(room: Room): Finding[] {
  const { pair } = room
  const given = pair.instruction.quantities
  const bare = pair.response.tokens.length <= 4
  return pair.response.quantities.flatMap(claim => {
    if ((claim.loose && !(bare && claim.values[0] === 1)) || pair.isVerbatim(claim.start)) return []
    const asked = given.some(one => backs(one, claim))
    // "Line 3" of the question is no count.
    if (asked && (!isBacked(room, claim) || NAMES_ONE.test(pair.response.text.slice(claim.end)))) return []
    const named = bare ? withNounOfQuestion(claim, pair) : claim
    return judge(room, named, 'response', bare)
  })
}

/** Behind a number that tells one of several: 三号线, 305路. */
const NAMES_ONE = /^[号路线楼层]/u

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
  const supposes = isSupposed(pair)
  return pair.instruction.quantities.flatMap(claim => {
    if (claim.loose || claim.small || isOfAnswer(claim, pair.instruction.text) || liesWithin(claim, room.facts))
      return []
    if (!isBacked(room, claim) && (supposes || isCase(room.facts, claim, pair.instruction.text))) return []
    // "Was it lit in 1850?" "Yes, since 1841.": the answer says what holds.
    if (pair.yesNo && pair.response.quantities.some(one => isSameKind(one, claim) && !backs(one, claim))) return []
    return judge(room, claim, 'instruction', false).map(found =>
      supposes ? { ...found, result: 'doubt' as const } : found,
    )
  })
}

/** A child of ten, where the passage says "from 6 to 15 years". */
function liesWithin({ unit, values, kind }: Quantity, { quantities, text }: PassageFacts): boolean {
  const [value] = values
  if (value === undefined || unit === null || kind !== 'plain') return false
  return quantities.some((from, i) => {
    const to = quantities[i + 1]
    const [least, most] = [from.values[0], to?.values[0]]
    if (to === undefined || least === undefined || most === undefined || to.start - from.end > 6) return false
    if (from.unit?.measures !== to.unit?.measures || !measuresAlike(to.unit, unit) || to.unit === null) return false
    if (!/^\s*(?:to|and|[-–—~～至到])\s*$/u.test(text.slice(from.end, to.start))) return false
    const amount = value * unit.factor
    return amount > least * (from.unit?.factor ?? 1) && amount < most * to.unit.factor
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
      (claim.small && !isPremise(claim, pair)) ||
      reached.some(source => isAsMuch(source, claim) || isWithoutScale(claim, source)) ||
      followsFromTimes(claim, reached) ||
      isToldShort(claim, reached) ||
      (isPremise(claim, pair) ? isConversion(claim, reached) : isReckoned(claim, reached.slice(-REACH), 'steps'))
    if (derived) reached.push(claim)
    else findings.push({ result: 'doubt', reason: 'number-unknown', values: { said: claim.text } })
  }
  return findings
}

/** The same amount; the eighth is no eight. */
function isAsMuch(source: Quantity, claim: Quantity): boolean {
  if (source.kind === 'ordinal' && claim.kind !== 'ordinal') return false
  return backs(source, claim) || isRoundingOf(claim, source)
}

/** What is reckoned with: 50 of 6×50=300, and of "50 a house" before it. It has to be told, not made. */
function isPremise(claim: Quantity, { reasoning, response }: PairFacts): boolean {
  const { text } = reasoning.quantities.includes(claim) ? reasoning : response
  const before = /[^,，。;；\n]{0,40}$/u.exec(text.slice(0, claim.start))?.[0] ?? ''
  const behind = /^[^,，。;；\n]{0,40}/u.exec(text.slice(claim.end))?.[0] ?? ''
  if (/[=＝≈]\s*$/u.test(before)) return false
  if (/(?:[×÷*·+]|\bx)\s*$/iu.test(before) || /^\s*(?:[×÷*·+]|x\b)/iu.test(behind)) return true
  return EACH.test(before) && !RESULTS.test(before + behind)
}

/** Words and signs of a clause that says what something makes. */
const RESULTS =
  /[=＝≈×÷*+−]|\d\s*-\s*\d|[共总合得即是为剩差多少用需要]|\b(?:so|thus|therefore|makes?|made|totals?|gives?|leaves?|left|sum|altogether|is|are|was|were|equals?|means?|costs?|needs?|comes?)\b/iu

/** Minutes of an hour, months of a year, hundredths: numbers that everyone reckons with. */
const CONVERTS: ReadonlySet<number> = new Set([
  0.5, 1, 2, 4, 7, 10, 12, 24, 30, 31, 52, 60, 100, 360, 365, 366, 1000, 3600, 10_000, 100_000_000,
])

/** Such a number, or a share as a part of one: 0.12 or 1.12 of 12 %. */
function isConversion({ values: [value = 0] }: Quantity, reached: readonly Quantity[]): boolean {
  if (CONVERTS.has(value)) return true
  return reached.some(({ values: [known = 0], unit }) => {
    const part = unit?.measures === 'ratio' ? known * unit.factor : 0
    return part !== 0 && (close(value, part, 1e-9) || close(Math.abs(value - 1), part, 1e-9))
  })
}

/** 1.2 − 0.93 = 0.27 of 1.2亿元 and 0.93亿元: reckoned is with the digits alone. */
function isWithoutScale(claim: Quantity, { scale, values }: Quantity): boolean {
  const [said, known] = [claim.values[0], values[0]]
  return scale > 1 && claim.scale === 1 && said !== undefined && known !== undefined && close(said, known / scale, 1e-9)
}

/** Numbers that a step may be made of: those named last. */
const REACH = 40

function judge(room: Room, claim: Quantity, part: 'instruction' | 'response', bare: boolean): Finding[] {
  if (isSurelyBacked(room, claim)) {
    if (isOperand(claim, room.pair[part].text)) return []
    const found = misplaced(room, claim, part)
    return found === null || isSpan(room, claim) || isDifference(room, claim, part) ? [] : [found]
  }
  if (follows(room, claim) || isRest(room, claim) || (part === 'response' && isShown(room, claim))) return []
  const unit = otherUnit(room, claim)
  if (unit?.alike === true && !asksDifference(room, claim)) return [differs('unit-differs', 'fail', claim, unit.source)]
  if (isDerived(room, claim, unit === null)) return []
  if (isBacked(room, claim)) {
    const found = misplaced(room, claim, part) ?? countedOtherwise(room, claim)
    return found === null ? [] : [found]
  }
  if (unit !== null) return [differs('unit-differs', 'fail', claim, unit.source)]
  const alignment = part === 'instruction' ? room.pair.asked() : room.pair.alignmentOf(claim.start)
  const counterpart = counterpartOf(room, claim, alignment, claim.small && !bare)
  if (counterpart !== null) return [differs('number-differs', 'fail', claim, counterpart)]
  if (claim.small && countsAList(claim, [room.pair.response.text, ...sentencesAround(room, claim)])) return []
  if (claim.small && !bare && !isMeasured(claim)) return isManner(claim) ? [] : [unknown(claim, 'doubt')]
  return [unknown(claim, 'fail')]
}

function isManner(claim: Quantity): boolean {
  return claim.values[0] === 2 || claim.kind === 'ordinal' || claim.nouns.some(noun => PUTTING.has(noun))
}

/** It rounds a number of the passage, or follows from its times. */
function follows(room: Room, claim: Quantity): boolean {
  if (isNamedSpan(claim, room.facts.text)) return true
  if (room.known.some(source => isRoundingOf(claim, source))) return true
  if (claim.kind === 'year' && isNextYear(room, claim)) return true
  if (isSingle(room.facts, claim) || isBesideYear(room.facts, claim)) return true
  const near = claim.kind === 'year' ? nearby(room, claim) : [...room.known, ...nearby(room, claim)]
  return followsFromTimes(claim, near)
}

/** 2018, where the passage says "2,400 more than in the year before" of 2019. */
function isNextYear(room: Room, claim: Quantity): boolean {
  const around = sentencesAround(room, claim).join('\n')
  const off = YEAR_BEFORE.test(around) ? 1 : YEAR_AFTER.test(around) ? -1 : 0
  const value = claim.values[0] ?? 0
  return off !== 0 && nearby(room, claim).some(one => (dayOf(one)?.year ?? Number.NaN) === value + off)
}

const YEAR_BEFORE = /\byear (?:before|earlier)\b|\b(?:previous|preceding) year\b|上一?年|前一年/iu
const YEAR_AFTER = /\byear (?:after|later)\b|\b(?:next|following) year\b|[次翌]年|第二年/iu

/** A length of time between two that are told, which may also be told of something else. */
function isSpan(room: Room, claim: Quantity): boolean {
  return claim.kind !== 'year' && followsFromTimes(claim, nearby(room, claim))
}

/** A difference of two numbers that the pair speaks of, where its own clause compares: "33 metres less than today". */
function isDifference(room: Room, claim: Quantity, part: 'instruction' | 'response'): boolean {
  const { text } = room.pair[part]
  const clause = CLAUSE_BEFORE.exec(text.slice(0, claim.start))?.[0] ?? ''
  const behind = CLAUSE_BEHIND.exec(text.slice(claim.end))?.[0] ?? ''
  return compares(`${clause}#${behind}`) && isReckoned(claim, nearby(room, claim), 'differences')
}

const CLAUSE_BEFORE = /[^,.;:，。；：]{0,60}$/u
const CLAUSE_BEHIND = /^[^,.;:，。；：]{0,60}/u

/** A half, a double or the rest of what is told there. */
function isRest(room: Room, claim: Quantity): boolean {
  const { instruction, response } = room.pair
  const around = sentencesAround(room, claim).join('\n')
  return isHalfOrRest(claim, nearby(room, claim), around, `${instruction.text}\n${response.text}`)
}

/** Made of numbers that the pair says, or that stand in the sentences that it speaks of. */
function isDerived(room: Room, claim: Quantity, rounded: boolean): boolean {
  const shown = reckons(room.pair)
  const each = shown === 'sums' && EACH.test(sentencesAround(room, claim).join('\n')) ? 'products' : shown
  const how = each === 'products' && !rounded ? 'sums' : each
  const told = room.pair.response.quantities.filter(one => one.start !== claim.start)
  return (
    isReckoned(claim, told, 'sums') ||
    (how !== null &&
      isReckoned(claim, nearby(room, claim), how, saidBeside(room, claim)) &&
      (shown !== 'sums' || each === 'products' || !isTold(room, claim))) ||
    isComparison(room, claim) ||
    isRestThere(room, claim)
  )
}

/** One number of the kind stands amid all that the pair says around its own, and the others do not: then it is no sum of them. */
function isTold(room: Room, claim: Quantity): boolean {
  if (!room.pair.response.quantities.includes(claim)) return false
  const rivals = free(room, claim)
  const fit = fitOf(room.facts, saidAround(room.pair, claim, 'response').all, NONE)
  const [best = 0, next = 0] = rivals.map(fit.of).sort((a, b) => b - a)
  return fit.whole > 0 && best >= ALL_OF_IT * fit.whole && next < AS_MUCH * fit.whole
}

const NONE: ReadonlySet<number> = new Set()
const ALL_OF_IT = 0.9
const AS_MUCH = 0.75

/** "How many years longer …?": the difference of two numbers, whatever else has the same figure. */
function asksDifference(room: Room, claim: Quantity): boolean {
  return compares(room.pair.instruction.text) && isReckoned(claim, nearby(room, claim), 'differences')
}

/** The passage compares two numbers, and this is the third of them: 312 people, 14 fewer than before. */
function isComparison(room: Room, claim: Quantity): boolean {
  const { facts } = room
  const { ranked } = room.pair.alignmentOf(claim.start)
  return ranked.slice(0, COMPARED).some(({ place }) => {
    const sentence = facts.sentences[place]
    if (sentence === undefined || !compares(facts.text.slice(sentence.start, sentence.end))) return false
    const here = facts.quantities.filter((_, i) => facts.quantitySentence[i] === place)
    return isReckoned(claim, here, 'sums')
  })
}

/** "180 of the 310 are of wood, the rest of metal": what the passage says of the rest. */
function isRestThere({ facts, pair }: Room, claim: Quantity): boolean {
  const [best] = pair.alignmentOf(claim.start).ranked
  const sentence = facts.sentences[best?.place ?? -1]
  if (sentence === undefined || !RESTS_THERE.test(facts.text.slice(sentence.start, sentence.end))) return false
  const here = facts.quantities.filter((_, i) => facts.quantitySentence[i] === best?.place)
  return isReckoned(claim, here, 'differences')
}

const RESTS_THERE =
  /\bof (?:them|these|those|whom|which)\b|其中|\bthe (?:rest|others?|remain\w{3,8})\b|其余|剩下|余下|其他/iu
const COMPARED = 2
const EACH = /\b(?:each|every|per|apiece)\b|每|各/iu

function saidBeside({ pair }: Pick<Room, 'pair'>, claim: Quantity): readonly Quantity[] {
  return [...pair.instruction.quantities, ...pair.response.quantities].filter(
    one => one.text !== claim.text || one.start !== claim.start,
  )
}

function nearby({ facts, pair }: Room, claim: Quantity): readonly Quantity[] {
  const places = new Set(pair.alignmentOf(claim.start).ranked.map(({ place }) => place))
  return [
    ...saidBeside({ pair }, claim),
    ...facts.quantities.filter((_, i) => places.has(facts.quantitySentence[i] ?? -1)),
  ]
}

function sentencesAround({ facts, pair }: Room, claim: Quantity): string[] {
  const { ranked } = pair.alignmentOf(claim.start)
  return ranked
    .slice(0, 2)
    .map(({ place }) => facts.text.slice(facts.sentences[place]?.start, facts.sentences[place]?.end))
}

/**
 * The passage has the figure of a measure only as a count of things, or the other way round. In Chinese what stands right
 * behind a number is its measure; in English the noun of a count may name a measure that is not known here.
 */
function countedOtherwise(room: Room, claim: Quantity): Finding | null {
  if (isEnglishCount(claim) || room.facts.outside.some(source => backs(source, claim))) return null
  const here = backing(room, claim).flatMap(i => room.facts.quantities[i] ?? [])
  const [source] = here
  if (source === undefined || here.some(one => one.loose || namesNothing(one) || isMeasured(one) === isMeasured(claim)))
    return null
  return differs('unit-differs', 'doubt', claim, source)
}

function isEnglishCount({ unit, nouns }: Quantity): boolean {
  return unit === null && !/\p{sc=Han}/u.test(nouns[0] ?? '')
}

/** The same figure with another measure: 20 km for 20 miles, or (not `alike`) 20 km for 20 percent. */
function otherUnit({ facts }: Room, claim: Quantity): { readonly source: Quantity; readonly alike: boolean } | null {
  if (!isMeasured(claim)) return null
  const [value] = claim.values
  const same = facts.quantities.filter(
    source => isMeasured(source) && source.values[0] === value && source.kind === 'plain',
  )
  const source = same.find(one => measuresAlike(one.unit, claim.unit))
  if (source !== undefined) return { source, alike: true }
  return same[0] === undefined ? null : { source: same[0], alike: false }
}

/** What the passage says in the place of the claim: of the same kind, not said by the pair, in the sentences that it speaks of. */
function counterpartOf({ facts, used }: Room, claim: Quantity, alignment: Alignment, strict: boolean): Quantity | null {
  const free = (place: number): boolean => used[place] === false
  let nearest: Quantity | null = null
  const best = alignment.ranked[0]?.share ?? 0
  for (const { place, share } of alignment.ranked) {
    if (share < Math.max(SPEAKS, best * ELSEWHERE)) continue
    for (const [i, source] of facts.quantities.entries()) {
      if (facts.quantitySentence[i] !== place || !free(i) || !isSameKind(claim, source)) continue
      if (source.loose && !(source.kind === 'ordinal' && sameNoun(claim, source))) continue
      const alike = sameNoun(claim, source) || (claim.counter !== null && claim.counter === source.counter)
      if (strict && !alike) continue
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
