import { expect, it } from 'vitest'
import { gpuProblem } from '#core/models/gpu-needs'
import { gpuName, probeGpu } from '#engines/webllm/probe-gpu'

it('WEBLLM2: names this GPU and knows that a program stands in for it', async () => {
  const gpu = await probeGpu()
  expect(gpu).toMatchObject({ webgpu: 'ready', software: true, f16: false })
  expect(gpuName(gpu)).toBe('GPU: google swiftshader')
  expect(gpuProblem(gpu, false)).toBeNull()
  expect(gpuProblem(gpu, true)).toMatchObject({ kind: 'no-gpu', need: 'f16' })
})
