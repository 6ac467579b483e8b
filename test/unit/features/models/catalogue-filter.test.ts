import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '#core/models/catalogue'
import type { DeviceFacts } from '#core/models/catalogue-choice'
import { EVERYTHING, shownModels } from '#features/models/catalogue-filter'
import { hindrance } from '#features/models/device-facts'
import { DESKTOP_GPU, GPU_LIMITS, NO_GPU } from '#test/support/gpu-facts'

const FAST: DeviceFacts = { ...DESKTOP_GPU, cores: 8, isolated: true }
const PLAIN: DeviceFacts = { ...FAST, f16: false }
const NONE: DeviceFacts = { ...FAST, ...NO_GPU }

const titles = (models: readonly { readonly title: string }[]): readonly string[] => models.map(({ title }) => title)

describe('what the list shows', () => {
  it('MODELS3: one variant of each, the one that the device computes with', () => {
    const with16 = shownModels(EVERYTHING, FAST).filter(({ engine }) => engine === 'webllm')
    const with32 = shownModels(EVERYTHING, PLAIN).filter(({ engine }) => engine === 'webllm')
    expect(with16.every(({ needsF16 }) => needsF16)).toBe(true)
    expect(with32.every(({ needsF16 }) => !needsF16)).toBe(true)
    expect(titles(with16)).toEqual(titles(with32))
    expect(new Set(titles(with16)).size).toBe(with16.length)
  })

  it('narrows by engine, weights and language', () => {
    expect(shownModels({ ...EVERYTHING, engine: 'wllama' }, FAST).every(({ engine }) => engine === 'wllama')).toBe(true)
    const small = shownModels({ ...EVERYTHING, size: 'small' }, FAST)
    const middle = shownModels({ ...EVERYTHING, size: 'middle' }, FAST)
    const large = shownModels({ ...EVERYTHING, size: 'large' }, FAST)
    expect([small, middle, large].every(list => list.length > 0)).toBe(true)
    expect(small.length + middle.length + large.length).toBe(shownModels(EVERYTHING, FAST).length)
    const chinese = shownModels({ ...EVERYTHING, language: 'zh' }, FAST)
    expect(chinese.every(({ languages }) => languages.includes('zh'))).toBe(true)
    expect(titles(chinese)).not.toContain('Llama 3.1 8B Instruct')
  })

  it('MODELS1: without WebGPU only models of the processor run here', () => {
    const shown = shownModels({ ...EVERYTHING, fitting: true }, NONE)
    expect(shown.length).toBeGreaterThan(3)
    expect(shown.every(({ engine }) => engine === 'wllama')).toBe(true)
    expect(shownModels(EVERYTHING, NONE).length).toBeGreaterThan(shown.length)
  })
})

describe('MODELS1: what keeps a model from running here', () => {
  const gpu = CATALOGUE.find(model => model.engine === 'webllm' && model.needsF16)
  const cpu = CATALOGUE.find(model => model.engine === 'wllama')

  it.each([
    ['nothing', FAST, null],
    ['no 16-bit numbers', PLAIN, 'f16'],
    ['no WebGPU', NONE, 'no-webgpu'],
    ['no adapter', { ...NONE, webgpu: 'no-adapter' }, 'no-adapter'],
    ['low limits', { ...FAST, limits: { ...GPU_LIMITS, maxStorageBuffersPerShaderStage: 8 } }, 'limits'],
    ['a GPU that the processor computes', { ...FAST, software: true }, 'slow'],
  ] as const)('%s', (_what, device, expected) => {
    expect(hindrance(device, gpu ?? expect.fail())).toBe(expected)
    expect(hindrance(device, cpu ?? expect.fail())).toBeNull()
  })
})
