import { compares, isHalfOrRest, isReckoned, isRoundingOf, reckons } from '#core/verification/support/derivable'
import { fitOf, saidAround } from '#core/verification/support/fit'
import { dayOf, isDay, type Quantity } from '#core/verification/support/quantity'
import { free, type Room } from '#core/verification/support/room'
import { followsFromDay } from '#core/verification/support/day-spans'
import { followsFromTimes, isNamedSpan } from '#core/verification/support/spans'
import { nearby, saidBeside, sentencesAround } from '#core/verification/support/near'
import { followsFromYear } from '#core/verification/support/year-spans'
import { isBesideYear, isSingle } from '#core/verification/support/told-otherwise'
import { unitNamed } from '#core/verification/support/units'

/** It rounds a number of the passage, or follows from its times. */
export function follows(room: Room, claim: Quantity): boolean {
  if (isRest(room, claim)) return true
  if (followsFromDay(room, claim)) return true
  if (isNamedSpan(claim, room.facts.text)) return true
  if (room.known.some(source => isRoundingOf(claim, source))) return true
  if (claim.kind === 'year' && isNextYear(room, claim)) return true
  if (isSingle(room.facts, claim) || isBesideYear(room.facts, claim)) return true
  const near = nearby(room, claim)
  if (claim.kind === 'year') return followsFromYear(room, claim, near)
  if (claim.unit?.measures === 'decade') return followsFromTimes(claim, near)
  return followsFromTimes(asAge(room, claim), [...room.known, ...near])
}

/** "How old was she?" "88.": a bare number is one of years. */
function asAge({ pair }: Room, claim: Quantity): Quantity {
  if (claim.unit !== null || claim.kind !== 'plain' || claim.nouns.length > 0 || !AGES.test(pair.instruction.text))
    return claim
  return { ...claim, unit: unitNamed('years old') }
}

const AGES = /\bhow old\b|\bage\b|多大|几岁|年[纪龄]/iu

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
export function isSpan(room: Room, claim: Quantity): boolean {
  const near = nearby(room, claim)
  if (claim.kind !== 'year') return followsFromTimes(claim, near)
  // "In 1921, ten years before": what the response reckons from another year.
  const told = near.filter(one => isDay(one) || room.pair.response.quantities.includes(one))
  return followsFromYear(room, claim, told)
}

/** A difference of two numbers that the pair speaks of, where its own clause compares: "33 metres less than today". */
export function isDifference(room: Room, claim: Quantity, part: 'instruction' | 'response'): boolean {
  const { text } = room.pair[part]
  const clause = CLAUSE_BEFORE.exec(text.slice(0, claim.start))?.[0] ?? ''
  const behind = CLAUSE_BEHIND.exec(text.slice(claim.end))?.[0] ?? ''
  return compares(`${clause}#${behind}`) && isReckoned(claim, nearby(room, claim), 'differences')
}

const CLAUSE_BEFORE = /[^,.;:，。；：]{0,60}$/u
const CLAUSE_BEHIND = /^[^,.;:，。；：]{0,60}/u

/** A half, a double or the rest of what is told there. */
export function isRest(room: Room, claim: Quantity): boolean {
  if (claim.kind !== 'plain' || claim.small) return false
  const { instruction, response } = room.pair
  const around = sentencesAround(room, claim).join('\n')
  return isHalfOrRest(claim, nearby(room, claim), around, `${instruction.text}\n${response.text}`)
}

/** Made of numbers that the pair says, or that stand in the sentences that it speaks of. */
export function isDerived(room: Room, claim: Quantity, rounded: boolean): boolean {
  const told = room.pair.response.quantities.filter(one => one.start !== claim.start)
  return (
    isReckoned(claim, told, 'sums') ||
    isShownToBeMade(room, claim, rounded) ||
    isComparison(room, claim) ||
    isPartOf(room, claim) ||
    isRestThere(room, claim)
  )
}

/** As the words of the pair show numbers to be reckoned with. */
function isShownToBeMade(room: Room, claim: Quantity, rounded: boolean): boolean {
  const near = nearby(room, claim)
  const shown = near.length === 0 ? null : reckons(room.pair)
  const each = shown === 'sums' && EACH.test(sentencesAround(room, claim)[0] ?? '') ? 'products' : shown
  const how = each === 'products' && !rounded ? 'sums' : each
  return (
    how !== null && isReckoned(claim, near, how, saidBeside(room, claim)) && (shown !== 'sums' || !isTold(room, claim))
  )
}

/** 3万元, a quarter of what was lent: a part in words is one of a number that the response says and one that stands there. */
function isPartOf(room: Room, claim: Quantity): boolean {
  if (claim.unit?.measures !== 'ratio' || /[\d%]/u.test(claim.text)) return false
  const near = nearby(room, claim)
  return room.pair.response.quantities.some(
    one =>
      one !== claim &&
      !isDay(one) &&
      one.unit?.measures !== 'ratio' &&
      near.some(other => isReckoned(claim, [one, other], 'products', [one])),
  )
}

/** One number of the kind stands amid all that the pair says around its own, and the others do not: then it is no sum of them. */
export function isTold(room: Room, claim: Quantity): boolean {
  if (!room.pair.response.quantities.includes(claim)) return false
  const rivals = free(room, claim)
  const fit = fitOf(room.facts, saidAround(room.pair, claim).all, NONE)
  const [best = 0, next = 0] = rivals.map(fit.of).sort((a, b) => b - a)
  return fit.whole > 0 && best >= ALL_OF_IT * fit.whole && next < AS_MUCH * fit.whole
}

const NONE: ReadonlySet<number> = new Set()
const ALL_OF_IT = 0.9
const AS_MUCH = 0.75

/** "How many years longer …?": the difference of two numbers, whatever else has the same figure. */
export function asksDifference(room: Room, claim: Quantity): boolean {
  return compares(room.pair.instruction.text) && isReckoned(claim, nearby(room, claim), 'differences')
}

/** The passage compares two numbers, and this is the third of them: 312 people, 14 fewer than before. */
function isComparison(room: Room, claim: Quantity): boolean {
  const { facts } = room
  const { ranked } = room.pair.alignmentOf(claim.start)
  return ranked.slice(0, COMPARED).some(({ place }) => {
    const sentence = facts.sentences[place]
    const here = facts.quantities.filter((_, i) => facts.quantitySentence[i] === place)
    if (sentence === undefined || here.length === 0 || !isReckoned(claim, here, 'sums')) return false
    return compares(facts.text.slice(sentence.start, sentence.end))
  })
}

/** "180 of the 310 are of wood, the rest of metal": what the passage says of the rest. */
function isRestThere({ facts, pair }: Room, claim: Quantity): boolean {
  const [best] = pair.alignmentOf(claim.start).ranked
  const sentence = facts.sentences[best?.place ?? -1]
  const here = facts.quantities.filter((_, i) => facts.quantitySentence[i] === best?.place)
  if (sentence === undefined || here.length === 0 || !isReckoned(claim, here, 'differences')) return false
  return RESTS_THERE.test(facts.text.slice(sentence.start, sentence.end))
}

const RESTS_THERE =
  /\bof (?:them|these|those|whom|which)\b|其中|\bthe (?:rest|others?|remain\w{3,8})\b|其余|剩下|余下|其他/iu
const COMPARED = 2
/** Words that multiply. */
export const EACH = /\b(?:each|every|per|apiece)\b|每|各/iu
