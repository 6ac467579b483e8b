import { prebuiltAppConfig } from '@mlc-ai/web-llm'
import { describe, expect, it } from 'vitest'
import { CATALOGUE, catalogueModel } from '#core/models/catalogue'
import { type DeviceFacts, recommend, smallerThan } from '#core/models/catalogue-choice'
import {
  APACHE,
  GEMMA,
  LLAMA_31,
  LLAMA_32,
  licenceConditions,
  licenceNamed,
  MIT,
  QWEN_RESEARCH,
  sameTerms,
} from '#core/models/licence'
import type { CatalogueModel } from '#core/models/model'
import type { GpuLimits } from '#core/models/gpu-needs'
import { DESKTOP_GPU, GPU_LIMITS, NO_GPU } from '#test/support/gpu-facts'

const GPU = CATALOGUE.filter(model => model.engine === 'webllm')
const CPU = CATALOGUE.filter(model => model.engine === 'wllama')

function known(id: string): CatalogueModel {
  const model = catalogueModel(id)
  if (model === undefined) throw new Error(`${id} is not in the catalogue`)
  return model
}

const DESKTOP: DeviceFacts = { ...DESKTOP_GPU, cores: 8, isolated: true }
const withLimits = (limits: Partial<GpuLimits>): DeviceFacts => ({ ...DESKTOP, limits: { ...GPU_LIMITS, ...limits } })

describe('the catalogue', () => {
  it('MODEL1: a model for the GPU is a line of the list of web-llm itself', () => {
    expect(GPU.length).toBeGreaterThan(30)
    for (const model of GPU) {
      const record = prebuiltAppConfig.model_list.find(({ model_id }) => model_id === model.id)
      if (record === undefined || !('library' in model.files)) throw new Error(`${model.id} is not in the list`)
      expect({ id: model.id, base: model.files.base, library: model.files.library, memory: model.memoryMb }).toEqual({
        id: record.model_id,
        base: `${record.model}/`,
        library: record.model_lib,
        memory: record.vram_required_MB,
      })
      expect(record.overrides?.context_window_size).toBe(model.contextTokens)
      if (record.required_features?.includes('shader-f16') === true) expect(model.needsF16).toBe(true)
      expect(model.needsF16).toBe(model.quantization.includes('f16'))
    }
  })

  it('MODEL1: every model with 16-bit floats has a twin without, of the same weights and terms', () => {
    for (const model of GPU.filter(({ needsF16 }) => needsF16)) {
      const twin = known(model.twin ?? '')
      expect([twin.title, twin.licence, twin.needsF16, twin.twin]).toEqual([model.title, model.licence, false, null])
    }
  })

  it('MODEL1: ids are unique, the first is the one to start with, and a GGUF comes from one address a part', () => {
    expect(new Set(CATALOGUE.map(({ id }) => id)).size).toBe(CATALOGUE.length)
    expect(CATALOGUE[0]?.id).toBe('Qwen2.5-7B-Instruct-q4f16_1-MLC')
    for (const model of CPU) {
      if (!('urls' in model.files)) throw new Error('not a GGUF')
      expect(model.files.urls).toHaveLength(1)
      expect(model.files.urls[0]).toMatch(
        /^https:\/\/huggingface\.co\/[\w.-]+\/[\w.-]+\/resolve\/main\/[\w.-]+\.gguf$/u,
      )
      expect(model.downloadMb).toBeLessThan(2500)
    }
  })

  it('MODEL1: the size of a download is that of its weights', () => {
    for (const model of GPU) {
      const bits = ((model.downloadMb ?? 0) * 8) / 1000 / model.parameters
      expect(bits).toBeGreaterThan(model.needsF16 ? 4.3 : 4.8)
      expect(bits).toBeLessThan(model.needsF16 ? 4.7 : 5.2)
      expect(model.downloadMb).toBeLessThan(model.memoryMb ?? 0)
    }
  })
})

describe('the ladder down', () => {
  it('MODEL2: goes to smaller models under the same terms while there are any', () => {
    const steps: string[] = []
    for (
      let step = smallerThan(known('Qwen2.5-7B-Instruct-q4f16_1-MLC'));
      step !== null;
      step = smallerThan(step.model)
    ) {
      expect(step.sameTerms).toBe(true)
      steps.push(step.model.title)
    }
    expect(steps).toEqual(['Qwen3 4B', 'Qwen3 1.7B', 'Qwen2.5 0.5B Instruct', 'SmolLM2 360M Instruct'])
  })

  it('MODEL2: a step from any model needs less memory, keeps engine and numbers, and says when the terms differ', () => {
    let differ = 0
    for (const model of CATALOGUE) {
      const step = smallerThan(model)
      if (step === null) continue
      expect(step.model.parameters).toBeLessThan(model.parameters)
      expect([step.model.engine, step.model.needsF16]).toEqual([model.engine, model.needsF16])
      if (model.memoryMb !== null) expect(step.model.memoryMb).toBeLessThan(model.memoryMb)
      expect(step.sameTerms).toBe(sameTerms(step.model.licence, model.licence))
      if (!step.sameTerms) differ += 1
    }
    expect(differ).toBeGreaterThan(0)
    expect(smallerThan(known('Qwen2.5-3B-Instruct-q4f16_1-MLC'))?.sameTerms).toBe(false)
    expect(smallerThan(known('SmolLM2-135M-Instruct-Q4_K_M-GGUF'))).toBeNull()
  })

  it('MODEL2: Llama goes to Llama, and from the smallest Llama to other terms, said so', () => {
    const first = smallerThan(known('Llama-3.1-8B-Instruct-q4f32_1-MLC'))
    expect([first?.model.title, first?.sameTerms]).toEqual(['Llama 3.2 3B Instruct', true])
    const last = smallerThan(known('Llama-3.2-1B-Instruct-q4f32_1-MLC'))
    expect([last?.model.title, last?.sameTerms]).toEqual(['Qwen2.5 0.5B Instruct', false])
  })
})

describe('what fits this device', () => {
  it.each([
    ['a desktop', DESKTOP, 'Qwen2.5-7B-Instruct-q4f16_1-MLC'],
    ['no 16-bit floats', { ...DESKTOP, f16: false }, 'Qwen2.5-7B-Instruct-q4f32_1-MLC'],
    ['small buffers', withLimits({ maxBufferSize: 512 * 2 ** 20 }), 'Qwen2.5-1.5B-Instruct-q4f16_1-MLC'],
    ['too few buffers', withLimits({ maxStorageBuffersPerShaderStage: 8 }), 'qwen2.5-1.5b-instruct-q4_k_m-GGUF'],
    [
      'a limit that shows only at loading',
      withLimits({ maxStorageBufferBindingSize: 2 ** 26 }),
      'qwen2.5-1.5b-instruct-q4_k_m-GGUF',
    ],
    ['a phone', { ...DESKTOP, vendor: 'qualcomm', architecture: 'adreno-7xx' }, 'Qwen2.5-1.5B-Instruct-q4f16_1-MLC'],
    ['software', { ...DESKTOP, software: true, cores: 2 }, 'qwen2.5-0.5b-instruct-q4_k_m-GGUF'],
    ['no adapter', { ...DESKTOP, webgpu: 'no-adapter', limits: null }, 'qwen2.5-1.5b-instruct-q4_k_m-GGUF'],
    ['one thread', { ...DESKTOP, ...NO_GPU, isolated: false }, 'qwen2.5-0.5b-instruct-q4_k_m-GGUF'],
  ] as const)('MODEL3: %s', (_name, device, id) => {
    expect(recommend(device).id).toBe(id)
  })
})

describe('terms', () => {
  it('MODEL4: the word of a file for its licence is understood, or kept and nothing said about it', () => {
    expect(licenceNamed(' Apache-2.0 ')).toBe(APACHE)
    expect(licenceNamed('mit')).toBe(MIT)
    expect(licenceNamed('llama3.1')).toBe(LLAMA_31)
    expect(licenceNamed('llama3').outputMayTrain).toBe('no')
    expect(licenceNamed('other')).toEqual({ name: 'other', url: null, kind: 'unknown', outputMayTrain: 'unknown' })
    expect(licenceNamed(null).outputMayTrain).toBe('unknown')
  })

  it('MODEL4: where output may train under conditions, they are named', () => {
    expect(licenceConditions(LLAMA_32)).toEqual(['built-with-llama', 'name-begins-with-llama'])
    for (const { licence } of CATALOGUE) {
      expect(licenceConditions(licence).length > 0).toBe(licence.outputMayTrain === 'conditions')
    }
    expect(known('Qwen2.5-3B-Instruct-q4f16_1-MLC').licence.kind).toBe('research')
  })

  it('MODEL2: open terms are alike; terms with conditions only where the conditions are', () => {
    expect(sameTerms(APACHE, MIT)).toBe(true)
    expect(sameTerms(LLAMA_31, LLAMA_32)).toBe(true)
    expect(sameTerms(LLAMA_31, GEMMA)).toBe(false)
    expect(sameTerms(APACHE, QWEN_RESEARCH)).toBe(false)
  })
})
