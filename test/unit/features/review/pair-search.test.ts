import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { PairFilter, PairOrder } from '#core/ports/project-store'
import { PairSearch } from '#features/review/pair-search'
import { fakeProject } from '#test/screens/fake-data'
import { fakeReader } from '#test/screens/fake-reader'
import { asJudged } from '#test/screens/review-states'

const ALL: PairFilter = { states: [], tasks: [], languages: [], checks: [], document: null, text: '' }

function project(pairs = 400) {
  const made = fakeProject({ sources: 2, pairs })
  asJudged(made)
  return made
}

function watched(search: PairSearch): PairSearch {
  onTestFinished(search.subscribe(() => undefined))
  onTestFinished(search.pager.subscribe(() => undefined))
  return search
}

async function settled(search: PairSearch): Promise<void> {
  await vi.waitFor(() => expect(search.view().searching).toBe(false))
  search.pager.see(0, 10)
  await vi.waitFor(() => expect(search.pager.view().loaded).toBe(true))
}

describe('a list in an order', () => {
  it.each(['doubt', 'task', 'repetition'] as const)('REVIEW15: shows pairs by %s, page by page', async order => {
    const made = project()
    const reader = fakeReader(made)
    const search = watched(new PairSearch(reader, ALL, order))
    await settled(search)
    const wanted = await reader.orderedKeys({ aborted: false }, ALL, order)
    expect(search.keys()).toEqual(wanted)
    await vi.waitFor(() => {
      const { rows, first, count } = search.pager.view()
      expect(count).toBe(wanted.length)
      expect(rows.length).toBeGreaterThan(50)
      expect(rows.map(row => row.key)).toEqual(wanted.slice(first, first + rows.length))
    })
    search.pager.see(wanted.length - 10, wanted.length)
    await vi.waitFor(() => expect(search.pager.has(wanted.at(-1) ?? '')).toBe(true))
    const last = wanted.length - 1
    expect((await search.pager.neighbour(wanted[last] ?? '', -1))?.key).toBe(wanted[last - 1])
    expect(await search.pager.neighbour(wanted[last] ?? '', 1)).toBeUndefined()
  })

  it('REVIEW15: opens at the pair that the URL names', async () => {
    const reader = fakeReader(project())
    const wanted = await reader.orderedKeys({ aborted: false }, ALL, 'doubt')
    const search = watched(new PairSearch(reader, ALL, 'doubt', wanted[250]))
    await settled(search)
    await vi.waitFor(() => expect(search.pager.has(wanted[250] ?? '')).toBe(true))
    const { rows, first } = search.pager.view()
    expect(first + rows.findIndex(row => row.key === wanted[250])).toBe(250)
  })

  it('REVIEW15: a decided pair leaves, the next one is known, and nothing else moves', async () => {
    const made = project()
    const reader = fakeReader(made)
    const filter: PairFilter = { ...ALL, states: ['ready', 'unsure'] }
    const search = watched(new PairSearch(reader, filter, 'doubt'))
    await settled(search)
    const before = search.keys()
    const [first = '', second = '', third = ''] = before
    search.pager.settle(first, 'keep')
    search.forget(first)
    expect(search.keys()).toEqual(before.slice(1))
    expect(search.view().found).toBe(before.length - 1)
    expect((await search.pager.neighbour(second, 1))?.key).toBe(third)
    await vi.waitFor(() => expect(search.pager.view().rows[0]?.key).toBe(second))
    search.restart()
    await settled(search)
    expect(search.keys()[0]).toBe(first)
  })

  it('REVIEW15: what is searched for stands in the chosen order too', async () => {
    const reader = fakeReader(project())
    const filter: PairFilter = { ...ALL, text: 'oak' }
    const search = watched(new PairSearch(reader, filter, 'doubt'))
    await settled(search)
    const order: PairOrder = 'doubt'
    const ordered = await reader.orderedKeys({ aborted: false }, filter, order)
    const found = new Set(search.keys())
    expect(found.size).toBeGreaterThan(20)
    expect(found.size).toBeLessThan(ordered.length)
    expect(search.keys()).toEqual(ordered.filter(key => found.has(key)))
  })

  it('REVIEW16: only pairs for which the chosen check did not pass are listed and counted', async () => {
    const made = project()
    const search = watched(new PairSearch(fakeReader(made), { ...ALL, checks: ['language'] }))
    await settled(search)
    const wanted = made.pairs.filter(({ pair }) =>
      pair.checks.some(({ name, result }) => name === 'language' && result !== 'pass'),
    )
    expect(wanted.length).toBeGreaterThan(10)
    expect(search.keys()).toEqual(wanted.map(({ key }) => key))
    expect(search.view().found).toBe(wanted.length)
  })
})
