import { describe, expect, it } from 'vitest'
import { checkProposals, cutProposal, FEWEST_FOR_CUT, type ScoredCheck } from '#core/evaluation/proposals'
import { standing } from '#core/evaluation/figure'
import { wilson } from '#core/evaluation/wilson'
import type { StoredPair } from '#core/ports/project-store'
import { byKey, entryOf, sampleWith, storedPair } from './blind-fixtures'

const rejects = (right: number, marked: number) => ({
  check: 'numbers',
  right,
  marked,
  unclear: 0,
  share: marked === 0 ? null : right / marked,
  interval: wilson(right, marked),
})

const ALIGNED: ScoredCheck = { check: 'evidence', threshold: 'aligned', high: 'good' }

function scored(key: string, score: number): StoredPair {
  return storedPair(key, { checks: [{ name: 'evidence', result: 'pass', reason: 'found', score }] })
}

function cutOf(right: readonly number[], wrong: readonly number[], check = ALIGNED) {
  const told = [
    ...right.map((score, at) => ({ pair: scored(`r${String(at)}`, score), verdict: 'right' as const })),
    ...wrong.map((score, at) => ({ pair: scored(`w${String(at)}`, score), verdict: 'wrong' as const })),
  ]
  const sample = sampleWith(told.map(({ pair, verdict }) => entryOf(pair, 'export', verdict)))
  const held = standing([sample], byKey(told.map(({ pair }) => pair)))
  return held === null ? null : cutProposal(check, held)
}

const range = (count: number, of: (at: number) => number): readonly number[] =>
  Array.from({ length: count }, (_, at) => of(at))

describe('proposals from marks', () => {
  it('BLIND10: a check is too strict or fine only when the whole interval says so', () => {
    // Wilson's interval of 9 of 10 is 0.596 to 0.982, of 1 of 10 its mirror image.
    expect(checkProposals([rejects(9, 10)])).toEqual([
      { check: 'numbers', right: 9, marked: 10, says: 'too-strict', needed: 0 },
    ])
    expect(checkProposals([rejects(1, 10)])).toMatchObject([{ says: 'fine', needed: 0 }])
    expect(checkProposals([rejects(5, 10)])).toMatchObject([{ says: 'open', needed: null }])
  })

  it('BLIND10: says how many marks would tell', () => {
    const [proposal] = checkProposals([rejects(1, 4)])
    expect(proposal).toMatchObject({ says: 'open' })
    const needed = proposal?.needed ?? 0
    expect(needed).toBeGreaterThan(0)
    expect(wilson(0.25 * (4 + needed), 4 + needed).high).toBeLessThan(0.5)
    expect(wilson(0.25 * (3 + needed), 3 + needed).high).toBeGreaterThanOrEqual(0.5)
  })

  it('BLIND11: proposes the cut between scores that part right from wrong', () => {
    const proposal = cutOf(
      range(12, at => 0.7 + at / 100),
      range(12, at => 0.3 + at / 100),
    )
    // Highest wrong 0.41, lowest right 0.7.
    expect(proposal).toMatchObject({ threshold: 'aligned', right: 12, wrong: 12, gain: 1 })
    expect(proposal?.cut).toBeCloseTo(0.555, 10)
  })

  it('BLIND11: turns round where a high score is bad, and finds none where scores say nothing', () => {
    const repeats: ScoredCheck = { check: 'evidence', threshold: 'repetition', high: 'bad' }
    const [high, low] = [range(10, () => 0.9), range(10, () => 0.2)]
    expect(cutOf(low, high, repeats)).toMatchObject({ cut: 0.55, gain: 1 })
    expect(cutOf(low, high)).toMatchObject({ cut: null, gain: 0 })
    expect(cutOf(low, low)).toMatchObject({ cut: null, gain: 0 })
  })

  it('BLIND11: says how many more marks it takes', () => {
    expect(
      cutOf(
        [0.9, 0.8],
        range(4, () => 0.1),
      ),
    ).toMatchObject({
      cut: null,
      gain: null,
      needed: { right: FEWEST_FOR_CUT - 2, wrong: FEWEST_FOR_CUT - 4 },
    })
  })
})
