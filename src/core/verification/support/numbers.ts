import type { Alignment } from '#core/verification/support/alignment'
import { countsAList, countsCharacters, countsRows } from '#core/verification/support/derivable'
import type { Finding } from '#core/verification/support/finding'
import { asksDifference, follows, isDerived, isDifference, isRest, isSpan } from '#core/verification/support/made'
import { sentencesAround } from '#core/verification/support/near'
import { misplaced } from '#core/verification/support/misplaced'
import { ofSteps } from '#core/verification/support/number-steps'
import type { PairFacts } from '#core/verification/support/pair-facts'
import { judgeRanges } from '#core/verification/support/range-ends'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import {
  backs,
  dayOf,
  isMeasured,
  isSameKind,
  measuresAlike,
  type Quantity,
  sameNoun,
} from '#core/verification/support/quantity'
import { quotedOtherwise } from '#core/verification/support/quoted'
import { judgeReckoning } from '#core/verification/support/reckoned-words'
import {
  backing,
  differs,
  isBacked,
  isSurelyBacked,
  matchesOf,
  namesNothing,
  type Room,
  unknown,
} from '#core/verification/support/room'
import {
  followsFromCase,
  isBase,
  isOfCase,
  isOperand,
  isShown,
  isSupposed,
} from '#core/verification/support/shown-parts'
import { isCase } from '#core/verification/support/supposed'

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

/** Judges every number, date and measure that a pair claims against its passage (rules SUPPORT1 to SUPPORT6, SUPPORT27, SUPPORT28, SUPPORT29 to SUPPORT32). */
export function judgeNumbers(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  const said = [...pair.instruction.quantities, ...pair.reasoning.quantities, ...pair.response.quantities]
  if (said.length === 0) return []
  const same = new Map(said.map(claim => [claim, matchesOf(facts, claim)] as const))
  const used = facts.quantities.map(() => false)
  for (const places of same.values()) for (const place of places) used[place] = true
  const room: Room = { facts, pair, used, known: [...facts.quantities, ...facts.outside], same, backed: new Map() }
  return [
    ...ofInstruction(room),
    ...(pair.steps ? ofSteps(room) : ofResponse(room)),
    ...judgeReckoning(pair),
    ...judgeRanges(room),
  ]
}

function ofResponse(room: Room): Finding[] {
  const { pair } = room
  const given = pair.instruction.quantities
  const bare = pair.response.tokens.length <= 4
  const found = pair.response.quantities.flatMap(claim => {
    if (pair.isVerbatim(claim.start)) return []
    if (claim.loose && claim.unit?.measures === 'time' && HOW_LONG.test(pair.instruction.text))
      return quotedNumber(room, claim, 'response').map(found => ({ claim, found }))
    if (claim.loose && !(bare && claim.values[0] === 1)) return []
    // 那两个月 points back.
    if ((claim.values[0] ?? Infinity) <= FEW && /[那这该]$/u.test(pair.response.text.slice(0, claim.start))) return []
    if (isBase(claim, pair.response.text, pair.response.quantities)) return []
    const asked = given.some(one => backs(one, claim))
    // "Line 3" of the question is no count.
    if (asked && (!isBacked(room, claim) || NAMES_ONE.test(pair.response.text.slice(claim.end)))) return []
    const named = bare ? withNounOfQuestion(claim, pair) : claim
    return judge(room, named, 'response', bare).map(found => ({ claim, found }))
  })
  // "10 euros, since the most that is charged is 10 euros": what holds of a figure once holds of it again.
  const doubted = new Set(found.map(({ claim }) => claim))
  const stands = (claim: Quantity): boolean =>
    isMeasured(claim) && pair.response.quantities.some(one => !doubted.has(one) && one.text === claim.text)
  return found.flatMap(({ claim, found: one }) => (one.reason === 'number-differs' && stands(claim) ? [] : [one]))
}

/** So many things are pointed back at: 那两个月, 这三家. */
const FEW = 3
/** Where a length of time is asked for, 一周 is one. */
const HOW_LONG = /\bhow long\b|多久|多长|多少时间|几[天年周]/iu

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
  if (pair.denies || pair.steps || pair.instruction.quantities.length === 0) return []
  const supposes = isSupposed(pair)
  return pair.instruction.quantities.flatMap(claim => {
    const { text } = pair.instruction
    if (isBound(claim, pair)) return []
    if (claim.loose || claim.small || isOfAnswer(claim, text) || isBase(claim, text, pair.response.quantities))
      return []
    if (liesWithin(claim, room.facts)) return []
    if (!isSurelyBacked(room, claim) && (supposes || isCase(room.facts, claim, pair.instruction.text))) return []
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

/** "After 1800": a time that the question sets, and that the years of the response keep to. */
function isBound(claim: Quantity, { instruction, response }: PairFacts): boolean {
  const year = dayOf(claim)?.year ?? null
  const before = instruction.text.slice(Math.max(0, claim.start - 12), claim.start)
  const behind = instruction.text.slice(claim.end, claim.end + 3)
  const years = response.quantities.flatMap(one => dayOf(one)?.year ?? [])
  if (year === null || years.length === 0) return false
  if (/\b(?:after|since) $/iu.test(before) || /^[以之]?[后来]/u.test(behind)) return years.every(one => one >= year)
  if (/\b(?:before|until|by) $/iu.test(before) || /^[以之]?前/u.test(behind)) return years.every(one => one <= year)
  return false
}

/** May, where the passage says "1 April – 15 June". */
function isMonthWithin({ date }: Quantity, { quantities, text }: PassageFacts): boolean {
  if (date?.month == null || date.day !== null) return false
  const { month } = date
  return quantities.some((from, i) => {
    const to = quantities[i + 1]
    const [first, last] = [from.date?.month, to?.date?.month]
    if (to === undefined || first == null || last == null || to.start - from.end > 6) return false
    if (!/^\s*(?:to|and|[-–—~～至到])\s*$/u.test(text.slice(from.end, to.start))) return false
    return first <= last ? month > first && month < last : month > first || month < last
  })
}

/** "in 50 words", 用100字: how long the answer shall be. */
function isOfAnswer(claim: Quantity, text: string): boolean {
  if (claim.nouns.some(noun => PUTTING.has(noun))) return true
  return /^\s*(?:[个]?(?:汉?字|词|句|行|条|点)|words?\b|sentences?\b|characters?\b|lines?\b)/iu.test(
    text.slice(claim.end, claim.end + 14),
  )
}

function judge(room: Room, claim: Quantity, part: 'instruction' | 'response', bare: boolean): Finding[] {
  const isAsked = part === 'instruction' || room.pair.instruction.quantities.some(one => backs(one, claim))
  if (isAsked && isMonthWithin(claim, room.facts)) return []
  if (isSurelyBacked(room, claim)) {
    if (isOperand(claim, room.pair[part].text)) return []
    const found = misplaced(room, claim, part) ?? (part === 'response' ? quotedOtherwise(room, claim) : null)
    if (found === null || isSpan(room, claim) || isDifference(room, claim, part)) return []
    return part === 'response' && (isShown(room, claim) || isOfCase(room, claim)) ? [] : [found]
  }
  if (part === 'response' && (isShown(room, claim) || followsFromCase(room, claim))) return []
  if (follows(room, claim)) return isRest(room, claim) ? [] : quotedNumber(room, claim, part)
  const unit = otherUnit(room, claim)
  if (unit?.alike === true && !asksDifference(room, claim)) return [differs('unit-differs', 'fail', claim, unit.source)]
  if (isDerived(room, claim, unit === null)) return quotedNumber(room, claim, part)
  if (isBacked(room, claim)) {
    const found = misplaced(room, claim, part) ?? countedOtherwise(room, claim)
    return found === null ? quotedNumber(room, claim, part) : [found]
  }
  if (unit !== null) return [differs('unit-differs', 'fail', claim, unit.source)]
  const alignment = part === 'instruction' ? room.pair.asked() : room.pair.alignmentOf(claim.start)
  const counterpart = counterpartOf(room, claim, alignment, claim.small && !bare)
  if (counterpart !== null) return [differs('number-differs', 'fail', claim, counterpart)]
  if (claim.small && countsAList(claim, [room.pair.response.text, ...sentencesAround(room, claim)])) return []
  if (claim.small && countsRows(claim, room.facts)) return []
  if (claim.small && countsCharacters(claim, room.pair[part].text)) return []
  if (claim.small && !bare && !isMeasured(claim)) return isManner(claim) ? [] : [unknown(claim, 'doubt')]
  return [unknown(claim, 'fail')]
}

/** What a claim that follows from somewhere is at odds with in the words that the pair names as its source. */
function quotedNumber(room: Room, claim: Quantity, part: 'instruction' | 'response'): Finding[] {
  const found = part === 'response' && isMeasured(claim) ? quotedOtherwise(room, claim) : null
  return found === null ? [] : [found]
}

function isManner(claim: Quantity): boolean {
  return claim.values[0] === 2 || claim.kind === 'ordinal' || claim.nouns.some(noun => PUTTING.has(noun))
}

/**
 * The passage has the figure of a measure only as a count of things, or the other way round. In Chinese what stands right
 * behind a number is its measure; in English the noun of a count may name a measure that is not known here.
 */
function countedOtherwise(room: Room, claim: Quantity): Finding | null {
  if (isEnglishCount(claim) || room.facts.outside.some(source => backs(source, claim))) return null
  const here = backing(room, claim).flatMap(i => room.facts.quantities[i] ?? [])
  if (here.some(({ parts }) => parts.some(part => backs(part, claim)))) return null
  const [source] = here
  if (source === undefined || here.some(one => one.loose || namesNothing(one) || isMeasured(one) === isMeasured(claim)))
    return null
  // "19,300 barrels going north and 6,100 going south": what is counted is named once.
  const { quantities, quantitySentence } = room.facts
  const places = backing(room, claim).map(i => quantitySentence[i])
  if (
    quantities.some(
      (one, i) => isMeasured(claim) && one.unit?.name === claim.unit?.name && places.includes(quantitySentence[i]),
    )
  )
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
