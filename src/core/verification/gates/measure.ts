import { wilson } from '#core/evaluation/wilson'
import type { Gate, PlantKind, Weighed } from '#core/verification/gates/gate'
import type { Thresholds } from '#core/verification/thresholds'

/** A share with its 95 % interval. */
export interface Rate {
  readonly count: number
  readonly total: number
  readonly low: number
  readonly high: number
}

/** How a judge did on pairs whose truth is known. */
export interface JudgeMeasure {
  /** Of right pairs, those that it passes. */
  readonly right: Rate
  /** Of planted wrong pairs, those that it passes all the same. */
  readonly wrong: Rate
  /** Planted wrong pairs that it noticed, and all of them. */
  readonly caught: number
  readonly planted: number
  readonly kinds: readonly { readonly kind: PlantKind; readonly caught: number; readonly planted: number }[]
  /** Answers that were no verdict, to either. */
  readonly unclear: number
  /**
   * Whether it can tell: the intervals of the two rates do not touch, so that it passes right pairs more often than
   * wrong ones beyond chance.
   */
  readonly fit: boolean
}

/** A judge's word on one known pair: `kind` is null for a right one. */
export interface Probe {
  readonly kind: PlantKind | null
  readonly weighed: Weighed
}

/**
 * True and false positive rates of a judge (rule GATE9). A judge that says YES to all passes wrong pairs as often as right
 * ones, one that gives no verdict passes none, one that guesses passes about as many of both: none of them is fit. Neither
 * is one that was shown too few pairs to tell.
 */
export function measureJudge(gate: Gate, thresholds: Thresholds, probes: readonly Probe[]): JudgeMeasure {
  const passes = ({ weighed }: Probe): boolean => weighed.kind === 'score' && weighed.score >= gate.line(thresholds)
  const rights = probes.filter(({ kind }) => kind === null)
  const wrongs = probes.filter(({ kind }) => kind !== null)
  const right = rateOf(rights.filter(passes).length, rights.length)
  const wrong = rateOf(wrongs.filter(passes).length, wrongs.length)
  const kinds = gate.notices.map(kind => {
    const planted = wrongs.filter(probe => probe.kind === kind)
    return { kind, planted: planted.length, caught: planted.filter(probe => !passes(probe)).length }
  })
  return {
    right,
    wrong,
    caught: wrong.total - wrong.count,
    planted: wrong.total,
    kinds: kinds.filter(({ planted }) => planted > 0),
    unclear: probes.filter(({ weighed }) => weighed.kind === 'unclear').length,
    fit: right.low > wrong.high,
  }
}

function rateOf(count: number, total: number): Rate {
  return { count, total, ...wilson(count, total) }
}
