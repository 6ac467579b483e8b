import { describe, expect, it } from 'vitest'
import { type GpuFacts, gpuProblem, isSmallGpu } from '#core/models/gpu-needs'

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

const withLimits = (limits: Partial<NonNullable<GpuFacts['limits']>>): GpuFacts => ({
  ...DESKTOP,
  limits: DESKTOP.limits === null ? null : { ...DESKTOP.limits, ...limits },
})

describe('what a GPU can run', () => {
  it('WEBLLM1: a usual one has no problem', () => {
    expect(gpuProblem(DESKTOP, true)).toBeNull()
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

  it('WEBLLM2: phones, and GPUs that bind little at once, are for small models', () => {
    const phone = { ...DESKTOP, vendor: 'qualcomm', architecture: 'adreno-7xx' }
    expect(isSmallGpu(phone)).toBe(true)
    expect(isSmallGpu(withLimits({ maxStorageBufferBindingSize: 2 ** 27 }))).toBe(true)
    expect(isSmallGpu(DESKTOP)).toBe(false)
  })
})
