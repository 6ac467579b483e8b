import type { GgufSource } from '#core/models/model-source'
import { type EngineClient, startEngine } from '#runner/engine-client'
import type { LanguageModel } from '#core/ports/engine'
import { ggufSource } from '#test/support/gguf-source'

const NEVER = { aborted: false }
/** Whatever else the machine does meanwhile. */
const PATIENT = { silenceMs: 1_800_000 }

/** Loads a model into the CPU engine, in a thread of its own, on a page that the tests' server serves. */
export async function loadWllama(
  bytes: Uint8Array<ArrayBuffer> | Blob,
  contextTokens: number,
): Promise<{ readonly client: EngineClient<GgufSource>; readonly model: LanguageModel }> {
  const client = startEngine<GgufSource>({
    spawn: () => new Worker('/src/app/workers/wllama-worker.ts', { type: 'module', name: 'engine' }),
    speed: null,
    limits: PATIENT,
  })
  return { client, model: await client.load(NEVER, ggufSource(bytes, { contextTokens }), () => undefined) }
}
