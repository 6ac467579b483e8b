import type { GpuFacts, GpuLimits } from '#core/models/gpu-needs'

/** What the GPU of a desktop offers. */
export const GPU_LIMITS: GpuLimits = {
  maxBufferSize: 2 ** 32,
  maxStorageBufferBindingSize: 2 ** 31,
  maxComputeWorkgroupStorageSize: 32 * 1024,
  maxStorageBuffersPerShaderStage: 10,
  maxComputeInvocationsPerWorkgroup: 1024,
}

export const DESKTOP_GPU: GpuFacts = {
  webgpu: 'ready',
  vendor: 'apple',
  architecture: 'metal-3',
  description: '',
  software: false,
  f16: true,
  limits: GPU_LIMITS,
}

export const NO_GPU: GpuFacts = {
  ...DESKTOP_GPU,
  webgpu: 'absent',
  vendor: '',
  architecture: '',
  f16: false,
  limits: null,
}
