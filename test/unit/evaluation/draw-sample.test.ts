import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawKeys, nextSeed, sampleOf, SAMPLE_SIZE, seenKeys, writtenBy } from '#core/evaluation/draw-sample'
import { wordsHash } from '#core/evaluation/words-hash'
import { byKey, failedPair, sampleWith, storedPair } from './blind-fixtures'

const keysOf = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${name}${String(at).padStart(4, '0')}`)

const populations = fc.record({
  export: fc.integer({ min: 0, max: 90 }).map(count => keysOf('e', count)),
  failed: fc.integer({ min: 0, max: 90 }).map(count => keysOf('f', count)),
})

describe('drawing a blind sample', () => {
  it('BLIND1: takes two thirds from what an export takes and one third from what failed, and fills up', () => {
    const of = (exports: number, failed: number): readonly [number, number] => {
      const drawn = drawKeys(1, { export: keysOf('e', exports), failed: keysOf('f', failed) }, new Set())
      const count = (stratum: string): number => drawn.filter(one => one.stratum === stratum).length
      return [count('export'), count('failed')]
    }
    expect(of(800, 100)).toEqual([20, 10])
    expect(of(800, 3)).toEqual([27, 3])
    expect(of(800, 0)).toEqual([30, 0])
    expect(of(5, 100)).toEqual([5, 25])
    expect(of(12, 6)).toEqual([12, 6])
    expect(of(0, 0)).toEqual([0, 0])
  })

  it('BLIND2: the same seed draws the same, another one otherwise, and the strata are mixed', () => {
    const keys = { export: keysOf('e', 300), failed: keysOf('f', 300) }
    const first = drawKeys(7, keys, new Set())
    expect(drawKeys(7, keys, new Set())).toEqual(first)
    expect(drawKeys(8, keys, new Set())).not.toEqual(first)
    const strata = first.map(({ stratum }) => stratum)
    expect(strata.slice(0, 20)).toContain('failed')
    expect(strata.slice(10)).toContain('export')
    expect(nextSeed([])).toBe(1)
    expect(nextSeed([sampleWith([], { seed: 3 }), sampleWith([], { seed: 2 })])).toBe(4)
  })

  it('BLIND2: every pair of a stratum comes equally often', () => {
    const keys = { export: keysOf('e', 40), failed: [] }
    const times = new Map<string, number>()
    for (let seed = 1; seed <= 2000; seed += 1)
      for (const { key } of drawKeys(seed, keys, new Set(), 10)) times.set(key, (times.get(key) ?? 0) + 1)
    // 500 times each on average, with a standard deviation of 19.
    for (const key of keys.export) expect(Math.abs((times.get(key) ?? 0) - 500)).toBeLessThan(90)
  })

  it('BLIND1, BLIND3: samples share no pair until all were shown, and are as large as they can be', () => {
    fc.assert(
      fc.property(populations, fc.integer({ min: 1, max: 1000 }), (keys, seed) => {
        const seen = new Set<string>()
        const all = keys.export.length + keys.failed.length
        for (let round = 0; seen.size < all; round += 1) {
          const drawn = drawKeys(seed + round, keys, seen)
          expect(drawn).toHaveLength(Math.min(SAMPLE_SIZE, all - seen.size))
          for (const { key, stratum } of drawn) {
            expect(seen.has(key)).toBe(false)
            expect(keys[stratum]).toContain(key)
            seen.add(key)
          }
        }
        expect(drawKeys(seed, keys, seen)).toHaveLength(Math.min(SAMPLE_SIZE, all))
      }),
    )
  })

  it('BLIND6: a sample notes words, checks and what each chosen run had written', () => {
    const [ready, failed] = [storedPair('a'), failedPair('b')]
    const runs = [
      { sequence: 1, chosen: true, pairs: 12 },
      { sequence: 2, chosen: false, pairs: 5 },
    ]
    const sample = sampleOf(
      { seed: 4, createdAt: 9, population: { export: 10, failed: 2 }, written: writtenBy(runs) },
      [
        { key: 'b', stratum: 'failed' },
        { key: 'gone', stratum: 'export' },
        { key: 'a', stratum: 'export' },
      ],
      byKey([ready, failed]),
    )
    expect(sample.written).toEqual({ '1': 12 })
    expect(sample.entries).toEqual([
      {
        key: 'b',
        pair: 'id-b',
        words: wordsHash(failed.pair),
        stratum: 'failed',
        checks: ['numbers'],
        verdict: null,
        why: null,
      },
      { key: 'a', pair: 'id-a', words: wordsHash(ready.pair), stratum: 'export', checks: [], verdict: null, why: null },
    ])
    expect(sample.id).toMatch(/^blind-4-[0-9a-f]{32}$/u)
    expect(seenKeys([sample])).toEqual(new Set(['a', 'b']))
  })
})
