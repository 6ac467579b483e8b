import { describe, expect, it } from 'vitest'
import { contextSizes, firstContext } from '#features/models/context-sizes'
import { FAKE_FACTS, FAKE_MODELS } from '#test/screens/fake-models'

const [cpu = expect.fail(), gpu = expect.fail(), short = expect.fail()] = FAKE_MODELS
const GB = 1e9

describe('MODELS7: the contexts to choose from', () => {
  it('end with what the model was made for', () => {
    expect(contextSizes(cpu).map(({ tokens }) => tokens)).toEqual([2_048, 4_096, 8_192, 16_384])
    expect(contextSizes(gpu).map(({ tokens }) => tokens)).toEqual([2_048, 4_096])
    expect(contextSizes(short).map(({ tokens }) => tokens)).toEqual([2_048])
    const tiny = { ...short, gguf: { ...FAKE_FACTS, contextTokens: 512 } }
    expect(contextSizes(tiny)).toEqual([{ tokens: 512, fits: true }])
  })

  it('what does not fit into the engine’s memory is told apart, and not begun with', () => {
    const heavy = { ...cpu, bytes: 3.6 * GB, gguf: { ...FAKE_FACTS, cacheBytesPerToken: 100_000 } }
    const sizes = contextSizes(heavy)
    expect(sizes.map(({ fits }) => fits)).toEqual([true, false, false, false])
    expect(firstContext(sizes)).toBe(2_048)
  })

  it('begin with the usual one', () => {
    expect(firstContext(contextSizes(cpu))).toBe(4_096)
    expect(firstContext(contextSizes(short))).toBe(2_048)
  })
})
