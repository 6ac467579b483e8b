import type { CatalogueModel } from '#core/models/model'
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

/** Billions of parameters that phones bear; larger models make their tabs crash (web-llm #209, #524, #722). */
const PHONE_PARAMETERS = 2

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

/** Whether only small models should be offered: a phone's GPU, or one that binds no more than 128 MiB at once. */
export function isSmallGpu(gpu: GpuFacts): boolean {
  if (/^(?:qualcomm|arm|img-tec|imagination)/iu.test(gpu.vendor)) return true
  return gpu.limits !== null && gpu.limits.maxStorageBufferBindingSize <= 128 * MiB
}

export type GpuFit =
  | { readonly fit: 'yes' }
  /** Not this record, but the same weights without 16-bit floats. */
  | { readonly fit: 'twin'; readonly twin: CatalogueModel }
  | { readonly fit: 'too-large' }
  | { readonly fit: 'no'; readonly problem: EngineProblem & { kind: 'no-gpu' } }

/**
 * Whether a model of web-llm runs on this GPU, as far as a page can know: memory is never told, so only phones are
 * refused by size. Most records of web-llm that need `shader-f16` do not say so, hence `needsF16` of the catalogue.
 */
export function fitGpu(gpu: GpuFacts, model: CatalogueModel, catalogue: readonly CatalogueModel[]): GpuFit {
  const problem = gpuProblem(gpu, model.needsF16)
  const large = isSmallGpu(gpu) && model.parameters > PHONE_PARAMETERS
  if (problem === null) return large ? { fit: 'too-large' } : { fit: 'yes' }
  const twin = problem.need === 'f16' ? catalogue.find(other => other.id === model.twin) : undefined
  if (twin === undefined || twin.needsF16) return { fit: 'no', problem }
  return large ? { fit: 'too-large' } : { fit: 'twin', twin }
}
