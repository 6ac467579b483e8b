import { describe, expect, it } from 'vitest'
import type { CatalogueModel } from '#core/models/model'
import { fitGpu, type GpuFacts, gpuProblem, isSmallGpu } from '#core/models/gpu-needs'

const DESKTOP: GpuFacts = {
  webgpu: 'ready',
  vendor: 'nvidia',
  architecture: 'ampere',
  description: '',
  software: false,
  f16: true,
  limits: {
    maxBufferSize: 2 ** 32,
    maxStorageBufferBindingSize: 2 ** 31,
    maxComputeWorkgroupStorageSize: 49152,
    maxStorageBuffersPerShaderStage: 16,
    maxComputeInvocationsPerWorkgroup: 1024,
  },
}

function record(id: string, parameters: number, needsF16: boolean, twin: string | null): CatalogueModel {
  return {
    id,
    engine: 'webllm',
    title: id,
    parameters,
    quantization: needsF16 ? 'q4f16_1' : 'q4f32_1',
    languages: ['en'],
    licence: { name: 'Apache-2.0', url: null, kind: 'open', outputMayTrain: 'yes' },
    downloadMb: null,
    memoryMb: null,
    needsF16,
    contextTokens: 4096,
    files: { base: 'https://models.example/x/', library: 'https://models.example/x.wasm' },
    twin,
  }
}

const HALF = record('seven-f16', 7.6, true, 'seven-f32')
const WHOLE = record('seven-f32', 7.6, false, null)
const SMALL = record('one-f16', 1.5, true, null)
const CATALOGUE = [HALF, WHOLE, SMALL]

const withLimits = (limits: Partial<NonNullable<GpuFacts['limits']>>): GpuFacts => ({
  ...DESKTOP,
  limits: DESKTOP.limits === null ? null : { ...DESKTOP.limits, ...limits },
})

describe('what a GPU can run', () => {
  it('WEBLLM1: a usual one has no problem', () => {
    expect(gpuProblem(DESKTOP, true)).toBeNull()
    expect(fitGpu(DESKTOP, HALF, CATALOGUE)).toEqual({ fit: 'yes' })
  })

  it('WEBLLM1: tells a missing WebGPU from a missing adapter', () => {
    const absent: GpuFacts = { ...DESKTOP, webgpu: 'absent', limits: null }
    expect(gpuProblem(absent, false)).toMatchObject({ kind: 'no-gpu', need: 'webgpu' })
    const none: GpuFacts = { ...DESKTOP, webgpu: 'no-adapter', limits: null }
    expect(gpuProblem(none, false)).toMatchObject({ kind: 'no-gpu', need: 'adapter' })
  })

  it.each([
    ['maxBufferSize', 2 ** 28 - 1],
    ['maxStorageBufferBindingSize', 2 ** 27 - 1],
    ['maxComputeWorkgroupStorageSize', 16384],
    ['maxStorageBuffersPerShaderStage', 8],
    ['maxComputeInvocationsPerWorkgroup', 128],
  ] as const)('WEBLLM1: names the limit %s where it is too low', (name, value) => {
    const problem = gpuProblem(withLimits({ [name]: value }), false)
    expect(problem).toMatchObject({ kind: 'no-gpu', need: 'limits' })
    expect(problem?.detail).toContain(name)
  })

  it('WEBLLM1: needs f16 where the record computes with it, though records do not declare it', () => {
    expect(gpuProblem({ ...DESKTOP, f16: false }, true)).toMatchObject({ need: 'f16' })
    expect(gpuProblem({ ...DESKTOP, f16: false }, false)).toBeNull()
  })

  it('WEBLLM2: offers the twin without f16, and says no where there is none', () => {
    const old = { ...DESKTOP, f16: false }
    expect(fitGpu(old, HALF, CATALOGUE)).toEqual({ fit: 'twin', twin: WHOLE })
    expect(fitGpu(old, SMALL, CATALOGUE)).toMatchObject({ fit: 'no', problem: { need: 'f16' } })
    expect(fitGpu(old, { ...HALF, twin: 'gone' }, CATALOGUE)).toMatchObject({ fit: 'no' })
  })

  it('WEBLLM2: gives phones small models only', () => {
    const phone = { ...DESKTOP, vendor: 'qualcomm', architecture: 'adreno-7xx' }
    expect(isSmallGpu(phone)).toBe(true)
    expect(isSmallGpu(withLimits({ maxStorageBufferBindingSize: 2 ** 27 }))).toBe(true)
    expect(isSmallGpu(DESKTOP)).toBe(false)
    expect(fitGpu(phone, HALF, CATALOGUE)).toEqual({ fit: 'too-large' })
    expect(fitGpu({ ...phone, f16: false }, HALF, CATALOGUE)).toEqual({ fit: 'too-large' })
    expect(fitGpu(phone, SMALL, CATALOGUE)).toEqual({ fit: 'yes' })
  })
})
