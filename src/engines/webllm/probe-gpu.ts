import type { GpuFacts } from '#core/models/gpu-needs'

const NONE: GpuFacts = {
  webgpu: 'absent',
  vendor: '',
  architecture: '',
  description: '',
  software: false,
  f16: false,
  limits: null,
}

/** Names of GPUs that are programs: Chromium's, Mesa's and Windows' own. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|\bwarp\b|basic render/iu

/**
 * Asks for the GPU that web-llm would take, without opening it. Never rejects. Works in pages and in workers.
 */
export async function probeGpu(): Promise<GpuFacts> {
  // Browsers without WebGPU, and pages that are not secure, have no such property; the type says otherwise.
  const gpu: GPU | undefined = 'gpu' in navigator ? navigator.gpu : undefined
  if (gpu === undefined) return NONE
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null)
  if (adapter === null) return { ...NONE, webgpu: 'no-adapter' }
  const { vendor, architecture, description, device, isFallbackAdapter } = adapter.info
  const { limits } = adapter
  return {
    webgpu: 'ready',
    vendor,
    architecture,
    description,
    // The flag is young; older browsers leave it undefined.
    software: isFallbackAdapter || SOFTWARE.test(`${architecture} ${description} ${device}`),
    f16: adapter.features.has('shader-f16'),
    limits: {
      maxBufferSize: limits.maxBufferSize,
      maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
      maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
      maxStorageBuffersPerShaderStage: limits.maxStorageBuffersPerShaderStage,
      maxComputeInvocationsPerWorkgroup: limits.maxComputeInvocationsPerWorkgroup,
    },
  }
}

/** How screens and pairs name it: "GPU: google swiftshader". */
export function gpuName(gpu: GpuFacts): string {
  const parts = [gpu.vendor, gpu.architecture].filter(part => part !== '')
  const name = parts.length > 0 ? parts.join(' ') : gpu.description
  return `GPU: ${name === '' ? 'not named' : name}${gpu.software && !SOFTWARE.test(name) ? ' (software)' : ''}`
}
