import type { StoredPair } from '#core/ports/project-store'
import type { Check } from '#core/synthesis/pair'
import { ProblemError } from '#core/problem'
import type { GateMeasure } from '#messages/gates'
import type { GateMemory } from '#runner/gate-memory'
import { type GateTools, judgeByModel } from '#runner/judge-by-model'
import { borrowedGguf } from '#test/support/borrowed-gguf'
import { loadWllama } from '#test/support/load-wllama'
import { pairsInMemory } from '#test/support/pairs-in-memory'

const CONTEXT = 4096
const NEVER = new AbortController().signal
const SAY_EVERY = 30_000

export interface GateAsked {
  readonly gate: 'grounded' | 'round-trip'
  readonly judge: string
  readonly pairs: readonly StoredPair[]
  readonly texts: readonly string[]
}

/** What one gate made of the sample. */
export interface GateAnswers {
  /** The gate's check of each pair that was asked about, by the pair's key. */
  readonly checks: Readonly<Record<string, Check>>
  /** How the judge did on kept pairs and planted wrong ones. */
  readonly measure: GateMeasure
  readonly device: string
  readonly seconds: number
}

/**
 * Lets the model of PAIRLOOM_GGUF judge pairs by one gate, as the app does: it is measured first, then asked about ready
 * pairs and those in doubt, whether it proved fit or not. Rejects when the engine fails.
 */
export async function judgeSample({ gate, judge, pairs, texts }: GateAsked): Promise<GateAnswers> {
  const file = await borrowedGguf()
  if (file === null) throw new ProblemError({ kind: 'model-missing', model: 'PAIRLOOM_GGUF' })
  const { client, model } = await loadWllama(file, CONTEXT)
  try {
    const held = [...pairs]
    const memory: GateMemory = new Map()
    // Judging reads no speed: only an estimate before it does.
    const speed = { prefill: 0, decode: 0, loadMs: 0 }
    const tools: GateTools = {
      store: pairsInMemory(held, texts).store,
      fence: 1,
      desk: {
        state: () => ({ state: 'ready', model: judge, engine: 'wllama', facts: model.facts, speed }),
        model: () => model,
        restart: () => Promise.reject(new ProblemError({ kind: 'engine-gone', detail: 'no restart here' })),
      },
      clock: { elapsed: () => performance.now() },
      memory,
    }
    const began = performance.now()
    let said = began
    let measure: GateMeasure | null = null
    // The judge is remembered, so that the second call does not measure it again.
    for (const scope of ['ready', 'unsure'] as const) {
      const result = await judgeByModel(NEVER, tools, { gate, scope, limit: null, anyway: true }, progress => {
        if (performance.now() - said < SAY_EVERY) return
        said = performance.now()
        console.info(`${gate}, ${progress.phase} ${scope}: ${String(progress.done)} of ${String(progress.total)}`)
      })
      if (result.problem !== null) throw new ProblemError(result.problem)
      measure ??= result.measure
    }
    if (measure === null) throw new ProblemError({ kind: 'unexpected', detail: 'no pair was ready' })
    const checks = held.flatMap(({ key, pair }) => {
      const check = pair.checks.find(({ name }) => name === gate)
      return check === undefined ? [] : [[key, check] as const]
    })
    return {
      checks: Object.fromEntries(checks),
      measure,
      device: model.facts.device,
      seconds: (performance.now() - began) / 1_000,
    }
  } finally {
    await client.dispose()
  }
}
