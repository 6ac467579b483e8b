import { expect, it } from 'vitest'
import { problemOf } from '#core/problem'
import { probeGpu } from '#engines/webllm/probe-gpu'
import { createWebllmEngine } from '#engines/webllm/webllm-engine'

// This browser runs without a GPU and without a program in its place.

it('WEBLLM1: without WebGPU loading ends at once, before any file is looked at', async () => {
  const gpu = await probeGpu()
  expect(gpu).toMatchObject({ limits: null, f16: false })
  const engine = createWebllmEngine(() => undefined)
  const base = 'https://local.invalid/nothing/'
  const source = {
    engine: 'webllm',
    model: 'm',
    base,
    library: `${base}l.wasm`,
    contextTokens: 1024,
    f16: false,
  } as const
  const problem = await engine
    .load({ aborted: false }, source, () => undefined)
    .then(
      () => expect.fail('it loaded'),
      (thrown: unknown) => problemOf(thrown),
    )
  expect(problem).toMatchObject({ kind: 'no-gpu', need: gpu.webgpu === 'absent' ? 'webgpu' : 'adapter' })
  await engine.dispose()
})
