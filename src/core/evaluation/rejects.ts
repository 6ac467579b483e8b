import { type Share, shareOf, type Standing } from '#core/evaluation/figure'

/** How often one check takes out what is right. */
export interface CheckRejects extends Share {
  readonly check: string
}

/** What the checks took out that was right. */
export interface Rejects extends Share {
  /** By check, most marks first. A pair that several checks failed counts for each. */
  readonly checks: readonly CheckRejects[]
  /** Right pairs among all that failed, as estimated from the marks; null without a mark. */
  readonly rightTakenOut: number | null
  /** Their share of all right pairs, over both strata; null while one of them has no mark. */
  readonly shareOfRight: number | null
}

/**
 * False rejects: the share of failed pairs that the person found right, for all checks and for each (rule BLIND9). Only
 * pairs that still fail count. Over both strata, N × share estimates the right pairs of each.
 */
export function rejectsOf({ population, counted }: Pick<Standing, 'population' | 'counted'>): Rejects {
  const failed = counted.filter(({ side, entry }) => side === 'failed' && entry.stratum === 'failed')
  const names = new Set(
    failed.flatMap(({ stored }) =>
      stored.pair.checks.filter(({ result }) => result === 'fail').map(({ name }) => name),
    ),
  )
  const checks = [...names]
    .map(check => {
      const by = failed.filter(({ stored }) =>
        stored.pair.checks.some(({ name, result }) => name === check && result === 'fail'),
      )
      return { check, ...shareOf(population, counted, by) }
    })
    .sort((a, b) => b.marked - a.marked || (a.check < b.check ? -1 : 1))
  const overall = shareOf(population, counted, failed)
  const kept = shareOf(
    population,
    counted,
    counted.filter(({ side }) => side === 'export'),
  )
  const rightTakenOut = overall.share === null ? null : overall.share * population.failed
  const rightKept = kept.share === null ? null : kept.share * population.export
  const shareOfRight =
    rightTakenOut === null || rightKept === null || rightTakenOut + rightKept === 0
      ? null
      : rightTakenOut / (rightTakenOut + rightKept)
  return { ...overall, checks, rightTakenOut, shareOfRight }
}
