import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateTokens } from '#core/text/token-estimate'

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 }))

describe('token estimate', () => {
  it('TEXT1: is a whole number, and 0 only for nothing', () => {
    expect(estimateTokens('')).toBe(0)
    expect(estimateTokens('abc', 2, 2)).toBe(0)
    fc.assert(
      fc.property(anyText, text => {
        const tokens = estimateTokens(text)
        expect(Number.isInteger(tokens)).toBe(true)
        expect(tokens > 0).toBe(text !== '')
      }),
    )
  })

  it('TEXT1: a range counts as the text it holds', () => {
    fc.assert(
      fc.property(anyText, fc.nat(200), fc.nat(200), (text, a, b) => {
        const start = Math.min(a, b, text.length)
        const end = Math.min(Math.max(a, b), text.length)
        expect(estimateTokens(text, start, end)).toBe(estimateTokens(text.slice(start, end)))
      }),
    )
  })

  it('TEXT2: never falls as the text grows', () => {
    fc.assert(
      fc.property(anyText, text => {
        let before = 0
        for (let end = 1; end <= text.length; end++) {
          const now = estimateTokens(text, 0, end)
          expect(now).toBeGreaterThanOrEqual(before)
          before = now
        }
      }),
    )
  })

  it('TEXT2: parts differ from the whole by a few tokens at most', () => {
    const words = fc.array(fc.constantFrom('a', 'word ', 'LOUD', '语言', 'é', '12', '...', '\n', 'x'.repeat(60)), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(words, fc.nat(400), (parts, place) => {
        const text = parts.join('')
        const at = Math.min(place, text.length)
        const apart = estimateTokens(text, 0, at) + estimateTokens(text, at)
        expect(Math.abs(apart - estimateTokens(text))).toBeLessThanOrEqual(7)
      }),
      { numRuns: 500 },
    )
  })

  // Counts of cl100k_base and o200k_base, taken once with js-tiktoken 1.0.21.
  it.each([
    [
      'English',
      'The quick brown fox jumps over the lazy dog, and then it sleeps for two hours in the warm sun.',
      22,
      22,
    ],
    ['Chinese', '人工智能正在改变我们的生活方式，特别是在教育和医疗领域。', 33, 15],
    ['German', 'Die Bundesregierung hat gestern eine neue Verordnung über den Schutz der Umwelt beschlossen.', 23, 15],
    ['Russian', 'Вчера правительство приняло новое постановление об охране окружающей среды.', 30, 16],
    ['code', 'export function add(left: number, right: number): number {\n  return left + right\n}\n', 20, 20],
  ])('TEXT3: %s lies near what tokenizers count', (_name, text, cl100k, o200k) => {
    const tokens = estimateTokens(text)
    expect(tokens).toBeGreaterThanOrEqual(0.9 * Math.min(cl100k, o200k))
    expect(tokens).toBeLessThanOrEqual(1.2 * Math.max(cl100k, o200k))
  })

  it('TEXT3: long texts without spaces are not taken for few words', () => {
    expect(estimateTokens('qzjxkvwp'.repeat(100))).toBeGreaterThan(350)
    expect(estimateTokens('语'.repeat(1000))).toBeGreaterThan(650)
    expect(estimateTokens('👍🏽'.repeat(100))).toBeGreaterThan(200)
  })
})
