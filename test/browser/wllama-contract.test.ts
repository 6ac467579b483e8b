import wasmUrl from '@wllama/wllama/esm/wasm/wllama.wasm?url'
import type { GgufSource } from '#core/models/model-source'
import { createWllamaEngine } from '#engines/wllama/wllama-engine'
import { startEngine } from '#runner/engine-client'
import { engineContract } from '#test/contract/engine'
import { ggufSource } from '#test/support/gguf-source'
import { makeGguf } from '#test/support/make-gguf'
import { openSealedFrame } from '#test/support/sealed-worker'

const WORKER = '/src/app/workers/wllama-worker.ts'

const OPTIONS = {
  bad: {
    make: () => Promise.resolve(ggufSource(makeGguf({ fault: 'bad-magic' }))),
    kinds: ['not-a-model'],
  },
  repeatable: true,
  ending: null,
  longTokens: 300,
} as const

engineContract<GgufSource>(
  'CPU engine on a tiny model',
  () =>
    Promise.resolve({
      engine: createWllamaEngine(new URL(wasmUrl, location.href).href),
      source: ggufSource(makeGguf()),
    }),
  OPTIONS,
)

engineContract<GgufSource>(
  'CPU engine in a sealed worker',
  async () => {
    const frame = await openSealedFrame()
    const engine = startEngine<GgufSource>({ spawn: () => frame.spawn(WORKER), speed: null })
    return { engine, source: ggufSource(makeGguf()) }
  },
  OPTIONS,
)
