import { describe, expect, it } from 'vitest'
import { trialPassage } from '#features/models/trial-passage'
import { fakeProject } from '#test/screens/fake-data'
import { fakeReader } from '#test/screens/fake-reader'

describe('MODELS10: the passage to try on', () => {
  it('is the first one worth asking about, then the next, and round again', async () => {
    const reader = fakeReader(fakeProject({ sources: 1, pairs: 0 }))
    const first = (await trialPassage(reader, 0)) ?? expect.fail()
    const second = (await trialPassage(reader, 1)) ?? expect.fail()
    expect(first.text).toContain('Fuel and flame')
    expect(first.text).toHaveLength(first.end - first.start)
    expect(second.text).toContain('Parts of a lens')
    expect((await trialPassage(reader, 2))?.start).toBe(first.start)
  })

  it('is none where there is no text', async () => {
    expect(await trialPassage(fakeReader(fakeProject({ sources: 0, pairs: 0 })), 0)).toBeNull()
  })
})
