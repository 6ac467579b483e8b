import { ProblemError } from '#core/problem'

/** Names that web-llm asks for. Conversions before 0.2.80 have the manifest under its old name, with the same content. */
export const MLC_CONFIG = 'mlc-chat-config.json'
export const MLC_MANIFEST = 'tensor-cache.json'
export const MLC_OLD_MANIFEST = 'ndarray-cache.json'

/** The tokenizers that web-llm reads, the better one first. */
const TOKENIZERS = ['tokenizer.json', 'tokenizer.model'] as const
const DEFAULT_CONTEXT = 4096
/** Path of a part, inside its folder. */
const PLAIN_PATH = /^(?!\.)[\w.-]+(?:\/(?!\.)[\w.-]+)*$/u

/** The stores of the Cache in which web-llm looks. */
export type MlcCache = 'webllm/model' | 'webllm/config' | 'webllm/wasm'

export interface MlcConfig {
  readonly contextTokens: number
  readonly quantization: string
  readonly f16: boolean
  readonly tokenizer: (typeof TOKENIZERS)[number]
}

/** A file of a model as its manifest lists it. */
export interface MlcPart {
  readonly name: string
  readonly cache: MlcCache
  /** null where the manifest does not say. */
  readonly bytes: number | null
  readonly md5: string | null
}

/** Which of the files that a person picked is what. Indexes into the list. */
export interface MlcChoice {
  readonly config: number
  readonly manifest: number
  readonly library: number
  /** The folder that holds the config, without a slash at its end; empty for files picked singly. */
  readonly folder: string
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function parsed(file: string, text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    const page = /^\s*</u.test(text)
    const detail = page ? 'a web page was sent in place of it' : 'it is not JSON'
    throw new ProblemError({ kind: 'model-damaged', file, detail })
  }
}

/**
 * What `mlc-chat-config.json` says (rule MODEL8).
 *
 * @throws ProblemError `model-damaged`, or `not-a-model` where it describes no model
 */
export function readMlcConfig(text: string): MlcConfig {
  const config = parsed(MLC_CONFIG, text)
  const quantization = field(config, 'quantization')
  const files = field(config, 'tokenizer_files')
  const tokenizer = TOKENIZERS.find(name => Array.isArray(files) && files.includes(name))
  if (typeof quantization !== 'string' || tokenizer === undefined) {
    const detail = `${MLC_CONFIG} names no ${tokenizer === undefined ? 'tokenizer that can be used' : 'quantization'}`
    throw new ProblemError({ kind: 'not-a-model', detail })
  }
  const context = field(config, 'context_window_size')
  // Larger windows take more of the GPU; they are asked for when loading.
  const contextTokens = isCount(context) && context > 0 ? Math.min(context, DEFAULT_CONTEXT) : DEFAULT_CONTEXT
  return { contextTokens, quantization, f16: quantization.includes('f16'), tokenizer }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

/**
 * The weights that a manifest lists.
 *
 * @throws ProblemError `model-damaged` where an entry has no size or no plain name
 */
export function readMlcManifest(text: string): readonly MlcPart[] {
  const records = field(parsed(MLC_MANIFEST, text), 'records')
  if (!Array.isArray(records) || records.length === 0) {
    throw new ProblemError({ kind: 'model-damaged', file: MLC_MANIFEST, detail: 'it lists no weights' })
  }
  return records.map((record: unknown) => {
    const [name, bytes, md5] = [field(record, 'dataPath'), field(record, 'nbytes'), field(record, 'md5sum')]
    if (typeof name !== 'string' || !PLAIN_PATH.test(name) || !isCount(bytes)) {
      throw new ProblemError({
        kind: 'model-damaged',
        file: MLC_MANIFEST,
        detail: 'an entry has no plain name or no size',
      })
    }
    const digest = typeof md5 === 'string' && /^[\da-f]{32}$/iu.test(md5) ? md5.toLowerCase() : null
    return { name, cache: 'webllm/model', bytes, md5: digest }
  })
}

/** Every file of a model but its library, in the order in which they are fetched: the small ones first. */
export function mlcParts(config: MlcConfig, weights: readonly MlcPart[]): readonly MlcPart[] {
  const small = (name: string, cache: MlcCache): MlcPart => ({ name, cache, bytes: null, md5: null })
  return [
    small(MLC_CONFIG, 'webllm/config'),
    small(MLC_MANIFEST, 'webllm/model'),
    small(config.tokenizer, 'webllm/model'),
    ...weights,
  ]
}

/** The address under which web-llm asks for a file of a model. */
export function mlcKey(base: string, name: string): string {
  return `${base}resolve/main/${name}`
}

/** Nothing can ever answer under a name that ends so (RFC 2606). */
export const INVENTED_HOST = 'https://local.invalid/'

/**
 * An invented address for models that came from no catalogue: nothing answers there, so a file that were missing would be
 * missed, and never asked of a stranger (rule MODEL9).
 */
export function inventedBase(id: string): string {
  return `${INVENTED_HOST}${encodeURIComponent(id)}/`
}

/** The key of the library beside it. web-llm does not cache what has "localhost" in its address. */
export function inventedLibrary(id: string): string {
  return `${inventedBase(id)}library.wasm`
}

const lastOf = (path: string): string => path.split('/').at(-1) ?? path
const depthOf = (path: string): number => path.split('/').length

/**
 * Finds config, manifest and library among the files of a folder, or null when there is no config: then this is no folder
 * in MLC's layout (rule MODEL8).
 *
 * @throws ProblemError `not-a-model` that names what is missing, or says that there are two
 */
export function chooseMlcFiles(paths: readonly string[]): MlcChoice | null {
  const named = (name: string): number => {
    const found = [...paths.entries()].filter(([, path]) => lastOf(path) === name)
    const [nearest] = found.sort(([, a], [, b]) => depthOf(a) - depthOf(b))
    return nearest?.[0] ?? -1
  }
  const config = named(MLC_CONFIG)
  if (config < 0) return null
  const manifest = [MLC_MANIFEST, MLC_OLD_MANIFEST].map(named).find(index => index >= 0) ?? -1
  if (manifest < 0) throw new ProblemError({ kind: 'not-a-model', detail: `${MLC_MANIFEST} is missing` })
  const libraries = [...paths.entries()].filter(([, path]) => path.toLowerCase().endsWith('.wasm'))
  const [library] = libraries
  if (library === undefined) {
    throw new ProblemError({ kind: 'not-a-model', detail: 'the compiled library (.wasm) is missing' })
  }
  if (libraries.length > 1) {
    const names = libraries.map(([, path]) => lastOf(path)).join(', ')
    throw new ProblemError({ kind: 'not-a-model', detail: `there is more than one library: ${names}` })
  }
  const path = paths[config] ?? ''
  return {
    config,
    manifest,
    library: library[0],
    folder: path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '',
  }
}
