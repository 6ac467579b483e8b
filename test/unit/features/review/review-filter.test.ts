import { describe, expect, it } from 'vitest'
import type { Tally } from '#core/ports/project-store'
import { choices, countOf, filterOf, groupCounts, pairFilterOf, paramsOf } from '#features/review/review-filter'

const TALLIES: readonly Tally[] = [
  { state: 'ready', task: 'cause', language: 'en', count: 200 },
  { state: 'unsure', task: 'cause', language: 'zh', count: 12 },
  { state: 'ready', task: 'list', language: 'zh', count: 100 },
  { state: 'kept', task: 'list', language: 'en', count: 7 },
  { state: 'failed', task: 'cause', language: 'en', count: 3 },
]

describe('review filter', () => {
  it('REVIEW6: the URL holds the whole filter and the pair', () => {
    const filter = {
      group: 'kept',
      task: 'cause',
      language: 'zh',
      document: 4,
      text: 'a & b',
      check: 'duplicate',
      order: 'doubt',
    } as const
    expect(filterOf(new URLSearchParams(paramsOf(filter, '0001')))).toEqual(filter)
    expect(paramsOf(filter, '0001')['pair']).toBe('0001')
    expect(paramsOf(filterOf(new URLSearchParams()), null)).toEqual({})
  })

  it('REVIEW6: what a URL says wrongly counts as not said', () => {
    expect(filterOf(new URLSearchParams('show=everything&language=fr&document=-2&order=random'))).toEqual({
      group: 'review',
      task: '',
      language: '',
      document: null,
      text: '',
      check: '',
      order: 'place',
    })
  })

  it('REVIEW7: counts are exact for every group under the chosen task and language', () => {
    const open = filterOf(new URLSearchParams())
    expect(groupCounts(TALLIES, open)).toEqual({ review: 312, kept: 7, dropped: 0, failed: 3, all: 322 })
    expect(groupCounts(TALLIES, { ...open, task: 'cause', language: 'en' })).toEqual({
      review: 200,
      kept: 0,
      dropped: 0,
      failed: 3,
      all: 203,
    })
    expect(countOf(TALLIES, pairFilterOf({ ...open, language: 'zh' }))).toBe(112)
  })

  it('REVIEW7: offers what is there, with what choosing it would show', () => {
    const open = filterOf(new URLSearchParams())
    expect(choices(TALLIES, { ...open, task: 'list' }, 'task')).toEqual([
      ['cause', 212],
      ['list', 100],
    ])
    expect(choices(TALLIES, { ...open, task: 'list' }, 'language')).toEqual([['zh', 100]])
  })
})
