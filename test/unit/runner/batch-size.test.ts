import { describe, expect, it } from 'vitest'
import { growingBatch } from '#runner/batch-size'

/** Sizes of batches whose items take so long each, in ms. */
function sizes(first: number, most: number, msAnItem: readonly number[]): number[] {
  const batch = growingBatch(first, most)
  return msAnItem.map(ms => {
    const items = batch.now()
    batch.note(items, items * ms)
    return batch.now()
  })
}

describe('growingBatch', () => {
  it('doubles up to the largest while work is quick', () =>
    expect(sizes(32, 512, [0.1, 0.1, 0.1, 0.1, 0.1])).toEqual([64, 128, 256, 512, 512]))

  it('holds no more than a quarter of a second of work, and at least one item', () => {
    expect(sizes(32, 512, [0, 1, 5, 5])).toEqual([64, 128, 50, 50])
    expect(sizes(32, 512, [2_000, 2_000])).toEqual([1, 1])
  })

  it('grows again after slow work', () => expect(sizes(64, 512, [25, 0.1, 0.1])).toEqual([10, 20, 40]))

  it('stays at one by one, and where nothing was done', () => {
    expect(sizes(1, 1, [0.1, 0.1])).toEqual([1, 1])
    const batch = growingBatch(32, 512)
    batch.note(0, 900)
    expect(batch.now()).toBe(32)
  })
})
