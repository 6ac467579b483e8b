import type { Language } from '#core/documents/document'
import type { Verdict } from '#core/evaluation/blind-sample'
import { wilson } from '#core/evaluation/wilson'
import type { Usage } from '#core/ports/engine'
import type { Pair, State } from '#core/synthesis/pair'
import { randomStream } from '#core/synthesis/random-stream'
import { stateOf } from '#core/verification/state'

/** The two recipes of a comparison: as it is, and with the person's examples. */
export const SIDES = ['without', 'with'] as const
export type Side = (typeof SIDES)[number]

/** What one recipe made of one passage. */
export interface ComparedWriting {
  readonly side: Side
  /** Key of the document. */
  readonly document: number
  readonly name: string
  readonly row: number | null
  readonly start: number
  readonly end: number
  readonly headings: readonly string[]
  readonly language: Language
  readonly text: string
  readonly pairs: readonly Pair[]
  /** Why there are none; null where there are. */
  readonly reason: string | null
  /** null where the passage could not be asked about. */
  readonly usage: Usage | null
}

export interface Comparison {
  /** Passages that each of the two is going to write. */
  readonly passages: number
  readonly written: readonly ComparedWriting[]
  /** By `BlindPair.id`. */
  readonly marks: Readonly<Record<string, Verdict>>
  readonly seed: number
}

export interface SideFigures {
  readonly passages: number
  /** Passages that gave no pair. */
  readonly none: number
  readonly pairs: number
  readonly states: Readonly<Record<'ready' | 'unsure' | 'failed', number>>
  /** Pairs for which a check did not pass, by check. */
  readonly checks: ReadonlyMap<string, number>
  readonly promptTokens: number
  readonly reusedTokens: number
  readonly answerTokens: number
  readonly ms: number
}

const placeOf = ({ document, start }: Pick<ComparedWriting, 'document' | 'start'>): string => `${document} ${start}`

/** Only what both have written: the passages are then the same ones (rule COMPARE1). */
function inBoth({ written }: Pick<Comparison, 'written'>): readonly ComparedWriting[] {
  const [without, taught] = SIDES.map(side => new Set(written.filter(one => one.side === side).map(placeOf)))
  return written.filter(one => without?.has(placeOf(one)) === true && taught?.has(placeOf(one)) === true)
}

/** What each side gave and cost, over the passages that both have written (rules COMPARE1, COMPARE2). */
export function compareSides(comparison: Pick<Comparison, 'written'>): Readonly<Record<Side, SideFigures>> {
  const written = inBoth(comparison)
  const of = (side: Side): SideFigures => figuresOf(written.filter(one => one.side === side))
  return { without: of('without'), with: of('with') }
}

function figuresOf(written: readonly ComparedWriting[]): SideFigures {
  const pairs = written.flatMap(one => one.pairs)
  const states = { ready: 0, unsure: 0, failed: 0 }
  const checks = new Map<string, number>()
  for (const pair of pairs) {
    const state: State = stateOf(null, pair.checks)
    if (state === 'ready' || state === 'unsure' || state === 'failed') states[state] += 1
    for (const { name, result } of pair.checks) if (result !== 'pass') checks.set(name, (checks.get(name) ?? 0) + 1)
  }
  const sum = (of: (usage: Usage) => number): number =>
    written.reduce((total, { usage }) => total + (usage === null ? 0 : of(usage)), 0)
  return {
    passages: written.length,
    none: written.filter(one => one.pairs.length === 0).length,
    pairs: pairs.length,
    states,
    checks,
    promptTokens: sum(usage => usage.promptTokens),
    reusedTokens: sum(usage => usage.reusedTokens),
    answerTokens: sum(usage => usage.answerTokens),
    ms: sum(usage => usage.prefillMs + usage.decodeMs),
  }
}

/** A pair to be marked without knowing which recipe wrote it. */
export interface BlindPair {
  readonly id: string
  /** Both where both wrote the same words about the passage: one mark counts for each. */
  readonly sides: readonly Side[]
  readonly pair: Pair
  readonly writing: ComparedWriting
}

/** All pairs of the passages that both have written, mixed by the seed (rule COMPARE3). */
export function blindPairs(comparison: Pick<Comparison, 'written' | 'seed'>): readonly BlindPair[] {
  const found = new Map<string, { sides: Side[]; pair: Pair; writing: ComparedWriting }>()
  for (const writing of inBoth(comparison)) {
    for (const pair of writing.pairs) {
      const id = JSON.stringify([placeOf(writing), pair.instruction, pair.response, pair.options, pair.reasoning])
      const same = found.get(id)
      if (same === undefined) found.set(id, { sides: [writing.side], pair, writing })
      else if (!same.sides.includes(writing.side)) same.sides.push(writing.side)
    }
  }
  // Sorted by words first: which side was written first must not show.
  const pairs = [...found].map(([id, rest]) => ({ id, ...rest })).sort((a, b) => (a.id < b.id ? -1 : 1))
  return randomStream(comparison.seed, 'blind').shuffle(pairs)
}

export interface MarkedSide {
  readonly right: number
  /** Right and wrong ones; what could not be told counts for nothing. */
  readonly marked: number
  /** Wilson's interval of the share of right ones, at 95 %. */
  readonly low: number
  readonly high: number
}

/** What the marks say of each side (rule COMPARE4). */
export function markedSides(comparison: Comparison): Readonly<Record<Side, MarkedSide>> {
  const pairs = blindPairs(comparison)
  const of = (side: Side): MarkedSide => {
    const verdicts = pairs.filter(({ sides }) => sides.includes(side)).map(({ id }) => comparison.marks[id])
    const right = verdicts.filter(verdict => verdict === 'right').length
    const marked = right + verdicts.filter(verdict => verdict === 'wrong').length
    return { right, marked, ...wilson(right, marked) }
  }
  return { without: of('without'), with: of('with') }
}
