import { describe, expect, it } from 'vitest'
import { rememberCounts } from '#core/synthesis/chat/remember-counts'

describe('counts that are remembered', () => {
  it('are asked for once, however often and beside whatever the text stands', async () => {
    const asked: string[][] = []
    const count = rememberCounts(texts => {
      asked.push([...texts])
      return Promise.resolve(texts.map(text => text.length))
    })
    for (let i = 0; i < 4; i++) expect(await count(['rules', 'x'.repeat(i), 'rules'])).toEqual([5, i, 5])
    expect(asked).toEqual([['rules', ''], ['x'], ['xx'], ['xxx']])
  })

  it('are forgotten before they fill memory, and never wrong', async () => {
    let calls = 0
    const count = rememberCounts(texts => {
      calls += texts.length
      return Promise.resolve(texts.map(text => text.length))
    })
    for (let i = 0; i < 1_000; i++) expect(await count(['rules', 'y'.repeat(i)])).toEqual([5, i])
    expect(calls).toBeLessThan(1_050)
  })
})
