import type { MlcSource } from '#core/models/model-source'
import type { Cancel } from '#core/ports/cancel'
import { ProblemError } from '#core/problem'
import { type ChatConfig, CONFIG_FILE, readChatConfig } from './chat-config'
import { checkLibrary } from './check-library'
import { MANIFEST_FILE, readShardList } from './shard-list'

/** The names under which web-llm keeps what it fetched. */
const CACHES = { model: 'webllm/model', config: 'webllm/config', library: 'webllm/wasm' } as const

export interface CheckedFiles {
  readonly config: ChatConfig
  /** What `tokenizer.json` holds, as text; null where the model has only `tokenizer.model`. */
  readonly readTokenizer: (() => Promise<string>) | null
}

/** The address of the folder that holds config, tokenizer and weights; ends in a slash. */
export function folderOf(source: MlcSource): string {
  return `${source.base}resolve/main/`
}

/**
 * Looks whether everything that web-llm would otherwise fetch lies in the Cache, and whole: it takes any body that was
 * ever stored under an address for the file (web-llm #289), and this thread has no network to fetch the rest with.
 * Rejects with `model-missing`, `model-damaged` (which file) or `library-mismatch`. `onFile` hears of each file.
 */
export async function checkFiles(
  cancel: Cancel,
  source: MlcSource,
  onFile: (done: number, total: number) => void,
): Promise<CheckedFiles> {
  checkLibraryKey(source.library)
  const stored = await open(source)
  const folder = folderOf(source)
  const config = readChatConfig(await (await stored.find('config', folder + CONFIG_FILE)).text())
  const shards = readShardList(await (await stored.find('model', folder + MANIFEST_FILE)).text())
  const library = await (await stored.find('library', source.library)).arrayBuffer()
  await checkLibrary(new Uint8Array(library), lastOf(source.library))
  const exact = config.tokenizerFiles.includes('tokenizer.json')
  const tokenizer = folder + (exact ? 'tokenizer.json' : 'tokenizer.model')
  await stored.find('model', tokenizer)
  for (const [done, { path, bytes }] of shards.entries()) {
    if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
    onFile(done, shards.length)
    const size = await sizeOf(await stored.find('model', new URL(path, folder).href), bytes)
    if (size === bytes) continue
    throw new ProblemError({ kind: 'model-damaged', file: path, detail: `${size} bytes instead of ${bytes}` })
  }
  onFile(shards.length, shards.length)
  return { config, readTokenizer: exact ? async () => (await stored.find('model', tokenizer)).text() : null }
}

/** web-llm fetches a library anew each time where its address is relative or holds "localhost". */
function checkLibraryKey(library: string): void {
  if (/^https?:\/\//u.test(library) && !library.includes('localhost')) return
  throw new ProblemError({ kind: 'engine-refused', detail: `a library is not kept under ${library}` })
}

async function open(source: MlcSource): Promise<{ find(kind: keyof typeof CACHES, key: string): Promise<Response> }> {
  if (!('caches' in globalThis)) throw new ProblemError({ kind: 'storage-unavailable', detail: 'no Cache' })
  return {
    find: async (kind, key) => {
      const found = await caches.match(key, { cacheName: CACHES[kind] })
      if (found === undefined) throw new ProblemError({ kind: 'model-missing', model: source.model })
      return found
    },
  }
}

/** The length that was stored with a file is believed where it is the right one; else its bytes are counted. */
async function sizeOf(response: Response, expected: number): Promise<number> {
  if (response.headers.get('content-length') === String(expected)) return expected
  return (await response.blob()).size
}

function lastOf(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1)
}
