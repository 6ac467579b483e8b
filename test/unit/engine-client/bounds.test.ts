import { describe, expect, it } from 'vitest'
import { chatOf } from '#test/contract/engine/harness'
import { engineFault, helpsToRestart } from '#runner/engine-fault'
import { createPatience } from '#runner/engine-patience'
import { watched } from '#runner/engine-watch'

const usage = { promptTokens: 1_000, reusedTokens: 0, answerTokens: 100, prefillMs: 10_000, decodeMs: 20_000 }
const words = (count: number): ReturnType<typeof chatOf> => chatOf('lamp '.repeat(count))

describe('how long an engine may be silent', () => {
  it('ENGINE24: 30 seconds, or three times what its speed says for the prompt and for a few tokens', () => {
    const patience = createPatience(30_000, { prefill: 100, decode: 10 })
    expect(patience.untilFirstText(words(10))).toBe(30_000)
    const long = patience.untilFirstText(words(4_000))
    expect(long).toBeGreaterThan(3 * 40 * 1000 * 0.9)
    expect(long).toBeLessThan(3 * 40 * 1000 * 1.6)
    expect(patience.betweenTexts()).toBe(30_000)
    expect(createPatience(30_000, { prefill: 3, decode: 0.5 }).betweenTexts()).toBe(120_000)
  })

  it('ENGINE24: patient before anything was measured', () => {
    const patience = createPatience(30_000, null)
    expect(patience.speed()).toBeNull()
    expect(patience.untilFirstText(words(100))).toBeGreaterThan(250_000)
    patience.learn(usage)
    expect(patience.speed()).toEqual({ prefill: 100, decode: 5 })
    expect(patience.untilFirstText(words(100))).toBe(30_000)
  })

  it('ENGINE29: learns from answers that tell enough, and only from them', () => {
    const patience = createPatience(30_000, { prefill: 200, decode: 15 })
    patience.learn({ ...usage, reusedTokens: 995, answerTokens: 2 })
    patience.learn({ ...usage, prefillMs: 0, decodeMs: 0 })
    expect(patience.speed()).toEqual({ prefill: 200, decode: 15 })
    patience.learn(usage)
    expect(patience.speed()).toEqual({ prefill: 170, decode: 12 })
  })

  it('ENGINE24: a sign of life sets the limit anew; a machine that slept has not used it up', async () => {
    const hung: unknown[] = []
    const sleep = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))
    const work = watched(
      120,
      problem => hung.push(problem),
      async alive => {
        for (let i = 0; i < 4; i++) {
          await sleep(70)
          alive(120)
        }
        return 'done'
      },
    )
    expect(await work).toBe('done')
    // The whole thread stands still for longer than the limit, as in a machine that sleeps.
    const late = watched(
      100,
      problem => hung.push(problem),
      async () => {
        const end = performance.now() + 250
        while (performance.now() < end);
        await sleep(30)
        return 'awake'
      },
    )
    expect(await late).toBe('awake')
    expect(hung).toEqual([])
  })
})

describe('what is left of an engine’s errors', () => {
  const kindOf = (detail: string): string => engineFault({ kind: 'unexpected', detail }).kind

  it('ENGINE22: names bare strings and foreign errors', () => {
    expect(kindOf('Engine.unload() is called.')).toBe('cancelled')
    expect(kindOf('DeviceLostError: The WebGPU device was lost while loading')).toBe('gpu-lost')
    expect(kindOf('Error: Object has already been disposed')).toBe('gpu-lost')
    expect(kindOf("OperationError: Failed to execute 'mapAsync' on 'GPUBuffer'")).toBe('gpu-lost')
    expect(kindOf('RangeError: Array buffer allocation failed')).toBe('out-of-memory')
    expect(kindOf('RuntimeError: Aborted(OOM)')).toBe('out-of-memory')
    expect(kindOf('RuntimeError: memory access out of bounds')).toBe('engine-gone')
    expect(kindOf('WebGPUNotAvailableError: no GPU here')).toBe('no-gpu')
    expect(kindOf('TypeError: undefined is not a function')).toBe('engine-refused')
    expect(
      engineFault({
        kind: 'unexpected',
        detail: 'request (5402 tokens) exceeds the available context size (1024 tokens)',
      }),
    ).toEqual({ kind: 'context-overflow', promptTokens: 5402, contextTokens: 1024 })
  })

  it('ENGINE22: leaves alone what has a name', () => {
    const problem = { kind: 'no-gpu', need: 'f16', detail: 'lost' } as const
    expect(engineFault(problem)).toBe(problem)
  })

  it('ENGINE25: only an engine that ended is worth another start', () => {
    expect(helpsToRestart({ kind: 'engine-hangs', seconds: 30 })).toBe(true)
    expect(helpsToRestart({ kind: 'engine-gone', detail: '' })).toBe(true)
    expect(helpsToRestart({ kind: 'out-of-memory', detail: '' })).toBe(true)
    expect(helpsToRestart({ kind: 'engine-refused', detail: '' })).toBe(false)
    expect(helpsToRestart({ kind: 'context-overflow', promptTokens: 2, contextTokens: 1 })).toBe(false)
    expect(helpsToRestart({ kind: 'cancelled' })).toBe(false)
  })
})
