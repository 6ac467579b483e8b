import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intervalAfter } from '#core/evaluation/figure'
import { wilson } from '#core/evaluation/wilson'

describe('wilson', () => {
  it('BLIND4: gives the values worked out by hand', () => {
    // p = 0.95, n = 60, z² = 3.841459: (0.95 + 0.032012 ± 1.959964 √(0.000791667 + 0.000266768)) / 1.064024
    const sixty = wilson(57, 60)
    expect(sixty.low).toBeCloseTo(0.86299, 4)
    expect(sixty.high).toBeCloseTo(0.98285, 4)
    // p = 0, n = 10: high = (z²/20 + z²/20) / (1 + z²/10) = 0.384146 / 1.384146
    expect(wilson(0, 10)).toEqual({ low: 0, high: expect.closeTo(0.27753, 4) })
    expect(wilson(10, 10)).toEqual({ low: expect.closeTo(0.72247, 4), high: 1 })
    // p = 0.5, n = 4: 0.5 ± 1.959964 √(0.0625 + 0.060023) / 1.960365
    expect(wilson(2, 4)).toEqual({ low: expect.closeTo(0.15004, 4), high: expect.closeTo(0.84996, 4) })
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
  })

  it('SCORE4: gives the figures of the literature', () => {
    // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29 by the score method.
    for (const [right, total, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      const interval = wilson(right, total)
      expect(interval.low).toBeCloseTo(low, 4)
      expect(interval.high).toBeCloseTo(high, 4)
    }
  })

  it('BLIND4: holds the share, stays in [0, 1], is the mirror image of its complement, and narrows with more marks', () => {
    const marks = fc
      .integer({ min: 1, max: 5000 })
      .chain(total => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)))
    fc.assert(
      fc.property(marks, ([right, total]) => {
        const { low, high } = wilson(right, total)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(right / total)
        expect(high).toBeGreaterThanOrEqual(right / total)
        const mirror = wilson(total - right, total)
        expect(mirror.low).toBeCloseTo(1 - high, 10)
        const more = wilson(right * 2, total * 2)
        expect(more.high - more.low).toBeLessThan(high - low)
      }),
    )
  })

  it('BLIND5: tells what further marks would bring at the same share', () => {
    expect(intervalAfter({ share: 0.95, marked: 40 }, 20)).toEqual(wilson(57, 60))
    expect(intervalAfter({ share: null, marked: 0 }, 20)).toEqual(wilson(18, 20))
  })
})
