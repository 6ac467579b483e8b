import type { Mark } from '#core/evaluation/marks'
import type { CheckRejects } from '#core/evaluation/rejects'
import { wilson } from '#core/evaluation/wilson'
import type { Standing } from '#core/evaluation/figure'
import type { Thresholds } from '#core/verification/thresholds'

/** What the marks say of a check that gives no score. */
export interface CheckProposal {
  readonly check: string
  readonly right: number
  readonly marked: number
  /**
   * `too-strict`: most of what it fails is right. `fine`: most of it is wrong. `open`: the marks cannot tell yet.
   */
  readonly says: 'too-strict' | 'fine' | 'open'
  /** Marks of pairs that this check failed which are still needed, if they go on as they are; null where none would do. */
  readonly needed: number | null
}

/** Whether the interval of a share lies on one side of a half. */
function clear(right: number, marked: number): 'too-strict' | 'fine' | null {
  const { low, high } = wilson(right, marked)
  return low > 0.5 ? 'too-strict' : high < 0.5 ? 'fine' : null
}

/** More marks than this nobody will make for one check. */
const MOST_NEEDED = 200

/**
 * Judges each check by what it failed (rule BLIND10): it is too strict where the whole interval of its false rejects lies
 * above a half, fine where it lies below.
 */
export function checkProposals(checks: readonly CheckRejects[]): readonly CheckProposal[] {
  return checks.map(({ check, right, marked }) => {
    const says = clear(right, marked)
    if (says !== null) return { check, right, marked, says, needed: 0 }
    const share = marked === 0 ? 0 : right / marked
    let needed: number | null = null
    for (let more = 1; more <= MOST_NEEDED && needed === null; more += 1)
      if (clear(share * (marked + more), marked + more) !== null) needed = more
    return { check, right, marked, says: 'open', needed }
  })
}

/** Where a check that gives a score draws its line. `high` says which side of it is good. */
export interface ScoredCheck {
  readonly check: string
  readonly threshold: keyof Thresholds
  readonly high: 'good' | 'bad'
}

/** A cut that would part right from wrong better than any other, or how much is missing to tell. */
export interface CutProposal {
  readonly threshold: keyof Thresholds
  readonly check: string
  /** Right and wrong marks of pairs that carry a score of the check. */
  readonly right: number
  readonly wrong: number
  /** null while there are too few of either. */
  readonly cut: number | null
  /** Youden's J of the cut: how much better it tells than chance, in [0, 1]. */
  readonly gain: number | null
  /** Right and wrong marks that are still needed. */
  readonly needed: { readonly right: number; readonly wrong: number }
}

/** Fewer marks than this of either kind tell nothing about a line. */
export const FEWEST_FOR_CUT = 10

/**
 * The cut with the greatest J = sensitivity + specificity − 1 (W. J. Youden, “Index for rating diagnostic tests”, Cancer 3,
 * 1950, 32–35), each mark weighed by the pairs that it stands for. Cuts lie half-way between neighbouring scores; of equal
 * ones the first stands. Linear in the marks after sorting (rule BLIND11).
 */
export function cutProposal(
  scored: ScoredCheck,
  { counted, population }: Pick<Standing, 'counted' | 'population'>,
): CutProposal {
  const decided = counted.filter(({ verdict }) => verdict !== 'unclear')
  const weightOf = ({ entry }: Mark): number =>
    population[entry.stratum] / decided.filter(one => one.entry.stratum === entry.stratum).length
  const marks = decided.flatMap(mark => {
    const score = mark.stored.pair.checks.find(({ name }) => name === scored.check)?.score
    return score === undefined ? [] : [{ score, right: mark.verdict === 'right', weight: weightOf(mark) }]
  })
  marks.sort((a, b) => a.score - b.score)
  const right = marks.filter(mark => mark.right).length
  const wrong = marks.length - right
  const needed = { right: Math.max(0, FEWEST_FOR_CUT - right), wrong: Math.max(0, FEWEST_FOR_CUT - wrong) }
  const told = { threshold: scored.threshold, check: scored.check, right, wrong, needed }
  if (needed.right + needed.wrong > 0) return { ...told, cut: null, gain: null }
  const total = { right: 0, wrong: 0 }
  for (const mark of marks) total[mark.right ? 'right' : 'wrong'] += mark.weight
  const below = { right: 0, wrong: 0 }
  let best: { cut: number; gain: number } | null = null
  for (const [place, mark] of marks.entries()) {
    below[mark.right ? 'right' : 'wrong'] += mark.weight
    const next = marks[place + 1]
    if (next === undefined || next.score === mark.score) continue
    const lowIsWrong = below.wrong / total.wrong - below.right / total.right
    const gain = scored.high === 'good' ? lowIsWrong : -lowIsWrong
    if (best === null || gain > best.gain) best = { cut: (mark.score + next.score) / 2, gain }
  }
  return best === null || best.gain <= 0 ? { ...told, cut: null, gain: 0 } : { ...told, ...best }
}
