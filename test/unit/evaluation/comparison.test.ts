import { describe, expect, it } from 'vitest'
import {
  blindPairs,
  type ComparedWriting,
  type Comparison,
  compareSides,
  markedSides,
} from '#core/evaluation/comparison'
import { wilson } from '#core/evaluation/wilson'
import type { Check } from '#core/synthesis/pair'
import { keptPair } from '#test/unit/teaching/kept'

const PASS: Check = { name: 'evidence', result: 'pass', reason: 'x' }
const DOUBT: Check = { name: 'evidence', result: 'doubt', reason: 'x' }
const FAIL: Check = { name: 'duplicate', result: 'fail', reason: 'x' }

function writing(side: 'with' | 'without', start: number, pairs: readonly [string, ...Check[]][]): ComparedWriting {
  return {
    side,
    document: 1,
    name: 'a.md',
    row: null,
    start,
    end: start + 10,
    headings: [],
    language: 'en',
    text: 'Oak burns.',
    pairs: pairs.map(([instruction, ...checks]) => ({
      ...keptPair({ instruction, checks }).pair,
      // A decision that a pair carries says nothing of what its recipe is worth.
      decision: 'keep',
    })),
    reason: pairs.length === 0 ? 'no-tags' : null,
    usage: { promptTokens: 100, reusedTokens: 40, answerTokens: 10, prefillMs: 5, decodeMs: 20 },
  }
}

const comparison = (written: readonly ComparedWriting[], marks: Comparison['marks'] = {}): Comparison => ({
  passages: 4,
  written,
  marks,
  seed: 3,
})

describe('comparing two recipes', () => {
  it('COMPARE1: counts the passages that both have written, and no others', () => {
    const sides = compareSides(
      comparison([
        writing('without', 0, [['A?', PASS]]),
        writing('with', 0, [
          ['B?', PASS],
          ['C?', PASS],
        ]),
        writing('without', 50, [['D?', PASS]]),
      ]),
    )
    expect([sides.without.passages, sides.with.passages]).toEqual([1, 1])
    expect([sides.without.pairs, sides.with.pairs]).toEqual([1, 2])
  })

  it('COMPARE2: states are those of the checks, whatever was decided', () => {
    const { without } = compareSides(
      comparison([
        writing('without', 0, [
          ['A?', PASS],
          ['B?', DOUBT],
          ['C?', DOUBT, FAIL],
        ]),
        writing('with', 0, []),
        writing('without', 9, []),
        writing('with', 9, []),
      ]),
    )
    expect(without).toMatchObject({ pairs: 3, none: 1, states: { ready: 1, unsure: 1, failed: 1 } })
    expect([...without.checks]).toEqual([
      ['evidence', 2],
      ['duplicate', 1],
    ])
    expect(without).toMatchObject({ promptTokens: 200, reusedTokens: 80, answerTokens: 20, ms: 50 })
  })

  const both = [
    writing('without', 0, [
      ['A?', PASS],
      ['Same?', PASS],
    ]),
    writing('with', 0, [
      ['B?', PASS],
      ['Same?', PASS],
    ]),
    writing('without', 50, [['C?', PASS]]),
    writing('with', 50, [['D?', PASS]]),
  ]

  it('COMPARE3: pairs are mixed by the seed, not by who wrote first; the same words are marked once', () => {
    const pairs = blindPairs(comparison(both))
    expect(pairs).toHaveLength(5)
    expect(pairs.find(({ pair }) => pair.instruction === 'Same?')?.sides.toSorted()).toEqual(['with', 'without'])
    const order = (list: typeof pairs): string[] => list.map(({ pair }) => pair.instruction)
    expect(order(blindPairs(comparison(both.toReversed())))).toEqual(order(pairs))
    expect(
      new Set([1, 2, 3, 4, 5].map(seed => order(blindPairs({ written: both, seed })).join())).size,
    ).toBeGreaterThan(1)
  })

  it('COMPARE4: right and wrong count for their side, what could not be told for neither', () => {
    const pairs = blindPairs(comparison(both))
    const id = (instruction: string): string => pairs.find(({ pair }) => pair.instruction === instruction)?.id ?? ''
    const marks = { [id('Same?')]: 'right', [id('A?')]: 'wrong', [id('B?')]: 'unclear', [id('D?')]: 'right' } as const
    const sides = markedSides(comparison(both, marks))
    expect(sides.without).toMatchObject({ right: 1, marked: 2 })
    expect(sides.with).toMatchObject({ right: 2, marked: 2 })
    expect(sides.with.low).toBeCloseTo(wilson(2, 2).low)
  })

  it('COMPARE4: Wilson’s interval is that of the tables, and stays within 0 and 1', () => {
    // Brown, Cai and DasGupta (2001) and the usual calculators: 57 of 60, 10 of 10, 0 of 10, 1 of 2.
    expect(wilson(57, 60).low).toBeCloseTo(0.863, 3)
    expect(wilson(57, 60).high).toBeCloseTo(0.9829, 3)
    expect(wilson(10, 10).low).toBeCloseTo(0.7225, 3)
    expect(wilson(10, 10).high).toBe(1)
    expect(wilson(0, 10)).toEqual({ low: 0, high: expect.closeTo(0.2775, 3) })
    expect(wilson(1, 2).low).toBeCloseTo(0.0945, 3)
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
  })
})
