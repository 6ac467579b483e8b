import { isReckoned } from '#core/verification/support/derivable'
import { EACH, isRest, isTold } from '#core/verification/support/made'
import { nearby } from '#core/verification/support/near'
import type { PairFacts, Said } from '#core/verification/support/pair-facts'
import { close, isMeasured, isSameKind, measuresAlike, type Quantity } from '#core/verification/support/quantity'
import { chainsOf } from '#core/verification/support/reckoned-words'
import { backing, isBacked, isSurelyBacked, namesNothing, type Room } from '#core/verification/support/room'
import { followsFromTimes } from '#core/verification/support/spans'
import { SHARE } from '#core/verification/support/units'

/** Marks and words of an operation, right before and right behind a number that takes part in it. */
const BEFORE =
  /(?:[×÷=＝＋+−－*]|(?:^|\s)[-–x/]\s|\b(?:minus|plus|times|divided by)\s|[\d十百千万亿][^，。；,;步次]{0,4}(?:减去?|加上?|乘以?|除以))\s*$/iu
const BEHIND =
  /^\s*(?:[×÷=＝＋+−－*]|[-–x/]\s|(?:minus|plus|times|divided by)\s+[€£$¥]?\d|(?:减去?|加上?|乘以?|除以)[^，。；,;]{0,4}[\d一二三四五六七八九十百千万亿两])/iu

/** Whether a number is reckoned with where it stands: 58 of "58 − 6", 3公里 of 3公里加2.5公里. */
export function isOperand({ start, end }: Quantity, text: string): boolean {
  return BEFORE.test(text.slice(Math.max(0, start - 16), start)) || BEHIND.test(text.slice(end, end + 16))
}

/**
 * Whether a pair shows what a number was made of: two others of the pair, each of which the passage or the question says
 * (SUPPORT4). "60 % ($50.4 million of $84.0 million)", "two weeks and then four, six in all".
 */
export function isShown(room: Room, claim: Quantity): boolean {
  const { instruction, response, reasoning } = room.pair
  // Two others at least: most pairs have none.
  if (instruction.quantities.length + response.quantities.length + reasoning.quantities.length < 3) return false
  const others = (said: readonly Quantity[]): Quantity[] =>
    said.map(asShare).filter(one => one.text !== claim.text && one.kind !== 'ordinal')
  const said = others([...response.quantities, ...reasoning.quantities])
  const first = said.filter(
    one => isBacked(room, one) || isRest(room, one) || isBase(one, response.text, response.quantities),
  )
  // 600万元, from 3000万元 to 3600万元: what those told make may make another.
  const told = said.filter(one => first.includes(one) || isReckoned(one, first, 'differences', first))
  const asked = others(instruction.quantities).filter(({ text }) => told.every(one => one.text !== text))
  // 十夜 is a way of speaking elsewhere, and reckoned with here.
  const parts = [...told, ...asked].map(one => (one.loose && (one.values[0] ?? 0) > 1 ? { ...one, loose: false } : one))
  if (parts.length < 2 || (told.length === 0 && !isSupposed(room.pair))) return false
  return (
    isChain(claim, response, parts) ||
    isRemainder(claim, parts) ||
    isOffOne(claim, parts) ||
    (claim.kind !== 'year' && followsFromTimes(claim, parts)) ||
    isReckoned(claim, parts, 'sums', parts) ||
    ((isChange(claim, parts) || isProduct(room, claim, parts)) && (isSupposed(room.pair) || !isTold(room, claim)))
  )
}

/** Of two numbers, one of which counts or measures what the claim does, or of which it is a share. */
function isProduct(room: Room, claim: Quantity, parts: readonly Quantity[]): boolean {
  if (!multiplies(room, claim, parts)) return false
  return parts.some((one, i) =>
    parts.slice(i + 1).some(other => {
      const isKin = claim.unit?.measures === 'ratio' || isOfKind(claim, one) || isOfKind(claim, other)
      const two = claim.unit?.measures === 'ratio' ? [one, other] : [asFactor(one), asFactor(other)]
      if (isTimes(claim)) return isRatioOf(claim, one, other, room.pair)
      return (isKin || isFace(claim, one, other)) && isReckoned(claim, two, 'products', two)
    }),
  )
}

/** A share as what it multiplies by: 0.55 of 55 %. */
function asFactor(one: Quantity): Quantity {
  if (one.unit?.measures !== 'ratio') return one
  return { ...one, unit: null, loose: false, values: one.values.map(value => value * (one.unit?.factor ?? 1)) }
}

/** 七倍, "seven times" */
function isTimes({ counter, nouns, unit }: Quantity): boolean {
  return counter === '倍' || (!/\p{sc=Han}/u.test(nouns[0] ?? '') && unit === null && /^time/u.test(nouns[0] ?? ''))
}

/** One of two alike as so many times the other one: 57 % is about seven times 8 %. */
function isRatioOf(
  { values: [times = Number.NaN] }: Quantity,
  one: Quantity,
  other: Quantity,
  pair: PairFacts,
): boolean {
  if (one.unit?.measures !== other.unit?.measures || !isOfKind(one, other)) return false
  const [x, y] = [one, other].map(({ values, unit }) => (values[0] ?? Number.NaN) * (unit?.factor ?? 1))
  const ratio = Math.max((x ?? 0) / (y ?? 0), (y ?? 0) / (x ?? 0))
  return close(ratio, times, ABOUT.test(`${pair.instruction.text}\n${pair.response.text}`) ? NEARLY : ROUNDED)
}

const ABOUT = /\b(?:about|roughly|nearly|almost|approximately|around|some|over|more than)\b|约|近|差不多|左右|多/iu
const NEARLY = 0.08

/** An area of two lengths. */
function isFace({ unit }: Quantity, one: Quantity, other: Quantity): boolean {
  return unit?.measures === 'area' && one.unit?.measures === 'length' && other.unit?.measures === 'length'
}

/** A risk of 0.83 is 17 % lower, one of 1.25 is 25 % higher. */
function isOffOne({ unit, values: [share = 0] }: Quantity, parts: readonly Quantity[]): boolean {
  if (unit?.measures !== 'ratio') return false
  return parts.some(
    one =>
      one.unit === null &&
      one.kind === 'plain' &&
      /\d[.,]\d/u.test(one.text) &&
      close(Math.abs(1 - (one.values[0] ?? Number.NaN)), share * unit.factor, 1e-6),
  )
}

/**
 * What a rate is told for, which is no claim: 每1000名 and "a thousand", where 15 of them are told for 1.5 %; 每多一克, "per
 * additional kilometre". "Every 100 cups" is one.
 *
 * @param beside numbers of the response, the share and what it comes to among them
 */
export function isBase(claim: Quantity, text: string, beside: readonly Quantity[]): boolean {
  const { values, unit, kind, start } = claim
  const [value = 0] = values
  if (value === 1 && unit !== null && !/\d/u.test(claim.text)) return EACH_ONE.test(text.slice(0, start).slice(-12))
  if (kind !== 'plain' || value < 10 || !Number.isInteger(Math.log10(value))) return false
  return beside.some(
    ({ unit: part, values: [share = 0] }) =>
      part?.measures === 'ratio' &&
      beside.some(one => one !== claim && close(one.values[0] ?? 0, share * part.factor * value, ROUNDED)),
  )
}

const EACH_ONE = /(?:每(?:[多少高低]|[增减升降][加少高低])?|\b(?:per|each|every)(?: additional| extra)? )$/iu

function isOfKind(claim: Quantity, part: Quantity): boolean {
  // 16只海虾, of 8只虾.
  if (claim.counter !== null && claim.counter === part.counter) return true
  if (namesNothing(claim) || namesNothing(part)) return true
  if (isMeasured(claim) || isMeasured(part))
    return claim.unit !== null && part.unit !== null && measuresAlike(claim.unit, part.unit)
  return isSameKind({ ...claim, small: false }, { ...part, small: false })
}

/** 10元, of 45元 in all with 20元 and 15元 of it told: what is left of a whole without all its other parts. */
function isRemainder(claim: Quantity, parts: readonly Quantity[]): boolean {
  const amounts = parts
    .filter(one => one.unit?.measures === claim.unit?.measures && isOfKind(claim, one))
    .map(one => (one.values[0] ?? Number.NaN) * (one.unit?.factor ?? 1))
  const [mine, whole] = [(claim.values[0] ?? Number.NaN) * (claim.unit?.factor ?? 1), Math.max(...amounts)]
  const sum = amounts.reduce((all, one) => all + one, 0)
  return amounts.length > 2 && close(2 * whole - sum, mine, 1e-9)
}

/** "A third", which may be a place in a row, as a part. */
function asShare(one: Quantity): Quantity {
  return one.kind === 'ordinal' && one.loose && one.values.length > 1
    ? { ...one, kind: 'plain', unit: SHARE, values: one.values.slice(0, 1) }
    : one
}

/** "By a quarter, from 64 to 48": what a change is of one of its ends. */
function isChange({ unit, values: [share = 0] }: Quantity, parts: readonly Quantity[]): boolean {
  if (unit?.measures !== 'ratio') return false
  const amounts = parts.map(one => (one.values[0] ?? Number.NaN) * (one.unit?.factor ?? 1))
  return amounts.some(from =>
    amounts.some(to => from !== to && close(Math.abs(to - from) / from, share * unit.factor, ROUNDED)),
  )
}

/** A share is one of the other; else a share of something, or words, have to show that numbers are multiplied. */
function multiplies(room: Room, claim: Quantity, parts: readonly Quantity[]): boolean {
  if ([claim, ...parts].some(({ unit, per }) => unit?.measures === 'ratio' || per !== null)) return true
  // 45 dollars, which the passage has as 45 an hour.
  const { quantities } = room.facts
  if (parts.some(one => backing(room, one).some(i => quantities[i]?.per != null))) return true
  const { pair } = room
  if (claim.unit?.measures === 'area') return true
  return EACH.test(pair.instruction.text) || EACH.test(pair.response.text) || TIMES.test(pair.response.text)
}

/** 一夜1.2升 is a rate as well. */
const TIMES =
  /[×÷]|一\p{sc=Han}{1,2}\s?[\d两二三四五六七八九十百]|\d\s*[*x]\s*\d|\b(?:times|doses?|rounds?|twice|average|mean)\b|平均|倍|乘/iu

/** "92 micrometres (40 + 12 + 40)" */
function isChain(
  { values: [value = Number.NaN], start }: Quantity,
  response: Said,
  known: readonly Quantity[],
): boolean {
  return chainsOf(response).some(
    ({ parts, made }) =>
      close(made, value, ROUNDED) &&
      parts.every(part => part.start !== start && known.some(one => one.text === part.text)),
  )
}

const ROUNDED = 0.006

/**
 * Whether another number of the response was made of a claim and a third one, of the pair or the one that seems to stand in its
 * place, and is told nowhere: it is reckoned with, and in its place (SUPPORT32). "216 of the 3,412 did not arrive", where the
 * passage says that 3,196 did; 1934 of "born in 1934, he was 18 in 1952".
 */
export function isReckonedWith(room: Room, claim: Quantity, source: Quantity): boolean {
  const { instruction, response } = room.pair
  const others = [...instruction.quantities, ...response.quantities, source].filter(one => one !== claim && !one.loose)
  return response.quantities.some(made => {
    const isShare = made.unit?.measures === 'ratio'
    if (made === claim || (made.loose && !isShare) || made.values[0] === 0 || isSurelyBacked(room, made)) return false
    const how = isShare ? 'products' : 'sums'
    return others.some(one => {
      const two = [claim, one]
      return one !== made && (isReckoned(made, two, how, two) || followsFromTimes(made, two))
    })
  })
}

/**
 * What a case that the question puts leads to (SUPPORT29): what is made of its number and one that the passage has there ("I
 * reach it at 5 p.m.", "you have to wait 85 minutes"; of 40 nights those above 30 are free).
 */
export function followsFromCase(room: Room, claim: Quantity): boolean {
  const cases = casesOf(room)
  const near = cases.length === 0 ? [] : nearby(room, claim)
  const how = EACH.test(near.length === 0 ? '' : room.pair.response.text) ? 'products' : 'sums'
  return cases.some(one => near.some(other => other !== one && isReckoned(claim, [one, other], how, [one])))
}

/** Which of several numbers holds for a case, no words show: the next bus after five. */
export function isOfCase(room: Room, claim: Quantity): boolean {
  return casesOf(room).some(one => isSameKind(one, claim))
}

/** Numbers of a case that the question puts itself. */
function casesOf(room: Room): readonly Quantity[] {
  if (room.pair.instruction.quantities.length === 0 || !isSupposed(room.pair)) return []
  return room.pair.instruction.quantities.filter(one => !one.loose && !isSurelyBacked(room, one))
}

/** A case that the question puts itself: of the one who asks, or of anyone. */
const SUPPOSES =
  /\b(?:if|suppose|imagine|assume|assuming|would|say|I|my|me|we|our)\b|\b(?:an?|one)\s[^.?!]{0,24}\b\d+[-\s]years?[-\s]old\b|假设|假如|如果|假定|倘若|设|我|[一某][家位名个個本晚户戶人]|\d\p{sc=Han}{1,3}的(?:人|家庭|用户|住户|客人|学生|孩子)|turns? out/iu

/** Whether a question only supposes its numbers (SUPPORT6): "My return is 18 months late", 一家公司报价66万元. */
export function isSupposed({ instruction }: PairFacts): boolean {
  return SUPPOSES.test(instruction.text)
}
