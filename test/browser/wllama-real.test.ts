import { LogLevel, Wllama } from '@wllama/wllama/esm/index.js'
import wasmUrl from '@wllama/wllama/esm/wasm/wllama.wasm?url'
import { expect, it } from 'vitest'
import { BATCH_TOKENS } from '#core/models/gguf/fits-cpu'
import type { GgufSource } from '#core/models/model-source'
import type { LanguageModel } from '#core/ports/engine'
import { startEngine } from '#runner/engine-client'
import { ask, chatOf, completionOf, NEVER, PASSAGE } from '#test/contract/engine/harness'
import { borrowedGguf } from '#test/support/borrowed-gguf'
import { ggufSource } from '#test/support/gguf-source'
import { openSealedFrame } from '#test/support/sealed-worker'

const MINUTES = 60_000
const THREADS = 1
const CONTEXT = 2048
/** Each of the two engines answers so often, in turn. */
const ROUNDS = 7
const ANSWER = 32

const real = await borrowedGguf()

it.skipIf(real === null)('CPU engine on a real model (PAIRLOOM_GGUF)', { timeout: 15 * MINUTES }, async context => {
  if (real === null) return
  const frame = await openSealedFrame()
  const engine = startEngine<GgufSource>({
    spawn: () => frame.spawn('/src/app/workers/wllama-worker.ts'),
    speed: null,
    limits: { silenceMs: 5 * MINUTES },
  })
  const started = performance.now()
  const model = await engine.load(
    NEVER,
    ggufSource(real, { contextTokens: CONTEXT, threads: THREADS }),
    () => undefined,
  )
  const loadMs = performance.now() - started
  const raw = await openRaw(real)
  try {
    const answer = await ask(model, chatOf('What is the capital of France? Answer in one sentence.', { maxTokens: 24 }))
    expect(answer.text).toContain('Paris')

    const passage = PASSAGE.repeat(12)
    const read = await ask(model, completionOf(passage, { maxTokens: 2 }))
    const prefill = ((read.usage.promptTokens - read.usage.reusedTokens) / read.usage.prefillMs) * 1000
    expect(read.usage.promptTokens).toBe((await model.count([passage]))[0])

    // Cancelled while it reads: nobody waits for the end of the part that it is at.
    const control = new AbortController()
    const reading = ask(model, completionOf(`Other. ${passage}`, { maxTokens: 2 }), undefined, control.signal)
    await new Promise(resolve => setTimeout(resolve, 300))
    const at = performance.now()
    control.abort()
    expect((await reading).stop).toBe('cancelled')
    const cancelMs = performance.now() - at
    expect(cancelMs).toBeLessThan(1000)

    const ratios: number[] = []
    const speeds: number[] = []
    await rawSpeed(raw)
    await ourSpeed(model)
    for (let round = 0; round < ROUNDS; round++) {
      const ours = await ourSpeed(model)
      const theirs = await rawSpeed(raw)
      speeds.push(ours)
      ratios.push(ours / theirs)
    }
    const figures = {
      load: `${Math.round(loadMs)} ms`,
      prefill: `${prefill.toFixed(1)} tok/s`,
      decode: `${median(speeds).toFixed(1)} tok/s`,
      ratioToRaw: median(ratios).toFixed(3),
      ratios: ratios.map(ratio => ratio.toFixed(2)).join(' '),
      cancelledReading: `${Math.round(cancelMs)} ms`,
      device: model.facts.device,
    }
    await context.annotate(JSON.stringify(figures))
    console.info(figures)
    // The goal is 0.95; other work on the machine moves single rounds by more than that.
    expect(median(ratios)).toBeGreaterThan(0.85)
  } finally {
    await engine.dispose()
    await raw.exit()
  }
})

const REQUEST = completionOf('Once upon a time there was a lighthouse', { maxTokens: ANSWER })

/** Tokens a second from the request to its end, through worker, messages and all. */
async function ourSpeed(model: LanguageModel): Promise<number> {
  const started = performance.now()
  const { usage } = await model.complete(NEVER, REQUEST, () => undefined)
  return (usage.answerTokens / (performance.now() - started)) * 1000
}

/** The same of the package alone, in this page. */
async function rawSpeed(raw: Wllama): Promise<number> {
  const started = performance.now()
  let tokens = 0
  await raw.createCompletion({
    prompt: REQUEST.prompt,
    max_tokens: ANSWER,
    temperature: 0,
    stream: true,
    onData: ({ timings }) => {
      tokens = timings?.predicted_n ?? tokens
    },
  })
  return (tokens / (performance.now() - started)) * 1000
}

async function openRaw(model: Blob): Promise<Wllama> {
  const ignore = (): void => undefined
  const raw = new Wllama(
    { default: new URL(wasmUrl, location.href).href },
    { logger: { debug: ignore, log: ignore, warn: ignore, error: ignore } },
  )
  raw.setCompat(null)
  await raw.loadModel([model], {
    n_ctx: CONTEXT,
    n_batch: BATCH_TOKENS,
    n_ubatch: BATCH_TOKENS,
    n_gpu_layers: 0,
    n_parallel: 1,
    n_threads: THREADS,
    log_level: LogLevel.ERROR,
  })
  return raw
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
}
