import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { approximateSearch } from '#core/text/approximate-search'

/** Edits between two texts, by the textbook. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

function fewest(text: string, pattern: string): number {
  let least = pattern.length
  for (let start = 0; start <= text.length; start++)
    for (let end = start; end <= text.length; end++) least = Math.min(least, edits(pattern, text.slice(start, end)))
  return least
}

describe('approximateSearch', () => {
  it('LOC7: finds the place with the fewest edits, as the textbook does', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '灯'), minLength: 1, maxLength: 14 })
    fc.assert(
      fc.property(text, text, (passage, pattern) => {
        const match = approximateSearch(passage, pattern)
        expect(match?.edits).toBe(fewest(passage, pattern))
        expect(edits(pattern, passage.slice(match?.start, match?.end))).toBe(match?.edits)
      }),
    )
  })

  it('LOC7: so it does with patterns of more than 32 and 64 characters', () => {
    const unit = fc.constantFrom('a', 'b')
    const text = fc.string({ unit, minLength: 60, maxLength: 120 })
    const pattern = fc.string({ unit, minLength: 30, maxLength: 100 })
    fc.assert(
      fc.property(text, pattern, (passage, wanted) => {
        const match = approximateSearch(passage, wanted)
        expect(edits(wanted, passage.slice(match?.start, match?.end))).toBe(match?.edits)
      }),
    )
    const long = 'the keepers of the northern coast chose oak because it burns slowly and gives little smoke'
    const match = approximateSearch(`xx ${long} yy`, long.replace('slowly', 'slwly').replace('oak', 'oakk'))
    expect(match).toEqual({ start: 3, end: 3 + long.length, edits: 2 })
  })

  it('LOC7: nothing is found where there is nothing', () => {
    expect(approximateSearch('', 'a')).toBeNull()
    expect(approximateSearch('a', '')).toBeNull()
  })
})
