import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ProblemError } from '#core/problem'
import { holdsKey, joinRanges, rangeEnd, rangesOf, withoutRanges } from '#storage/database/key-ranges'
import { comparePlaces, pairKeyOf, placeOf } from '#storage/pairs/pair-key'

const place = fc.record({
  document: fc.nat(36 ** 6 - 1),
  start: fc.nat(36 ** 6 - 1),
  run: fc.nat(36 ** 4 - 1),
  place: fc.nat(36 ** 3 - 1),
})

describe('keys of pairs', () => {
  it('STORE6: a key gives its place back, and keys compare as their places do', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(placeOf(pairKeyOf(a))).toEqual(a)
        const byKey = pairKeyOf(a) < pairKeyOf(b) ? -1 : pairKeyOf(a) > pairKeyOf(b) ? 1 : 0
        expect(byKey).toBe(Math.sign(comparePlaces(a, b)))
      }),
    )
  })

  it('STORE6: a number too large for a key is refused; a string that is no key names no place', () => {
    expect(() => pairKeyOf({ document: 0, start: 0, run: 0, place: 36 ** 3 })).toThrow(ProblemError)
    for (const key of ['', 'x', '0'.repeat(18), '0'.repeat(20), `${'0'.repeat(18)}!`, 'A'.repeat(19)]) {
      expect(placeOf(key)).toBeNull()
    }
  })
})

const keySet = fc.uniqueArray(fc.nat(40)).map(keys => keys.sort((a, b) => a - b))
const keysIn = (ranges: readonly number[]): number[] =>
  Array.from({ length: 41 }, (_, i) => i).filter(i => holdsKey(ranges, i))

describe('ranges of keys', () => {
  it('STORE16: ranges hold, join and lose exactly the keys that sets would', () => {
    fc.assert(
      fc.property(keySet, keySet, (a, b) => {
        const [left, right] = [rangesOf(a), rangesOf(b)]
        expect(keysIn(left)).toEqual(a)
        expect(keysIn(joinRanges(left, right))).toEqual([...new Set([...a, ...b])].sort((x, y) => x - y))
        expect(keysIn(withoutRanges(left, right))).toEqual(a.filter(key => !b.includes(key)))
        expect(joinRanges(left, [])).toEqual(left)
        for (const key of a) expect(a).not.toContain((rangeEnd(left, key) ?? 0) + 1)
      }),
    )
  })
})
