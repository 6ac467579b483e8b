import { describe, expect, it } from 'vitest'
import { trialPassages } from '#features/write/trial-passages'
import { fakeProject } from '#test/screens/fake-data'
import { fakeReader } from '#test/screens/fake-reader'

const places = (passages: readonly { document: number; start: number }[]) =>
  passages.map(({ document, start }) => `${document}:${start}`)

describe('WRITE5: passages of a trial', () => {
  it('WRITE5: are three different ones, from different documents where there are some', async () => {
    const project = fakeProject({ sources: 60, pairs: 0 })
    for (let round = 0; round < 10; round++) {
      const passages = await trialPassages(fakeReader(project), null, round)
      expect(new Set(places(passages)).size).toBe(3)
      expect(new Set(passages.map(({ document }) => document)).size).toBe(3)
      for (const { document, start, end, text } of passages) {
        expect(text).toBe(project.texts.get(document)?.slice(start, end))
        expect(text.length).toBeGreaterThanOrEqual(120)
      }
    }
  })

  it('WRITE5: the next round gives others', async () => {
    const reader = fakeReader(fakeProject({ sources: 60, pairs: 0 }))
    const rounds = await Promise.all([0, 1, 2].map(round => trialPassages(reader, null, round)))
    expect(new Set(rounds.flatMap(places)).size).toBe(9)
  })

  it('WRITE5: come from the chosen documents, short ones where there are no others, and never twice', async () => {
    const reader = fakeReader(fakeProject({ sources: 11, pairs: 0 }))
    const passages = await trialPassages(reader, [2], 0)
    expect(new Set(passages.map(({ document }) => document))).toEqual(new Set([2]))
    expect(new Set(places(passages)).size).toBe(3)
    expect(await trialPassages(reader, [], 0)).toEqual([])
  })
})
