import { isReckoned, reckons } from '#core/verification/support/derivable'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { Quantity } from '#core/verification/support/quantity'
import { isBacked, type Room } from '#core/verification/support/room'
import { followsFromTimes } from '#core/verification/support/spans'

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
  const others = (said: readonly Quantity[]): Quantity[] =>
    said.filter(one => one.text !== claim.text && one.kind !== 'ordinal')
  const told = others([...response.quantities, ...reasoning.quantities]).filter(one => isBacked(room, one))
  const asked = others(instruction.quantities).filter(({ text }) => told.every(one => one.text !== text))
  const parts = [...told, ...asked]
  if (told.length === 0 || parts.length < 2) return false
  // A share is one of the other; else words or signs have to show that numbers are multiplied.
  const multiplies = claim.unit?.measures === 'ratio' || reckons(room.pair) === 'products'
  return isReckoned(claim, parts, multiplies ? 'products' : 'sums', parts) || followsFromTimes(claim, parts)
}

/** A case that the question puts itself: of the one who asks, or of anyone. */
const SUPPOSES =
  /\b(?:if|suppose|imagine|assume|assuming|say|I|my|me|we|our)\b|\b(?:an?|one)\s[^.?!]{0,24}\b\d+[-\s]years?[-\s]old\b|假设|假如|如果|假定|倘若|设|我|[一某][家位名个個本晚户戶人]|turns? out/iu

/** Whether a question only supposes its numbers (SUPPORT6): "My return is 18 months late", 一家公司报价66万元. */
export function isSupposed({ instruction }: PairFacts): boolean {
  return SUPPOSES.test(instruction.text)
}
