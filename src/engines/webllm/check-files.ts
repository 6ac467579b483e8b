import {
  MLC_CONFIG,
  MLC_MANIFEST,
  type MlcCache,
  mlcKey,
  readMlcConfig,
  readMlcManifest,
} from '#core/models/mlc-folder'
import type { MlcSource } from '#core/models/model-source'
import type { Cancel } from '#core/ports/cancel'
import { ProblemError } from '#core/problem'
import { type ChatConfig, readChatConfig } from './chat-config'
import { checkLibrary } from './check-library'

export interface CheckedFiles {
  readonly config: ChatConfig
  /** What `tokenizer.json` holds, as text; null where the model has only `tokenizer.model`. */
  readonly readTokenizer: (() => Promise<string>) | null
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
  const find = async (cache: MlcCache, key: string): Promise<Response> => {
    const found = await caches.match(key, { cacheName: cache })
    if (found === undefined) throw new ProblemError({ kind: 'model-missing', model: source.model })
    return found
  }
  const text = async (name: string, cache: MlcCache): Promise<string> =>
    (await find(cache, mlcKey(source.base, name))).text()

  const chatConfig = await text(MLC_CONFIG, 'webllm/config')
  const config = readChatConfig(chatConfig)
  const { tokenizer } = readMlcConfig(chatConfig)
  const weights = readMlcManifest(await text(MLC_MANIFEST, 'webllm/model'))
  const library = await find('webllm/wasm', source.library)
  await find('webllm/model', mlcKey(source.base, tokenizer))
  for (const [done, { name, cache, bytes }] of weights.entries()) {
    if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
    onFile(done, weights.length)
    const size = await sizeOf(await find(cache, mlcKey(source.base, name)), bytes)
    if (size === bytes) continue
    throw new ProblemError({ kind: 'model-damaged', file: name, detail: `${size} bytes instead of ${bytes}` })
  }
  await checkLibrary(new Uint8Array(await library.arrayBuffer()), lastOf(source.library))
  onFile(weights.length, weights.length)
  return { config, readTokenizer: tokenizer === 'tokenizer.json' ? () => text(tokenizer, 'webllm/model') : null }
}

/** web-llm fetches a library anew each time where its address is relative or holds "localhost". */
function checkLibraryKey(library: string): void {
  if (/^https?:\/\//u.test(library) && !library.includes('localhost')) return
  throw new ProblemError({ kind: 'engine-refused', detail: `a library is not kept under ${library}` })
}

/** The length that was stored with a file is believed where it is the right one; else its bytes are counted. */
async function sizeOf(response: Response, expected: number | null): Promise<number> {
  if (expected !== null && response.headers.get('content-length') === String(expected)) return expected
  return (await response.blob()).size
}

function lastOf(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1)
}
