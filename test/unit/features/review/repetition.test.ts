import { describe, expect, it } from 'vitest'
import { firstOf, repetitionKeys, repetitionOf } from '#features/review/repetition'
import { fakeProject } from '#test/screens/fake-data'
import { fakeReader } from '#test/screens/fake-reader'
import { asJudged } from '#test/screens/review-states'

async function shelf(pairs: number) {
  const project = fakeProject({ sources: 2, pairs })
  asJudged(project)
  const reader = fakeReader(project)
  return { project, reader, keys: await repetitionKeys(reader, { aborted: false }) }
}

describe('repetitions', () => {
  it('REVIEW17: the first pair of a group and those that repeat it are found from any of them', async () => {
    const { project, reader, keys } = await shelf(400)
    const group = project.pairs.filter(({ pair }) => pair.instruction === 'What is the arc of visibility?')
    expect(group.length).toBeGreaterThan(60)
    for (const stored of [group[0], group[5], group.at(-1)]) {
      if (stored === undefined) throw new RangeError('no pair')
      const found = await repetitionOf(reader, keys, stored)
      expect(found?.first.key).toBe(group[0]?.key)
      expect(found?.repeats.map(({ key }) => key)).toEqual(group.slice(1).map(({ key }) => key))
      expect(found?.cut).toBe(false)
    }
  })

  it('REVIEW17: a pair that repeats none and is repeated by none has no group', async () => {
    const { project, reader, keys } = await shelf(6)
    const [alone] = project.pairs
    if (alone === undefined) throw new RangeError('no pair')
    expect(firstOf(alone.pair)).toBeNull()
    expect(await repetitionOf(reader, keys, alone)).toBeNull()
  })

  it('REVIEW17: a pair that repeats one which repeats another belongs to the same group', async () => {
    const { project, reader, keys } = await shelf(40)
    const group = project.pairs.filter(({ pair }) => pair.instruction === 'What is the arc of visibility?')
    const [first, second, third] = group
    if (first === undefined || second === undefined || third === undefined) throw new RangeError('too few')
    const at = project.pairs.indexOf(third)
    const checks = third.pair.checks.map(check =>
      check.name === 'duplicate' ? { ...check, values: { of: second.pair.id } } : check,
    )
    project.pairs[at] = { ...third, pair: { ...third.pair, checks } }
    const found = await repetitionOf(reader, keys, first)
    expect(found?.repeats.map(({ key }) => key)).toEqual(group.slice(1).map(({ key }) => key))
  })

  it('REVIEW17: a first pair that is gone is said to be gone', async () => {
    const { project, reader } = await shelf(30)
    const repeats = project.pairs.filter(({ pair }) => firstOf(pair) !== null)
    const [one] = repeats
    if (one === undefined) throw new RangeError('no pair')
    expect(
      await repetitionOf(
        reader,
        repeats.map(({ key }) => key),
        one,
      ),
    ).toBeNull()
  })
})
