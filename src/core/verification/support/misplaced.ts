import type { Range } from '#core/synthesis/pair'
import type { Finding } from '#core/verification/support/finding'
import { type Fit, fitOf, holdsMore, saidAround, tellingApart } from '#core/verification/support/fit'
import { isInPlace } from '#core/verification/support/in-place'
import { type Marks, marksAsked, marksOf } from '#core/verification/support/marks'
import { hasSameLead, isLabelOf, leadOf } from '#core/verification/support/number-slots'
import { otherCell } from '#core/verification/support/other-cell'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import {
  backs,
  dayOf,
  isBare,
  isDay,
  isMeasured,
  isSameKind,
  type Quantity,
  sameNoun,
} from '#core/verification/support/quantity'
import { isStandard } from '#core/verification/support/quoted'
import { backing, differs, free, isBacked, numbersAt, type Room } from '#core/verification/support/room'
import { isReckonedWith } from '#core/verification/support/shown-parts'
import { isInTitle } from '#core/verification/support/title-lines'
import { isBesideYear } from '#core/verification/support/told-otherwise'
import { toldThere } from '#core/verification/support/told-there'
import { unitNamed } from '#core/verification/support/units'

/** Least share of what the pair says around its number that another number has to have around it. */
const ENOUGH = 0.35
/** And where the same words stand right before it. */
const SOME = 0.2
/** How much more of it that number has to have than the one of the same value: in another sentence, and in the same one. */
const CLEARLY = 0.12
const NEAR = 0.06
/** A difference as small as this is one of common words. */
const FEW = 0.4
/** Numbers that fit better of which the best are tried. */
const TRIED = 4
/** So many times that where it has another unit, or a far one. */
const OTHER_UNIT = 1.5
const FAR_UNIT = 3
/** And where the one of the same value names what the pair counts, and the other names nothing. */
const NAMELESS = 2
/** And where the response speaks of the sentence of its number as well, or only the question speaks for the other. */
const TOLD = 3

/** A number that the passage has, but of something else than what the pair speaks of; null where nothing shows that (SUPPORT5). */
export function misplaced(room: Room, claim: Quantity, part: 'instruction' | 'response'): Finding | null {
  const { facts, pair } = room
  if (facts.outside.some(source => backs(source, claim))) return null
  const places = backing(room, claim)
  const here = numbersAt(facts, places)
  const rate = otherRate(claim, here)
  if (rate !== null) return differs('unit-differs', 'doubt', claim, rate)
  if (isItem(pair[part].text, claim, here)) return null
  const thing = otherThing(room, claim, here)
  if (thing !== null) return thing
  if (claim.nouns.includes('星期') || isStandard(pair[part].text, claim)) return null
  // What an instruction asks about is told by what the response says of it.
  if (part === 'instruction') return null
  const { inPlace, other } = otherCell(room, places)
  if (inPlace) return null
  if (other !== null && [other, ...other.parts].some(one => isSameKind(one, claim)))
    return differs('number-differs', 'doubt', claim, other)
  const marked = betterMarked(room, claim, places)
  const source = marked ?? betterFit(room, claim, places)
  if (source !== null && isAskedIn(pair, claim) && source.unit?.name !== claim.unit?.name) return null
  if (source === null || (here.some(one => isQuoted(pair, one)) && !isQuoted(pair, source))) return null
  return marked === null && isFineHere(room, claim, places, source)
    ? null
    : differs('number-differs', 'doubt', claim, source)
}

/** "How many days", 多少天: the question names the measure of the claim. */
function isAskedIn({ instruction }: PairFacts, { unit }: Quantity): boolean {
  const asked =
    /(?:\bhow many\s+|多少|几)(?:full |whole )?(?:个)?(\p{sc=Han}|[a-z]+)/iu.exec(instruction.text)?.[1] ?? ''
  return unit !== null && unitNamed(asked)?.name === unit.name
}

/** What weighs more than the words around: a number is in its place, said of the year before, or of all below a title. */
function isFineHere(room: Room, claim: Quantity, places: readonly number[], source: Quantity): boolean {
  const { facts, pair } = room
  // What is said of the year before stands beside the other year's name.
  const beside = [...pair.instruction.quantities, ...pair.response.quantities]
  return (
    isInPlace(room, claim, places, source) ||
    isReckonedWith(room, claim, source) ||
    isInRow(room, claim, places) ||
    beside.some(one => isBesideYear(facts, one) && !isBacked(room, one)) ||
    // A day of the sentence is nearer than that of the title.
    (dayOf(claim)?.day == null &&
      numbersAt(facts, places)
        .slice(0, TRIED)
        .some(one => isInTitle(facts, one.start)))
  )
}

/** A response that has the numbers of a sentence in their order, the one before and the one behind as well: 9500～13000元, 6200元, 7000元. */
function isInRow({ facts, pair }: Room, claim: Quantity, places: readonly number[]): boolean {
  const row = (all: readonly Quantity[], at: number): readonly (Quantity | undefined)[] => {
    const alike = all.filter(one => one === all[at] || (!one.loose && isSameKind(one, claim)))
    const here = alike.indexOf(all[at] ?? claim)
    return [alike[here - 1], alike[here + 1]]
  }
  const [before, behind] = row(pair.response.quantities, pair.response.quantities.indexOf(claim))
  if (before === undefined || behind === undefined) return false
  return places.some(place => {
    const sentence = facts.quantities.filter((_, i) => facts.quantitySentence[i] === facts.quantitySentence[place])
    const [earlier, later] = row(sentence, sentence.indexOf(facts.quantities[place] ?? claim))
    return earlier !== undefined && later !== undefined && backs(earlier, before) && backs(later, behind)
  })
}

/** "Claim 6", where the passage has a list with a sixth item. */
function isItem(text: string, { start, unit, nouns }: Quantity, here: readonly Quantity[]): boolean {
  if (unit !== null || nouns.length > 0 || !here.some(one => one.loose && one.nouns.length === 0)) return false
  return /\p{L}{3}\s$/u.test(text.slice(Math.max(0, start - 4), start))
}

/** 15 crowns a week, where the passage says a month. */
function otherRate({ per }: Quantity, here: readonly Quantity[]): Quantity | null {
  const [source] = here
  return per !== null && source !== undefined && here.every(one => one.per !== null && one.per !== per) ? source : null
}

/** The passage counts this thing otherwise, and has the number only of other things. */
function otherThing(room: Room, claim: Quantity, here: readonly Quantity[]): Finding | null {
  const sources = numbersAt(room.facts, free(room, claim))
  if (isMeasured(claim)) {
    if (!here.every(source => source.unit === null && source.nouns.length > 0)) return null
    const source = sources.find(other => other.unit?.measures === claim.unit?.measures)
    return source === undefined ? null : differs('number-differs', 'fail', claim, source)
  }
  if (claim.kind !== 'plain') return null
  if (claim.nouns.length === 0) {
    // 18站, where the passage has 24站 and 18列电车.
    const counted = here.every(source => countsOthers(source, claim))
      ? sources.find(other => claim.counter !== null && other.counter === claim.counter)
      : undefined
    return counted === undefined ? null : differs('number-differs', 'doubt', claim, counted)
  }
  if (here.some(source => sameNoun(source, claim) || (isBare(source) && !countsOthers(source, claim)))) return null
  const source = sources.find(other => sameNoun(other, claim))
  if (source === undefined) return null
  if (here.every(isMeasured)) return differs('number-differs', 'fail', claim, source)
  return isInPlace(room, claim, backing(room, claim), source) ? null : differs('number-differs', 'doubt', claim, source)
}

/** 67户 is no 67人. */
function countsOthers(a: Quantity, b: Quantity): boolean {
  return a.counter !== null && b.counter !== null && a.counter !== b.counter
}

/** The other end of a stretch, the other limit, or a measure in another direction, where the pair names its own: 70 m wide, from 5 to 7. */
function betterMarked(room: Room, claim: Quantity, places: readonly number[]): Quantity | null {
  const { facts, pair } = room
  const wanted = marksWanted(pair, claim)
  if (isUnmarked(wanted)) return null
  for (const i of free(room, claim)) {
    const source = facts.quantities[i]
    const sentence = facts.quantitySentence[i]
    if (source === undefined || !places.every(place => facts.quantitySentence[place] === sentence)) continue
    const marks = marksAt(facts, i)
    const differ = (mark: keyof Marks): boolean =>
      wanted[mark] !== null &&
      marks[mark] === wanted[mark] &&
      places.every(place => {
        const known = marksAt(facts, place)[mark]
        return known !== null && known !== wanted[mark]
      })
    if (differ('edge') || differ('limit') || differ('way') || differ('state')) return source
  }
  return null
}

function marksWanted(pair: PairFacts, claim: Quantity): Marks {
  const own = marksOf(claim, pair.response.text)
  const asked = marksAsked(pair.instruction)
  return {
    edge: own.edge ?? asked.edge,
    limit: own.limit ?? asked.limit,
    way: own.way ?? asked.way,
    state: own.state ?? asked.state ?? marksAsked(pair.response).state,
  }
}

function isUnmarked({ edge, limit, way, state }: Marks): boolean {
  return edge === null && limit === null && way === null && state === null
}

const read = new WeakMap<PassageFacts, Map<number, Marks>>()

/** What stands beside a number of the passage, by its index; read once. */
function marksAt(facts: PassageFacts, i: number): Marks {
  const marks = read.get(facts) ?? new Map<number, Marks>()
  read.set(facts, marks)
  const source = facts.quantities[i]
  const found = marks.get(i) ?? (source === undefined ? UNMARKED : withLimit(facts, i, marksOf(source, facts.text)))
  marks.set(i, found)
  return found
}

/** The ends of "between 190 and 198", "190 to 198" are the least and the most as well. */
function withLimit({ quantities, quantitySentence, text }: PassageFacts, i: number, marks: Marks): Marks {
  if (marks.limit !== null) return marks
  const joined = (a: Quantity | undefined, b: Quantity | undefined): boolean =>
    a !== undefined && b !== undefined && b.start - a.end <= 6 && JOINS.test(text.slice(a.end, b.start))
  const j = joined(quantities[i], quantities[i + 1]) ? i + 1 : joined(quantities[i - 1], quantities[i]) ? i - 1 : -1
  const [one, other] = [quantities[i], quantities[j]]
  if (one === undefined || other === undefined || isDay(one) || quantitySentence[i] !== quantitySentence[j])
    return marks
  const [x, y] = [one.values[0], other.values[0]]
  const alike = isSameKind(one, other) && one.unit?.name === other.unit?.name
  if (!alike || x === undefined || y === undefined || x === y) return marks
  // "fell from 21 to 19" has no least and no most.
  if (marks.edge !== null && MOVES.test(text.slice(Math.max(0, Math.min(one.start, other.start) - 24), one.start)))
    return marks
  return { ...marks, limit: x < y ? 'least' : 'most' }
}

const JOINS = /^\s*(?:to|and|[-–—~～至到])\s*$/u
const MOVES = /\b(?:from|rose|fell|grew|dropped|rise|fall)\b|从|由|升|降|增|减/u

const UNMARKED: Marks = { edge: null, limit: null, way: null, state: null }

/** Where a number of the same value has the mark that is wanted, one with another mark is not in its place. */
function isOtherEnd({ facts }: Room, i: number, places: readonly number[], wanted: Marks): boolean {
  if (isUnmarked(wanted)) return false
  const theirs = marksAt(facts, i)
  return places.some(place => {
    if (facts.quantitySentence[place] !== facts.quantitySentence[i]) return false
    const mine = marksAt(facts, place)
    const agrees = (mark: keyof Marks): boolean =>
      wanted[mark] !== null && mine[mark] === wanted[mark] && theirs[mark] !== wanted[mark]
    // The highest of "between 190 and 198" is the far end.
    const end = wanted.limit === 'most' ? 'to' : wanted.limit === 'least' ? 'from' : null
    // A second measure may leave out its direction: 60 metres deep, the lower one 105.
    return (
      agrees('edge') ||
      agrees('limit') ||
      agrees('state') ||
      (agrees('way') && theirs.way !== null) ||
      (end !== null && mine.edge === end && theirs.edge !== end)
    )
  })
}

/** "From −22 to −9 °C": what is said of the one end is said of the other; only marks part them. */
function isStretch({ quantities, text }: PassageFacts, i: number, places: ReadonlySet<number>): boolean {
  return [i - 1, i + 1].some(place => {
    const [one, other] = [quantities[Math.min(i, place)], quantities[Math.max(i, place)]]
    if (!places.has(place) || one === undefined || other === undefined) return false
    return (
      FROM.test(text.slice(Math.max(0, one.start - 16), one.start)) &&
      UNTIL.test(text.slice(one.end, Math.min(other.start, one.end + 32)))
    )
  })
}
const FROM = /(?:\b(?:from|between)(?: the)?|从|由|自|在)\s*$/iu
const UNTIL =
  /^\s*(?:[^\s,，。.;；]{1,12}\s+)?(?:(?:to|and)(?: the)?|[升降增减涨跌提缩改调]?(?:高|低|长|加|少|短|为|整)?[到至])\s*$/iu

/** The number that fits what the pair says clearly better than those of the same value. */
function betterFit(room: Room, claim: Quantity, places: readonly number[]): Quantity | null {
  const { facts, pair } = room
  const wanted = marksWanted(pair, claim)
  const same = new Set(places)
  const others = free(room, claim, places).filter(
    i => canStandFor(room, i, claim, places) && !isOtherEnd(room, i, places, wanted) && !isStretch(facts, i, same),
  )
  if (others.length === 0 || places.some(place => isEndOfLife(room, place))) return null
  const weighed = [...places, ...others]
  const nameless = new Set(weighed.filter(i => facts.quantities[i]?.nouns.length === 0))
  const { all, own, sentence } = saidAround(pair, claim)
  const fit = fitOf(facts, all, nameless)
  if (fit.whole === 0) return null
  const home = places.reduce((best, i) => (fit.of(i) > fit.of(best) ? i : best), places[0] ?? -1)
  // The response says something that the sentence of its number has and the other has not.
  const speaksOfBoth = (i: number): boolean =>
    holdsMore(facts, sentence, facts.quantitySentence[home] ?? -1, facts.quantitySentence[i] ?? -1)
  const lead = leadOf(pair.response, claim)
  const leads = (i: number): boolean => {
    const source = facts.quantities[i]
    return source !== undefined && lead.length > 0 && hasSameLead(lead, leadOf(facts, source))
  }
  const labels = (i: number): boolean => {
    const source = facts.quantities[i]
    return source !== undefined && isLabelOf(lead, leadOf(facts, source))
  }
  if (places.some(i => labels(i) && isField(facts, i))) return null
  const better = others.filter(i => {
    const source = facts.quantities[i]
    const isLed = labels(i) || (fit.of(i) > fit.of(home) && leads(i))
    if (isLed && fit.of(i) >= SOME * fit.whole && !places.some(leads) && !places.some(labels)) return true
    const near = facts.quantitySentence[i] === facts.quantitySentence[home]
    const least = near ? NEAR : CLEARLY
    const more = fit.of(i) - fit.of(home)
    if (fit.of(i) < ENOUGH * fit.whole || more < Math.max(FEW, least * fit.whole)) return false
    const times = source === undefined ? 1 : caution(claim, source, facts.quantities[home], near)
    const told = !near && (isUntold(fitOf(facts, own, nameless), i, home) || speaksOfBoth(i)) ? TOLD : 1
    return more >= least * times * told * fit.whole
  })
  const isApart = (i: number): boolean => {
    if (labels(i)) return true
    if (facts.quantitySentence[i] !== facts.quantitySentence[home]) return true
    const apart = fitOf(facts, tellingApart(facts, all, i, home), nameless)
    return apart.of(i) - apart.of(home) >= NEAR * fit.whole
  }
  const best = better
    .sort((a, b) => fit.of(b) - fit.of(a))
    .slice(0, TRIED)
    .find(isApart)
  return facts.quantities[best ?? -1] ?? toldThere(room, claim, places, others)
}

/** "Amended: 19 October 2024" */
function isField({ text, quantities }: PassageFacts, i: number): boolean {
  const start = quantities[i]?.start ?? 0
  return /[:：]\s*$/u.test(text.slice(Math.max(0, start - 3), start))
}

/** 柳闻莺（1907—1988）: the first year is that of a birth, the second that of a death. */
function isEndOfLife({ facts: { text, quantities }, pair }: Room, i: number): boolean {
  const source = quantities[i]
  if (source?.kind !== 'year') return false
  const said = `${pair.instruction.text}\n${pair.response.text}`
  const isFirst = /[(（]$/u.test(text.slice(0, source.start)) && /^年?\s?[-–—~～]/u.test(text.slice(source.end))
  const isLast = /[-–—~～]\s?$/u.test(text.slice(0, source.start)) && /^年?[)）]/u.test(text.slice(source.end))
  return (isFirst && BIRTH.test(said)) || (isLast && DEATH.test(said))
}

const BIRTH = /\bborn\b|\bbirth\b|出生|生于|诞生/iu
const DEATH = /\b(?:died?|death)\b|去世|逝世|卒于|病逝|死/iu

/** The clause of the number itself says nothing that speaks for the other: only the question does. */
function isUntold(own: Fit, other: number, home: number): boolean {
  return own.whole > 0 && own.of(other) <= own.of(home)
}

/** How much more than else the other number has to fit better. */
function caution(claim: Quantity, source: Quantity, here: Quantity | undefined, near: boolean): number {
  if (isMeasured(claim) && source.unit !== null && claim.unit !== null && source.unit.name !== claim.unit.name) {
    const ratio = source.unit.factor / claim.unit.factor
    const isFar = ratio > FAR || ratio < 1 / FAR
    // Hours are seldom taken for months, but the same figure with another measure is.
    return isFar && source.values[0] !== claim.values[0] ? Infinity : isFar ? FAR_UNIT : OTHER_UNIT
  }
  return !near && here !== undefined && isBare(source) && sameNoun(here, claim) ? NAMELESS : 1
}

const FAR = 100

/** A number with nothing behind it stands for a measure only beside one ("24 kilograms, the older ones weigh 17"); a month for no year. */
function canStandFor({ facts }: Room, i: number, claim: Quantity, places: readonly number[]): boolean {
  const source = facts.quantities[i]
  if (source === undefined) return false
  if (!isMeasured(claim) && isMeasured(source)) return places.every(place => isMeasuredAt(facts, place))
  if (isDay(claim)) return dayOf(claim)?.year === null || dayOf(source)?.year !== null
  if (!isMeasured(claim) || !isBare(source)) return true
  // The 2 of PS-2 names, and measures nothing.
  if (/\p{Lu}-$/u.test(facts.text.slice(Math.max(0, source.start - 2), source.start))) return false
  return [i - 1, i + 1].some(
    j =>
      facts.quantitySentence[j] === facts.quantitySentence[i] &&
      facts.quantities[j]?.unit?.measures === claim.unit?.measures,
  )
}

function isMeasuredAt({ quantities }: PassageFacts, i: number): boolean {
  const source = quantities[i]
  return source !== undefined && isMeasured(source)
}

/** With a slip or two, the words that a pair names as its source. */
const NAMED_AS_SOURCE = 0.9

function isQuoted({ evidence }: PairFacts, source: Range): boolean {
  return evidence.some(
    ({ how, start, end, score = 1 }) =>
      how !== 'nearest' && score >= NAMED_AS_SOURCE && start <= source.start && end >= source.end,
  )
}
