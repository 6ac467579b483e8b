import { describe, expect, it } from 'vitest'
import { estimateRun } from '#core/run/estimate'
import { SAMPLE_RECIPE } from '#test/contract/storage/recipes'

const SPEED = { prefill: 100, decode: 10, loadMs: 1 }
const sizes = { passages: 20, passageTokens: 20 * 600, promptTokens: 400, promptKept: false }
// 600 tokens a passage, one pair for each 120: five pairs of 120 tokens, of which six tenths are used.
const PASSAGE_MS = ((600 + 400) / 100 + (5 * 120 * 0.6) / 10) * 1000

describe('estimate of a run', () => {
  it('EST1: adds reading and writing of every passage at the measured speeds', () => {
    const { msTotal, msFirstFifty, pairs } = estimateRun(sizes, SAMPLE_RECIPE, SPEED)
    expect(pairs).toBe(100)
    expect(msTotal).toBe(20 * PASSAGE_MS)
    expect(msFirstFifty).toBe(10 * PASSAGE_MS)
  })

  it('EST1: what the engine keeps of the prompt is read once', () => {
    const { msTotal } = estimateRun({ ...sizes, promptKept: true }, SAMPLE_RECIPE, SPEED)
    expect(msTotal).toBe(20 * PASSAGE_MS - 19 * 4_000)
  })

  it('EST1: a mixture by shares asks one recipe a passage, one of all asks each', () => {
    const long = { ...SAMPLE_RECIPE, pairs: { perTokens: 120, minimum: 10, maximum: 10 } }
    const items = [
      { recipe: SAMPLE_RECIPE, weight: 3 },
      { recipe: long, weight: 1 },
    ]
    const share = estimateRun(sizes, { ...SAMPLE_RECIPE, parts: { mode: 'share', items } }, SPEED)
    expect(share.pairs).toBe(20 * (0.75 * 5 + 0.25 * 10))
    const each = estimateRun(sizes, { ...SAMPLE_RECIPE, parts: { mode: 'each', items } }, SPEED)
    expect(each.pairs).toBe(20 * 15)
  })

  it('EST1: nothing takes no time', () => {
    expect(estimateRun({ ...sizes, passages: 0, passageTokens: 0 }, SAMPLE_RECIPE, SPEED).msTotal).toBe(0)
  })
})
