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
    pace.note(0, 0, 0)
    pace.note(60_000, 600, 600)
    pace.note(120_000, 660, 660)
    expect(pace.read(10).itemsPerSecond).toBe(1)
  })

  it('knows no time left while nothing moves', () => {
    const pace = createPace()
    pace.note(0, 5, 5)
    pace.note(5_000, 5, 5)
    expect(pace.read(10).msLeft).toBeNull()
  })
})
