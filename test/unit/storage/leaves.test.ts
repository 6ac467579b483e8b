import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { connect } from '#storage/database/connection'
import { loadLeaves } from '#storage/index/leaves'
import { leavesOf, scan } from '#storage/index/scan'
import { createProject } from '#storage/projects'

const ANY = { code: () => true, document: () => true }

describe('the pair index', () => {
  it('STORE13: passages added in any order and in any batches come out in order, and no leaf grows too large', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(5_000), { minLength: 900, maxLength: 1_500 }),
        fc.integer({ min: 1, max: 90 }),
        async (numbers, size) => {
          const connection = await connect((await createProject('p', 1)).id, () => undefined)
          const expected = new Map<string, number[]>()
          for (let at = 0; at < numbers.length; at += size) {
            const batch = numbers.slice(at, at + size)
            await connection.writeUnfenced(['pairIndex'], async db => {
              const passages = batch.map(number => ({ document: number % 13, start: number }))
              const leaves = await loadLeaves(db, 3, passages)
              for (const { document, start } of passages) {
                const key = `${document} ${start}`
                const known = expected.get(key) ?? []
                const added = [start * 4, start * 4 + 1].slice(0, 1 + (start % 2))
                expect(leaves.insert({ document, start }, added)).toBe(known.length)
                expected.set(key, [...known, ...added])
              }
              await leaves.flush()
            })
          }
          const places = [...expected].map(([key, codes]) => {
            const [document = 0, start = 0] = key.split(' ').map(Number)
            return { document, start, codes }
          })
          places.sort((a, b) => a.document - b.document || a.start - b.start)
          const entries = places.flatMap(({ document, start, codes }) =>
            codes.map((code, place) => ({ document, start, run: 3, place, code })),
          )
          await connection.read(['pairIndex'], async db => {
            const all = { beyond: null, documents: [0, Infinity] } as const
            expect(await scan(db, 3, all, 'forward', Infinity, ANY)).toEqual(entries)
            expect(await scan(db, 3, all, 'backward', Infinity, ANY)).toEqual([...entries].reverse())
            const one = { beyond: null, documents: [7, 7] } as const
            expect(await scan(db, 3, one, 'forward', 5, { ...ANY, code: code => code % 2 === 0 })).toEqual(
              entries.filter(({ document, code }) => document === 7 && code % 2 === 0).slice(0, 5),
            )
            const middle = entries[Math.floor(entries.length / 2)] ?? null
            const from = entries.findIndex(entry => entry === middle)
            const beyond = { beyond: middle, documents: [0, Infinity] } as const
            expect(await scan(db, 3, beyond, 'forward', 3, ANY)).toEqual(entries.slice(from + 1, from + 4))
            expect(await scan(db, 3, beyond, 'backward', 3, ANY)).toEqual(entries.slice(from - 3, from).reverse())
            expect(await scan(db, 2, all, 'forward', 3, ANY)).toEqual([])
            let rows = 0
            for await (const leaves of leavesOf(db, 3)) {
              for (const { codes } of leaves) {
                rows++
                expect(codes.length).toBeLessThanOrEqual(520)
              }
            }
            expect(rows).toBeGreaterThan(1)
          })
          connection.close()
        },
      ),
      { numRuns: 12 },
    )
  }, 60_000)
})
