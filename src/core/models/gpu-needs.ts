import type { EngineProblem } from '#core/problem'

/** What a browser says of its GPU; strings are empty where it keeps them to itself. */
export interface GpuFacts {
  /** Whether there is WebGPU at all, and an adapter behind it. */
  readonly webgpu: 'absent' | 'no-adapter' | 'ready'
  readonly vendor: string
  readonly architecture: string
  readonly description: string
  /** Computed by the CPU: everything works, a hundred times slower. */
  readonly software: boolean
  readonly f16: boolean
  /** null without an adapter. */
  readonly limits: GpuLimits | null
}

/** In bytes or pieces, as WebGPU names them. */
export interface GpuLimits {
  readonly maxBufferSize: number
  readonly maxStorageBufferBindingSize: number
  readonly maxComputeWorkgroupStorageSize: number
  readonly maxStorageBuffersPerShaderStage: number
  readonly maxComputeInvocationsPerWorkgroup: number
}

const MiB = 2 ** 20

/** Below these web-llm 0.2.86 does not start (`detectGPUDevice`); WebGPU itself promises only 8 storage buffers. */
const LEAST: GpuLimits = {
  maxBufferSize: 256 * MiB,
  maxStorageBufferBindingSize: 128 * MiB,
  maxComputeWorkgroupStorageSize: 32 * 1024,
  maxStorageBuffersPerShaderStage: 10,
  maxComputeInvocationsPerWorkgroup: 256,
}

const LIMITS = [
  'maxBufferSize',
  'maxStorageBufferBindingSize',
  'maxComputeWorkgroupStorageSize',
  'maxStorageBuffersPerShaderStage',
  'maxComputeInvocationsPerWorkgroup',
] as const satisfies readonly (keyof GpuLimits)[]

/** What keeps a compiled model from running on this GPU, or null. `f16`: whether it computes with 16-bit floats. */
export function gpuProblem(gpu: GpuFacts, f16: boolean): (EngineProblem & { kind: 'no-gpu' }) | null {
  if (gpu.webgpu === 'absent') return { kind: 'no-gpu', need: 'webgpu', detail: 'this browser has no WebGPU here' }
  const { limits } = gpu
  if (limits === null) return { kind: 'no-gpu', need: 'adapter', detail: 'the browser offers no GPU' }
  for (const name of LIMITS) {
    if (limits[name] >= LEAST[name]) continue
    return { kind: 'no-gpu', need: 'limits', detail: `${name} is ${limits[name]}, needed are ${LEAST[name]}` }
  }
  if (f16 && !gpu.f16) return { kind: 'no-gpu', need: 'f16', detail: 'shader-f16 is missing' }
  return null
}

/**
 * Whether only small models should be offered: a phone's GPU, or one that binds no more than 128 MiB at once. Larger ones
 * make the tabs of phones crash (web-llm #209, #524, #722).
 */
export function isSmallGpu(gpu: GpuFacts): boolean {
  if (/^(?:qualcomm|arm|img-tec|imagination)/iu.test(gpu.vendor)) return true
  return gpu.limits !== null && gpu.limits.maxStorageBufferBindingSize <= 128 * MiB
}
