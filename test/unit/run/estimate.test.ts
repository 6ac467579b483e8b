import { describe, expect, it } from 'vitest'
import { askingBy, askingTagged, estimateRun, type RunSizes } from '#core/run/estimate'
import type { ModelSpeed } from '#core/models/model'
import type { Recipe } from '#core/synthesis/recipe'
import { SAMPLE_RECIPE } from '#test/contract/storage/recipes'

const SPEED = { prefill: 100, decode: 10, loadMs: 1 }
const sizes = {
  passages: 20,
  passageTokens: 20 * 600,
  promptTokens: 400,
  promptKept: false,
  rounds: 1,
  windowTokens: 3_696,
}
const byRecipe = (told: RunSizes, recipe: Recipe, speed: ModelSpeed) =>
  estimateRun(told, tokens => askingBy(recipe, tokens), speed)
// 600 tokens a passage, one pair for each 120: five pairs of 120 tokens, of which six tenths are used.
const PASSAGE_MS = ((600 + 400) / 100 + (5 * 120 * 0.6) / 10) * 1000

describe('estimate of a run', () => {
  it('EST1: adds reading and writing of every passage at the measured speeds', () => {
    const { msTotal, msFirstFifty, pairs } = byRecipe(sizes, SAMPLE_RECIPE, SPEED)
    expect(pairs).toBe(100)
    expect(msTotal).toBe(20 * PASSAGE_MS)
    expect(msFirstFifty).toBe(10 * PASSAGE_MS)
  })

  it('EST1: what the engine keeps of the prompt is read once', () => {
    const { msTotal } = byRecipe({ ...sizes, promptKept: true }, SAMPLE_RECIPE, SPEED)
    expect(msTotal).toBe(20 * PASSAGE_MS - 19 * 4_000)
  })

  it('EST1: a mixture by shares asks one recipe a passage, one of all asks each', () => {
    const long = { ...SAMPLE_RECIPE, pairs: { perTokens: 120, minimum: 10, maximum: 10 } }
    const items = [
      { recipe: SAMPLE_RECIPE, weight: 3 },
      { recipe: long, weight: 1 },
    ]
    const share = byRecipe(sizes, { ...SAMPLE_RECIPE, parts: { mode: 'share', items } }, SPEED)
    expect(share.pairs).toBe(20 * (0.75 * 5 + 0.25 * 10))
    const each = byRecipe(sizes, { ...SAMPLE_RECIPE, parts: { mode: 'each', items } }, SPEED)
    expect(each.pairs).toBe(20 * 15)
  })

  it('EST1: nothing takes no time', () => {
    expect(byRecipe({ ...sizes, passages: 0, passageTokens: 0 }, SAMPLE_RECIPE, SPEED).msTotal).toBe(0)
  })

  const tagged = (told: Partial<RunSizes>): number =>
    estimateRun({ ...sizes, promptTokens: 0, ...told }, askingTagged, SPEED).msTotal
  const WRITING = 20 * 26_000

  it('EST2: each round reads the earlier passages of its chain with their pairs', () => {
    expect(tagged({})).toBe(20 * 6_000 + WRITING)
    // A shot is 600 tokens and 260 of its pairs.
    expect(tagged({ rounds: 2 })).toBe(20 * 6_000 + 10 * 8_600 + WRITING)
    expect(tagged({ rounds: 4 })).toBe(20 * 6_000 + 5 * (1 + 2 + 3) * 8_600 + WRITING)
    // The last round is shorter.
    expect(tagged({ rounds: 3 })).toBe(20 * 6_000 + (7 + 6 * 2) * 8_600 + WRITING)
  })

  it('EST2: where they do not fit, an instruction synthesizer starts anew', () => {
    const short = { rounds: 4, windowTokens: 600 + 860 }
    expect(tagged(short)).toBe(20 * 6_000 + 5 * 2 * 8_600 + WRITING)
    expect(tagged({ rounds: 3, windowTokens: 700 })).toBe(20 * 6_000 + WRITING)
  })

  it('EST2: an engine that keeps beginnings reads only the pairs again', () => {
    expect(tagged({ rounds: 4, promptKept: true })).toBe(20 * 6_000 + 5 * 3 * 2_600 + WRITING)
  })

  it('EST2: a recipe shows earlier passages cut short, and as many as fit; nothing is spared', () => {
    const one = byRecipe(sizes, SAMPLE_RECIPE, SPEED).msTotal
    // 240 tokens of the passage, three pairs of 72.
    const two = byRecipe({ ...sizes, rounds: 2 }, SAMPLE_RECIPE, SPEED).msTotal
    expect(two - one).toBe(10 * 4_560)
    const narrow = byRecipe({ ...sizes, rounds: 5, windowTokens: 1_500 }, SAMPLE_RECIPE, SPEED).msTotal
    expect(narrow - one).toBe(4 * (4_560 + 3 * 5_000))
    expect(byRecipe({ ...sizes, rounds: 2, promptKept: true }, SAMPLE_RECIPE, SPEED).msTotal).toBe(two)
  })
})
