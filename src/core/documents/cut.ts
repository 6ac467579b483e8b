import type { Language } from '#core/documents/document'
import type { Breaks } from '#core/documents/breaks'
import { INNER, LINE, PARAGRAPH, SECTION } from '#core/documents/breaks'
import type { Measure } from '#core/documents/measure'
import { graphemeEnd, lastGraphemeBoundary } from '#core/text/graphemes'
import { nearestClauseEnd, nearestSentenceEnd, nearestSpace, nearestWordStart, type Stretch } from '#core/text/places'

/** Sizes in token units. */
export interface Sizes {
  readonly target: number
  readonly maximum: number
  /** Anything smaller is too little for a passage of its own, if that can be helped. */
  readonly small: number
  /** How far beyond its start a passage is planned: nothing later counts, so all pushes lead to the same cut. */
  readonly horizon: number
}

export interface Plan {
  readonly text: string
  /** Its first place is the start of the passage. */
  readonly breaks: Breaks
  readonly measure: Measure
  readonly sizes: Sizes
  /** Level of the section that the passage starts in; 0 for none. */
  readonly level: number
  /** Whether all of `text` is read and the document ends there. */
  readonly ended: boolean
  /** Whether the document ends where `text` ends. */
  readonly complete: boolean
  readonly language: () => Language
}

/**
 * Where the passage ends that starts at the first place of `breaks`; -1 when more text is needed to tell (only for a
 * grapheme longer than a passage). Rules CHUNK3 to CHUNK7.
 */
export function chooseCut(plan: Plan): number {
  const { measure, sizes, breaks, text, ended } = plan
  const last = lastWithin(plan, sizes.horizon)
  const end = ended ? measure.to(text.length) : Number.POSITIVE_INFINITY
  const known = end <= sizes.horizon ? end : Number.POSITIVE_INFINITY
  const section = sectionCut(plan, last, known)
  if (section > 0) return breaks.at[section] ?? text.length
  if (known <= sizes.maximum) return text.length
  return lineCut(plan, last, known) ?? textCut(plan)
}

/** Index of the last place that costs no more than `most`. */
function lastWithin({ breaks, measure }: Plan, most: number): number {
  let low = 0
  let high = breaks.at.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (measure.atBreak(middle) <= most) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The heading that the passage ends before; 0 when it may go on past all headings within the maximum. */
function sectionCut({ breaks, measure, sizes, level }: Plan, last: number, end: number): number {
  const { small, target, maximum } = sizes
  let before = Math.max(level, breaks.level[0] ?? 0)
  for (let i = 1; i <= last; i++) {
    const own = breaks.level[i] ?? 0
    if (own === 0) continue
    const up = own < before
    before = own
    if (breaks.quality[i] !== SECTION) continue
    const size = measure.atBreak(i)
    if (size > maximum) return 0
    if (size < small) continue
    if (end <= maximum && end - size < small) continue
    if (up) return i
    // The next section joins, whole, while that stays near the target.
    const room = size >= target / 2 ? target : (target + maximum) / 2
    if (sectionEnd(i, own, room) > room) return i
  }
  return 0

  function sectionEnd(heading: number, own: number, room: number): number {
    for (let i = heading + 1; i <= last; i++) {
      const other = breaks.level[i] ?? 0
      const size = measure.atBreak(i)
      if (size > room) return Number.POSITIVE_INFINITY
      if (other > 0 && other <= own) return size
    }
    return end
  }
}

/** A cut at the start of a line, by quality and then by nearness to the target; null when there is no good one. */
function lineCut(plan: Plan, last: number, end: number): number | null {
  const { breaks, measure, sizes } = plan
  const { small, target, maximum } = sizes
  let most = maximum
  const whole = wholeBlock(plan, last, end)
  if (whole > 0) {
    most = measure.atBreak(whole)
    if (most < small) return breaks.at[whole] ?? null
  }
  const rest = Math.max(small, sectionOrEnd(plan, last, end) - small)
  for (const [quality, least] of [
    [PARAGRAPH, small],
    [INNER, small],
    [LINE, Math.min(target / 2, most)],
  ] as const) {
    let best = -1
    let bestGap = Number.POSITIVE_INFINITY
    for (let i = 1; i <= last; i++) {
      if ((breaks.quality[i] ?? 0) < quality) continue
      const size = measure.atBreak(i)
      if (size > most) break
      if (size < least) continue
      // A cut that leaves a rest too small for a passage counts as far away.
      const gap = Math.abs(size - target) + (size > rest ? maximum : 0)
      if (gap < bestGap) {
        best = i
        bestGap = gap
      }
    }
    if (best > 0) return breaks.at[best] ?? null
  }
  return null
}

/** What the section takes from the start of the passage, as far as it can be seen. */
function sectionOrEnd({ breaks, measure, sizes }: Plan, last: number, end: number): number {
  for (let i = 1; i <= last; i++) {
    if (breaks.quality[i] === SECTION && measure.atBreak(i) > sizes.maximum) return measure.atBreak(i)
  }
  return end
}

/**
 * Where to end before a list, table or code block that would be cut though it fits into a passage: the place where it
 * starts, with the headings and the line that belong to it; 0 when there is none.
 */
function wholeBlock(plan: Plan, last: number, end: number): number {
  const { breaks, measure, sizes } = plan
  const within = lastWithin(plan, sizes.maximum)
  const block = breaks.block[within] ?? 0
  if (block === 0) return 0
  let start = within
  while (start > 0 && breaks.block[start - 1] === block) start--
  let after = within + 1
  while (after <= last && breaks.block[after] === block) after++
  const blockEnd = after <= last ? measure.atBreak(after) : end
  while (start > 0 && (breaks.quality[start] ?? 0) < INNER) start--
  return blockEnd - measure.atBreak(start) <= sizes.maximum ? start : 0
}

/** A cut inside a line: after a sentence, a clause, a word, or anywhere between graphemes. */
function textCut(plan: Plan): number {
  const { text, breaks, measure, sizes, complete } = plan
  const from = breaks.at[0] ?? 0
  const high = measure.reach(sizes.maximum, text.length)
  const wanted = Math.min(measure.reach(sizes.target, text.length), high)
  const low = measure.reach(sizes.target / 2, text.length)
  const stretch: Stretch = { text, from, low: Math.max(low, from + 1), high, wanted }
  const early: Stretch = {
    ...stretch,
    low: Math.max(measure.reach(sizes.small, text.length), from + 1),
    high: stretch.low,
    wanted: stretch.low,
  }
  const sentence = nearestSentenceEnd(stretch, plan.language())
  if (sentence >= 0) return sentence
  for (const place of [nearestSentenceEnd(early, plan.language()), nearestClauseEnd(stretch), nearestSpace(stretch)]) {
    if (place >= 0) return place
  }
  const word = nearestWordStart(stretch)
  if (word >= 0) return word
  const before = lastGraphemeBoundary(text, from, wanted)
  if (before > from) return before
  return graphemeEnd(text, from, text.length, complete)
}
