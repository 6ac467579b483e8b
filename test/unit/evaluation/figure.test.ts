import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BlindSample } from '#core/evaluation/blind-sample'
import { blindFigure, type ProjectNow, standing } from '#core/evaluation/figure'
import { marksOf } from '#core/evaluation/marks'
import { rejectsOf } from '#core/evaluation/rejects'
import { wilson } from '#core/evaluation/wilson'
import type { StoredPair } from '#core/ports/project-store'
import { batch, byKey, entryOf, failedPair, sampleWith, storedPair } from './blind-fixtures'

const right = batch('r', 57, 'export', 'right')
const wrong = batch('w', 3, 'export', 'wrong')
const unclear = batch('u', 2, 'export', 'unclear')
const rejected = batch('f', 4, 'failed', 'right')
const refused = batch('x', 6, 'failed', 'wrong')
const ALL = [right, wrong, unclear, rejected, refused]
const SAMPLE = sampleWith(ALL.flatMap(({ entries }) => entries))

function now(pairs: readonly StoredPair[], more: Partial<ProjectNow> = {}): ProjectNow {
  return { pairs: byKey(pairs), runs: [{ sequence: 1, chosen: true, pairs: 1000 }], exportable: 846, ...more }
}

const PAIRS = ALL.flatMap(({ pairs }) => pairs)
const changed = (key: string, change: (stored: StoredPair) => StoredPair): readonly StoredPair[] =>
  PAIRS.map(stored => (stored.key === key ? change(stored) : stored))
const edited = (stored: StoredPair): StoredPair => ({
  ...stored,
  pair: { ...stored.pair, response: 'Other words.', decision: 'keep', state: 'kept' },
})
const decided =
  (decision: 'keep' | 'drop') =>
  (stored: StoredPair): StoredPair => ({
    ...stored,
    pair: { ...stored.pair, decision, state: decision === 'keep' ? 'kept' : 'dropped' },
  })

describe('the figure of a blind check', () => {
  it('BLIND4: 846 pairs, 60 checked blind, 57 right: 86 to 98 %', () => {
    const figure = blindFigure([SAMPLE], now(PAIRS))
    expect(figure).toMatchObject({ population: 846, marked: 60, right: 57, unclear: 2, share: 0.95, exact: false })
    expect(figure?.interval.low).toBeCloseTo(0.86299, 4)
    expect(figure?.interval.high).toBeCloseTo(0.98285, 4)
    expect(figure).toMatchObject({ newer: 0, entered: 0, seeds: [1], lost: 0, open: 0, generous: false })
    expect(blindFigure([], now(PAIRS))).toBeNull()
  })

  it('BLIND4: says when the interval is wider than it need be, and is exact when everything was marked', () => {
    const some = sampleWith(SAMPLE.entries, { population: { export: 300, failed: 120 } })
    expect(blindFigure([some], now(PAIRS))).toMatchObject({ generous: true, exact: false })
    const all = sampleWith([...right.entries, ...wrong.entries], { population: { export: 60, failed: 0 } })
    expect(blindFigure([all], now(PAIRS))).toMatchObject({ exact: true, interval: { low: 0.95, high: 0.95 } })
  })

  it('BLIND4: without a mark there is a sample and no share', () => {
    const open = batch('o', 5, 'export', null)
    expect(blindFigure([sampleWith(open.entries)], now(open.pairs))).toMatchObject({
      marked: 0,
      share: null,
      open: 5,
      interval: { low: 0, high: 1 },
    })
  })

  it('BLIND6: is void for pairs written later, and says how many those are', () => {
    const runs = [
      { sequence: 1, chosen: true, pairs: 1030 },
      { sequence: 2, chosen: true, pairs: 44 },
      { sequence: 3, chosen: false, pairs: 500 },
    ]
    expect(blindFigure([SAMPLE], now(PAIRS, { runs }))).toMatchObject({ newer: 74, entered: 0, marked: 60 })
    expect(blindFigure([SAMPLE], now(PAIRS, { runs, exportable: 940 }))).toMatchObject({ newer: 74, entered: 20 })
  })

  it('BLIND6: samples between which nothing was written count together', () => {
    const more = batch('m', 10, 'export', 'right')
    const second = sampleWith(more.entries, { id: 'sample-2', seed: 2 })
    const both = blindFigure([second, SAMPLE], now([...PAIRS, ...more.pairs]))
    expect(both).toMatchObject({ marked: 70, right: 67, seeds: [1, 2] })
  })

  it('BLIND6: a newer sample takes the place of older ones when it is marked to the end, not before', () => {
    const [marked, open] = [batch('m', 4, 'export', 'right'), batch('o', 4, 'export', null)]
    const newer = (entries: BlindSample['entries']): BlindSample =>
      sampleWith(entries, { id: 'sample-2', seed: 2, written: { '1': 1000, '2': 60 } })
    const pairs = now([...PAIRS, ...marked.pairs, ...open.pairs], {
      runs: [
        { sequence: 1, chosen: true, pairs: 1000 },
        { sequence: 2, chosen: true, pairs: 60 },
      ],
    })
    const half = blindFigure([newer([...marked.entries, ...open.entries]), SAMPLE], pairs)
    expect(half).toMatchObject({ marked: 60, newer: 60 })
    expect(blindFigure([newer(marked.entries), SAMPLE], pairs)).toMatchObject({ marked: 4, newer: 0 })
  })

  it('BLIND7: marks of pairs that were replaced or removed do not count', () => {
    const gone = PAIRS.filter(({ key }) => key !== 'r-0')
    expect(blindFigure([SAMPLE], now(gone))).toMatchObject({ marked: 59, right: 56, lost: 1 })
    const replaced = changed('r-1', stored => ({ ...stored, pair: { ...stored.pair, id: 'another' } }))
    expect(blindFigure([SAMPLE], now(replaced))).toMatchObject({ marked: 59, right: 56, lost: 1 })
  })

  it('BLIND7: an edit takes a right mark away, but leaves a wrong one: the figure is of what nobody looked at', () => {
    expect(blindFigure([SAMPLE], now(changed('r-0', edited)))).toMatchObject({ marked: 59, right: 56, lost: 1 })
    expect(blindFigure([SAMPLE], now(changed('w-0', edited)))).toMatchObject({ marked: 60, right: 57, lost: 0 })
    expect(marksOf([SAMPLE], byKey(changed('u-0', edited)))).toMatchObject({ lost: 1 })
  })

  it('BLIND8: to drop the wrong ones that were found, or keep failed ones, does not better the figure', () => {
    const dropped = wrong.pairs.reduce<readonly StoredPair[]>(
      (pairs, { key }) => pairs.map(stored => (stored.key === key ? decided('drop')(stored) : stored)),
      changed('f-0', decided('keep')),
    )
    expect(blindFigure([SAMPLE], now(dropped))).toMatchObject({ marked: 60, right: 57, share: 0.95 })
  })

  it('BLIND8: what checks now take out leaves the figure; what they let in is weighed by what it stands for', () => {
    const stricter = changed('w-0', ({ key }) => failedPair(key))
    expect(blindFigure([SAMPLE], now(stricter))).toMatchObject({ marked: 59, right: 57 })
    // 62 export marks of which 60 decided: 846 / 60 = 14.1 pairs each; 10 failed marks: 120 / 10 = 12 each.
    const looser = changed('x-0', ({ key }) => storedPair(key))
    const figure = blindFigure([SAMPLE], now(looser))
    const [sum, squares] = [60 * 14.1 + 12, 60 * 14.1 ** 2 + 12 ** 2]
    expect(figure).toMatchObject({ marked: 61, right: 57 })
    expect(figure?.share).toBeCloseTo((57 * 14.1) / sum, 12)
    const effective = sum ** 2 / squares
    expect(figure?.interval.low).toBeCloseTo(wilson(((57 * 14.1) / sum) * effective, effective).low, 12)
  })

  it('BLIND4: narrows to the pairs that an export takes', () => {
    const figure = blindFigure([SAMPLE], now(PAIRS), ({ key }) => key.startsWith('w') || key === 'r-0')
    expect(figure).toMatchObject({ marked: 4, right: 1, share: 0.25 })
  })

  it('BLIND4, BLIND8: with marks of one stratum the interval is plainly Wilson’s, whatever the population', () => {
    const counts = fc.record({
      right: fc.nat({ max: 40 }),
      wrong: fc.nat({ max: 40 }),
      population: fc.integer({ min: 100, max: 1e6 }),
    })
    fc.assert(
      fc.property(counts, ({ right, wrong, population }) => {
        const told = [batch('a', right, 'export', 'right'), batch('b', wrong, 'export', 'wrong')]
        const sample = sampleWith(
          told.flatMap(({ entries }) => entries),
          { population: { export: population, failed: 0 } },
        )
        const figure = blindFigure([sample], now(told.flatMap(({ pairs }) => pairs)))
        const plain = wilson(right, right + wrong)
        expect(figure?.interval.low).toBeCloseTo(plain.low, 9)
        expect(figure?.interval.high).toBeCloseTo(plain.high, 9)
      }),
    )
  })
})

describe('false rejects', () => {
  it('BLIND9: tells the right ones among what failed, for each check and over both strata', () => {
    const held = standing([SAMPLE], byKey(PAIRS))
    const rejects = held === null ? null : rejectsOf(held)
    expect(rejects).toMatchObject({ right: 4, marked: 10, share: 0.4, rightTakenOut: 48 })
    // 48 right ones taken out, 0.95 · 846 = 803.7 right ones left in.
    expect(rejects?.shareOfRight).toBeCloseTo(48 / (48 + 803.7), 10)
    expect(rejects?.checks).toEqual([
      { check: 'numbers', right: 4, marked: 10, unclear: 0, share: 0.4, interval: wilson(4, 10) },
    ])
  })

  it('BLIND9: a pair that several checks failed counts for each, a doubt for none, and what passes now for none', () => {
    const checks = [
      { name: 'numbers', result: 'fail', reason: 'a' },
      { name: 'language', result: 'fail', reason: 'b' },
      { name: 'evidence', result: 'doubt', reason: 'c' },
    ] as const
    const both = failedPair('both', { checks })
    const passes = failedPair('passes')
    const sample = sampleWith([entryOf(both, 'failed', 'right'), entryOf(passes, 'failed', 'right')])
    const held = standing([sample], byKey([both, storedPair('passes')]))
    expect(held === null ? [] : rejectsOf(held).checks.map(({ check, marked }) => [check, marked])).toEqual([
      ['language', 1],
      ['numbers', 1],
    ])
  })

  it('BLIND9: says nothing without marks', () => {
    const held = standing([sampleWith([])], byKey([]))
    expect(held === null ? null : rejectsOf(held)).toMatchObject({
      share: null,
      rightTakenOut: null,
      shareOfRight: null,
    })
  })
})
