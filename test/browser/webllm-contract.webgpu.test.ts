import { it } from 'vitest'
import type { MlcSource } from '#core/models/model-source'
import { startEngine } from '#runner/engine-client'
import { lentMlcFiles, storeLentMlc, storeMlc } from '#test/support/mlc-model'
import { openSealedFrame } from '#test/support/sealed-worker'
import { engineContract } from '../contract/engine'

const MINUTE = 60_000
const WORKER = '/src/app/workers/webllm-worker.ts'

const files = await lentMlcFiles()

if (files === null) {
  it.skip('web-llm with a real model, in its worker (PAIRLOOM_MLC_FOLDER names none)', () => undefined)
} else {
  let stored: Promise<MlcSource> | null = null
  engineContract<MlcSource>(
    'web-llm with a real model, in its worker',
    async () => {
      stored ??= storeLentMlc(files, 1024)
      const [frame, source] = await Promise.all([openSealedFrame(), stored])
      const engine = startEngine<MlcSource>({
        spawn: () => frame.spawn(WORKER),
        speed: null,
        // A processor in place of a GPU reads one to three tokens a second.
        limits: { silenceMs: 2 * MINUTE },
      })
      return { engine, source }
    },
    {
      bad: {
        make: () => storeMlc('nothing', { 'webllm/model': {}, 'webllm/config': {}, 'webllm/wasm': {} }, 1024),
        kinds: ['model-missing'],
      },
      // Holds on this device, but costs four more answers; the real model's own test looks at it.
      repeatable: false,
      ending: null,
      passage: 'A lamp burns at dusk.',
      answerTokens: 4,
      longTokens: 24,
      timeoutMs: 5 * MINUTE,
    },
  )
}
