import wasmUrl from '@wllama/wllama/esm/wasm/wllama.wasm?url'
import type { GgufSource } from '#core/models/model-source'
import { createWllamaEngine } from '#engines/wllama/wllama-engine'
import { engineContract } from '#test/contract/engine'
import { engineOverWorker } from '#test/support/engine-over-worker'
import { ggufSource } from '#test/support/gguf-source'
import { makeGguf } from '#test/support/make-gguf'
import { spawnInSealedFrame } from '#test/support/sealed-worker'
import workerUrl from '../../src/app/workers/wllama-worker?worker&url'

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
  async () => ({
    engine: engineOverWorker<GgufSource>(await spawnInSealedFrame(workerUrl)).engine,
    source: ggufSource(makeGguf()),
  }),
  OPTIONS,
)
