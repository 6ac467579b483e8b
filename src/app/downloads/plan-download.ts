import {
  inventedBase,
  inventedLibrary,
  MLC_CONFIG,
  MLC_MANIFEST,
  MLC_OLD_MANIFEST,
  type MlcConfig,
  mlcKey,
  mlcParts,
  readMlcConfig,
  readMlcManifest,
} from '#core/models/mlc-folder'
import type { ModelAddress } from '#core/models/model-address'
import type { CatalogueModel } from '#core/models/model'
import { ProblemError, problemOf } from '#core/problem'
import type { DownloadFile, DownloadWorkerApi, DownloadWorkerEvents } from '#messages/download-worker'
import type { Client } from '#messages/rpc'
import { folderName } from '#storage/models/model-disk'
import { nameOf } from './ask-host'
import { joinedDigest, ownId, sha256Of } from './stored-model'

export type DownloadClient = Client<DownloadWorkerApi, DownloadWorkerEvents>

/** What is to be fetched, known before any of it is. */
export type DownloadPlan = {
  /** The download's key: of the journal and of the session. For a model of the catalogue its id. */
  readonly key: string
  readonly files: readonly DownloadFile[]
} & (
  | { readonly kind: 'gguf'; readonly name: string }
  | {
      readonly kind: 'mlc'
      readonly id: string
      readonly name: string
      readonly config: MlcConfig
      readonly base: string
      readonly library: string
    }
)

/** A file of a GGUF by this many bytes is known to be one. */
const HEAD_BYTES = 16
const ADDRESS = 'address-'

/** Reads config and manifest, or asks for the sizes of the parts. Rejects as `readText` and `probe`. */
export async function planCatalogue(
  signal: AbortSignal,
  worker: DownloadClient,
  { id, files, title }: CatalogueModel,
): Promise<DownloadPlan> {
  if ('urls' in files) {
    const [first = ''] = files.urls
    return { kind: 'gguf', key: id, name: nameOf(first), files: await ggufFiles(signal, worker, id, files.urls) }
  }
  const { base, library } = files
  const read = await readFolder(signal, worker, [`${base}resolve/main/`])
  return {
    kind: 'mlc',
    key: id,
    id,
    name: title,
    base,
    library,
    config: read.config,
    files: mlcFiles(read, base, library, library),
  }
}

/** The same for an address that the person gave, under `key`. */
export async function planAddress(
  signal: AbortSignal,
  worker: DownloadClient,
  key: string,
  address: ModelAddress,
): Promise<DownloadPlan> {
  if (address.kind === 'gguf') {
    return { kind: 'gguf', key, name: address.name, files: await ggufFiles(signal, worker, key, address.urls) }
  }
  const read = await readFolder(signal, worker, address.folders)
  const id = ownId(
    address.name,
    await joinedDigest(await Promise.all([read.configText, read.manifestText, address.library].map(digestOf))),
  )
  const [base, library] = [inventedBase(id), inventedLibrary(id)]
  const files = mlcFiles(read, base, library, address.library)
  return { kind: 'mlc', key, id, name: address.name, base, library, config: read.config, files }
}

/** A name for a download from an address that the person gave: the same address goes on with the same download. */
export async function addressKey(address: ModelAddress): Promise<string> {
  const urls = address.kind === 'gguf' ? address.urls : [...address.folders, address.library]
  return `${ADDRESS}${(await digestOf(urls.join('\n'))).slice(0, 16)}`
}

/** Whether a download is one of an address that the person gave; else it is one of the catalogue. */
export function isAddressKey(key: string): boolean {
  return key.startsWith(ADDRESS)
}

function digestOf(text: string): Promise<string> {
  return sha256Of(new TextEncoder().encode(text))
}

function ggufFiles(
  signal: AbortSignal,
  worker: DownloadClient,
  key: string,
  urls: readonly string[],
): Promise<readonly DownloadFile[]> {
  return Promise.all(
    urls.map(async url => {
      const { bytes } = await worker.call('probe', { url, firstBytes: HEAD_BYTES }, { signal })
      return { url, to: { path: `${folderName(key)}/${folderName(nameOf(url))}` }, bytes, md5: null }
    }),
  )
}

interface ReadFolder {
  readonly folder: string
  readonly config: MlcConfig
  readonly configText: string
  readonly manifestText: string
  /** The name under which this folder has it. */
  readonly manifest: string
}

/** Reads the first of the folders that is there, and its manifest under its new or its old name. */
async function readFolder(
  signal: AbortSignal,
  worker: DownloadClient,
  folders: readonly string[],
): Promise<ReadFolder> {
  const read = (url: string): Promise<string> => worker.call('readText', { url }, { signal })
  const [configText, folder] = await firstOf(
    folders,
    async folder => [await read(folder + MLC_CONFIG), folder] as const,
  )
  const config = readMlcConfig(configText)
  const [manifestText, manifest] = await firstOf(
    [MLC_MANIFEST, MLC_OLD_MANIFEST],
    async name => [await read(folder + name), name] as const,
  )
  return { folder, config, configText, manifestText, manifest }
}

/** What the first attempt gives that does not fail for want of a file. */
async function firstOf<T>(names: readonly string[], read: (name: string) => Promise<T>): Promise<T> {
  let missing: unknown = null
  for (const name of names) {
    try {
      return await read(name)
    } catch (thrown) {
      const problem = problemOf(thrown)
      if (problem.kind !== 'download-refused' || ![403, 404, 410].includes(problem.status)) throw thrown
      missing ??= thrown
    }
  }
  throw missing instanceof Error ? missing : new ProblemError(problemOf(missing))
}

function mlcFiles(read: ReadFolder, base: string, library: string, libraryUrl: string): readonly DownloadFile[] {
  const parts = mlcParts(read.config, readMlcManifest(read.manifestText)).map(
    ({ name, cache, bytes, md5 }): DownloadFile => ({
      url: read.folder + (name === MLC_MANIFEST ? read.manifest : name),
      to: { cache, key: mlcKey(base, name) },
      bytes,
      md5,
    }),
  )
  return [{ url: libraryUrl, to: { cache: 'webllm/wasm', key: library }, bytes: null, md5: null }, ...parts]
}
