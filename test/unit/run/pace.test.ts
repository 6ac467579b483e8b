import { describe, expect, it } from 'vitest'
import { createPace } from '#core/run/pace'

describe('pace', () => {
  it('says nothing before two seconds of work', () => {
    const pace = createPace()
    pace.note(0, 0, 0)
    pace.note(1_999, 50, 80)
    expect(pace.read(100)).toEqual({ itemsPerSecond: null, pairsPerSecond: null, msLeft: null })
  })

  it('measures items, pairs and the time left', () => {
    const pace = createPace()
    pace.note(0, 10, 20)
    pace.note(4_000, 18, 40)
    expect(pace.read(20)).toEqual({ itemsPerSecond: 2, pairsPerSecond: 5, msLeft: 10_000 })
  })

  it('forgets what is older than a minute', () => {
    const pace = createPace()
    for (let second = 0; second < 60; second += 10) pace.note(second * 1_000, second * 10, 0)
    for (let second = 60; second <= 120; second += 10) pace.note(second * 1_000, 540 + second, 0)
    expect(pace.read(10).itemsPerSecond).toBe(1)
  })

  it('looks at several passages, however long each took', () => {
    const pace = createPace()
    for (const [at, minutes] of [0, 1, 4, 6, 8].entries()) pace.note(minutes * 60_000, at, at * 5)
    expect(pace.read(4)).toEqual({ itemsPerSecond: 4 / 480, pairsPerSecond: 20 / 480, msLeft: 480_000 })
  })

  it('knows no time left while nothing moves', () => {
    const pace = createPace()
    pace.note(0, 5, 5)
    pace.note(5_000, 5, 5)
    expect(pace.read(10).msLeft).toBeNull()
  })
})
