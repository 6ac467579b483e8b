import { mlcKey, type MlcCache } from '#core/models/mlc-folder'
import type { MlcSource } from '#core/models/model-source'

/** Files of a model by the name of their store and their name in the folder. */
export type MlcBodies = Readonly<Record<MlcCache, Readonly<Record<string, Blob | string>>>>

/** Puts files where web-llm looks for them, under an address at which nothing answers. */
export async function storeMlc(id: string, bodies: MlcBodies, contextTokens: number): Promise<MlcSource> {
  const base = `https://local.invalid/${id}/`
  const library = `${base}library.wasm`
  for (const cache of ['webllm/model', 'webllm/config', 'webllm/wasm'] as const) {
    const store = await caches.open(cache)
    for (const [name, body] of Object.entries(bodies[cache])) {
      await store.put(cache === 'webllm/wasm' ? library : mlcKey(base, name), new Response(body))
    }
  }
  return { engine: 'webllm', model: id, base, library, contextTokens, f16: false }
}

/** The files of the real model that this machine lends to tests, or null where it has none. */
export async function lentMlcFiles(): Promise<readonly string[] | null> {
  const answer = await fetch('/models/mlc/index.json')
  if (!answer.ok) return null
  const files: unknown = await answer.json()
  return Array.isArray(files) ? files.filter(file => typeof file === 'string') : null
}

/**
 * Puts the lent model into the Cache. Its own system message, which says nothing that a test needs, is left out of its
 * config: a processor reads three tokens a second.
 */
export async function storeLentMlc(files: readonly string[], contextTokens: number): Promise<MlcSource> {
  const bodies: Record<MlcCache, Record<string, Blob | string>> = {
    'webllm/model': {},
    'webllm/config': {},
    'webllm/wasm': {},
  }
  for (const file of files) {
    const name = file.slice(file.lastIndexOf('/') + 1)
    if (!name.includes('.') || name === 'ndarray-cache.json') continue
    const body = await (await fetch(`/models/mlc/${file}`)).blob()
    if (name.endsWith('.wasm')) bodies['webllm/wasm'][name] = body
    else if (name === 'mlc-chat-config.json') bodies['webllm/config'][name] = withoutSystem(await body.text())
    else bodies['webllm/model'][name] = body
  }
  return storeMlc('smollm2-135m', bodies, contextTokens)
}

function withoutSystem(config: string): string {
  return config.replace(/"system_message": "[^"]*"/u, '"system_message": ""')
}
