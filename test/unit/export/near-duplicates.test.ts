import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNearDuplicateIndex } from '#core/export/near-duplicates'
import { ProblemError } from '#core/problem'
import { shingles } from '#core/text/shingles'

async function clusters(texts: readonly string[]): Promise<number[]> {
  const index = createNearDuplicateIndex()
  for (const text of texts) index.add(text)
  return [...(await index.clusters(() => Promise.resolve()))]
}

/** The same clusters by comparing everything with everything. */
function slowClusters(texts: readonly string[]): number[] {
  const sets = texts.map(text => new Set(shingles(text)))
  const first = texts.map((_, index) => index)
  for (const [a, x] of sets.entries()) {
    for (const [b, y] of sets.entries()) {
      const common = [...x].filter(hash => y.has(hash)).length
      if (b >= a || common / (x.size + y.size - common) < 0.8) continue
      const [low = 0, high = 0] = [first[a] ?? 0, first[b] ?? 0].sort((m, n) => m - n)
      for (const [place, group] of first.entries()) if (group === high) first[place] = low
    }
  }
  return first
}

const words = (count: number, from = 0) => Array.from({ length: count }, (_, place) => `w${from + place}`).join(' ')

describe('near-duplicates', () => {
  it('EXPORT8: equal texts are one cluster, whatever their case, width and punctuation', async () => {
    expect(await clusters(['The valve, shut.', 'Other words', 'the valve shut', 'ＴＨＥ valve: SHUT!'])).toEqual([
      0, 1, 0, 0,
    ])
  })

  it('EXPORT8: texts with a Jaccard similarity of 0.8 are one cluster, less similar ones are not', async () => {
    // 100 shingles each; one word changed at the end of n takes n shingles from both: (100 - n) / (100 + n).
    const text = words(104)
    const changed = (count: number) => text.replace(words(count, 104 - count), words(count, 900))
    expect(await clusters([text, changed(11)])).toEqual([0, 0])
    expect(await clusters([text, changed(12)])).toEqual([0, 1])
  })

  it('EXPORT8: Chinese is compared by characters', async () => {
    const text = '阀门由一根钢制弹簧关闭，压力升高时弹簧被压缩，阀门随之打开，液体流入第二个腔室。'
    expect(
      await clusters([text, `${text}完`, '阀门由一根钢制弹簧关闭，这是另外一句话，与上面的几乎没有关系。']),
    ).toEqual([0, 0, 2])
  })

  it('EXPORT8: clusters join what is linked through a third text, and name the first', async () => {
    const text = words(104)
    const near = text.replace(words(9, 95), words(9, 900))
    const far = near.replace(words(9, 0), words(9, 800))
    expect(await clusters([far, text])).toEqual([0, 1])
    expect(await clusters([words(50, 300), far, text, near])).toEqual([0, 1, 1, 1])
  })

  it('EXPORT8: texts without words are equal only to themselves', async () => {
    expect(await clusters(['', '!!!', '', '???', '!!!'])).toEqual([0, 1, 0, 3, 1])
  })

  it('EXPORT8: finds exactly what comparing all with all finds', async () => {
    const edited = fc
      .record({
        base: fc.nat(3),
        length: fc.integer({ min: 1, max: 60 }),
        changes: fc.array(fc.tuple(fc.nat(59), fc.nat(5)), { maxLength: 3 }),
      })
      .map(({ base, length, changes }) => {
        const list = words(length, base * 5).split(' ')
        for (const [place, word] of changes) if (place < length) list[place] = `x${word}`
        return list.join(' ')
      })
    await fc.assert(
      fc.asyncProperty(fc.array(edited, { minLength: 2, maxLength: 40 }), async texts => {
        expect(await clusters(texts)).toEqual(slowClusters(texts))
      }),
      { numRuns: 100 },
    )
  })

  it('EXPORT8: a search can be stopped', async () => {
    const index = createNearDuplicateIndex()
    for (let place = 0; place < 2000; place++) index.add(words(20, place * 20))
    let pauses = 0
    const stop = () => (++pauses === 3 ? Promise.reject(new ProblemError({ kind: 'cancelled' })) : Promise.resolve())
    await expect(index.clusters(stop)).rejects.toThrow('cancelled')
    expect(pauses).toBe(3)
  })

  it('EXPORT8: keeps at most 1024 shingles of a text', async () => {
    expect(shingles(words(50_000))).toHaveLength(1024)
    expect(await clusters([words(50_000), `${words(50_000)} and one more`, words(50_000, 60_000)])).toEqual([0, 0, 2])
  })
})
