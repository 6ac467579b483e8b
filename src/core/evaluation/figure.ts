import type { BlindSample, Stratum } from '#core/evaluation/blind-sample'
import { eras, type Mark, type Marks, marksOf, type PairsNow } from '#core/evaluation/marks'
import { type Interval, wilson } from '#core/evaluation/wilson'
import type { StoredPair } from '#core/ports/project-store'
import type { Run } from '#core/run/run'

/** Right, wrong and undecided marks, and what they say. */
export interface Share {
  readonly right: number
  /** Right and wrong together: what the share is out of. */
  readonly marked: number
  /** Marks that say that the person could not tell; in neither. */
  readonly unclear: number
  /** Weighted by stratum; null without a mark. */
  readonly share: number | null
  readonly interval: Interval
}

/** The measured share of right pairs among what an export would take, and what it covers. */
export interface BlindFigure extends Share {
  /** Pairs that an export would have taken when the samples were drawn. */
  readonly population: number
  /** Whether every one of them was marked right or wrong: then the share is no estimate. */
  readonly exact: boolean
  /** Whether more than a tenth of them was marked, so that the interval is wider than it need be. */
  readonly generous: boolean
  /** Pairs written after the newest of these samples was drawn: the figure is void for them. */
  readonly newer: number
  /** Pairs, at least, that came in since by decisions or other checks without being in what was drawn from. */
  readonly entered: number
  readonly seeds: readonly number[]
  /** Marks that no longer count. */
  readonly lost: number
  readonly open: number
}

/** What stands in the project now, as far as it bears on a figure. */
export interface ProjectNow {
  /** Visible pairs of all entries of all samples, by key. */
  readonly pairs: PairsNow
  readonly runs: readonly Pick<Run, 'sequence' | 'chosen' | 'pairs'>[]
  /** Pairs that an export would take now. */
  readonly exportable: number
}

const STRATA: readonly Stratum[] = ['export', 'failed']

/** From this share on a sample is a good part of all pairs (a usual rule of sampling texts, e.g. Cochran 1977, §2.7). */
const GOOD_PART = 0.1

/**
 * Weighs each mark by how many pairs of its stratum it stands for, which is N / n. Where all marks come from one stratum
 * that changes nothing; after pairs were judged anew, the marks of both may lie in what an export takes. The interval is
 * Wilson's with Kish's effective number of marks, (Σw)² / Σw² (L. Kish, Survey Sampling, 1965, §11.7).
 *
 * @param all every mark that counts, on either side: they tell n
 * @param chosen the marks that the share is about
 */
export function shareOf(population: BlindSample['population'], all: readonly Mark[], chosen: readonly Mark[]): Share {
  const decided = (marks: readonly Mark[]): readonly Mark[] => marks.filter(({ verdict }) => verdict !== 'unclear')
  const weights = new Map(
    STRATA.map(stratum => {
      const marked = decided(all).filter(({ entry }) => entry.stratum === stratum).length
      return [stratum, marked === 0 ? 0 : population[stratum] / marked] as const
    }),
  )
  const marks = decided(chosen)
  let [sum, squares, right] = [0, 0, 0]
  for (const { entry, verdict } of marks) {
    const weight = weights.get(entry.stratum) ?? 0
    sum += weight
    squares += weight * weight
    if (verdict === 'right') right += weight
  }
  const share = sum === 0 ? null : right / sum
  const effective = squares === 0 ? 0 : (sum * sum) / squares
  return {
    right: marks.filter(({ verdict }) => verdict === 'right').length,
    marked: marks.length,
    unclear: chosen.length - marks.length,
    share,
    interval: wilson((share ?? 0) * effective, effective),
  }
}

/** Samples that the figure of now rests on, with their marks: one era, pooled. Null without any sample. */
export interface Standing extends Marks {
  readonly samples: readonly BlindSample[]
  readonly population: BlindSample['population']
}

/**
 * The newest era whose samples are marked to the end, else the newest with a mark, else the newest: an unfinished new
 * check does not push a finished one aside (rule BLIND6).
 *
 * @param samples all of a project, newest first
 */
export function standing(samples: readonly BlindSample[], pairs: PairsNow): Standing | null {
  const told = eras(samples).map(era => ({ era, marks: marksOf(era, pairs) }))
  const best =
    told.find(({ marks }) => marks.open === 0 && marks.counted.length > 0) ??
    told.find(({ marks }) => marks.counted.length > 0) ??
    told[0]
  const newest = best?.era[0]
  if (best === undefined || newest === undefined) return null
  return { ...best.marks, samples: best.era, population: newest.population }
}

/**
 * The figure for what an export would take (rules BLIND4 to BLIND8). Null where no pair was ever drawn.
 *
 * @param samples all of a project, newest first
 * @param taken narrows to a part of the pairs by what does not depend on marks: task, language, document
 */
export function blindFigure(
  samples: readonly BlindSample[],
  { pairs, runs, exportable }: ProjectNow,
  taken: (stored: StoredPair) => boolean = () => true,
): BlindFigure | null {
  const held = standing(samples, pairs)
  const newest = held?.samples[0]
  if (held === null || newest === undefined) return null
  const chosen = held.counted.filter(({ side, stored }) => side === 'export' && taken(stored))
  const figure = shareOf(held.population, held.counted, chosen)
  const newer = runs.reduce(
    (sum, { sequence, chosen: counts, pairs: written }) =>
      counts ? sum + Math.max(0, written - (newest.written[String(sequence)] ?? 0)) : sum,
    0,
  )
  const population = held.population.export
  const drawn = held.counted.filter(({ entry, verdict }) => entry.stratum === 'export' && verdict !== 'unclear')
  const exact = population > 0 && drawn.length >= population && drawn.length === figure.marked
  return {
    ...figure,
    ...(exact && figure.share !== null && { interval: { low: figure.share, high: figure.share } }),
    population,
    exact,
    generous: population > 0 && figure.marked / population > GOOD_PART,
    newer,
    entered: Math.max(0, exportable - population - newer),
    seeds: held.samples.map(({ seed }) => seed).sort((a, b) => a - b),
    lost: held.lost,
    open: held.open,
  }
}

/** What the interval would be after so many more marks at the same share (rule BLIND5); without a share, at nine in ten. */
export function intervalAfter({ share, marked }: Pick<Share, 'share' | 'marked'>, more: number): Interval {
  const total = marked + more
  return wilson((share ?? 0.9) * total, total)
}
