import {
  inventedBase,
  inventedLibrary,
  type MlcChoice,
  MLC_MANIFEST,
  type MlcPart,
  mlcKey,
  mlcParts,
  readMlcConfig,
  readMlcManifest,
} from '#core/models/mlc-folder'
import type { StoredModel } from '#core/models/model'
import { ProblemError } from '#core/problem'
import type { PickedFile } from '#messages/model-files-worker'
import type { KeptFile } from '#storage/models/model-database'
import type { ModelDisk } from '#storage/models/model-disk'
import { whileFilling } from '#storage/models/model-locks'
import { addModel, bytesOf, storedModel } from '#storage/models/model-store'
import type { OnRead } from './add-gguf'
import { startDigests } from './digests'
import { wrongBeginning } from './file-kind'
import { readPart, readThrough } from './read-file'
import { joinedDigest, mlcModel, ownId, sha256Of } from './stored-model'

interface Placed {
  readonly file: File
  readonly part: MlcPart
  readonly key: string
}

/** Names that a message about missing files lists at most. */
const NAMED = 3

/**
 * Puts a folder in MLC's layout where web-llm looks, under an invented address, and lists it. Names and sizes of all files
 * are checked first, digests before each file is put; whatever goes wrong, nothing stays (rules MODEL8, MODEL9, MODEL12).
 *
 * @throws ProblemError `not-a-model`, `model-damaged`, `file-gone`, `quota-full`, `cancelled`
 */
export async function addMlcFolder(
  signal: AbortSignal,
  disk: ModelDisk,
  files: readonly PickedFile[],
  choice: MlcChoice,
  now: number,
  onRead: OnRead,
): Promise<StoredModel> {
  const fileAt = (index: number): File => {
    const file = files[index]?.file
    if (file === undefined) throw new ProblemError({ kind: 'not-a-model', detail: 'a file is missing' })
    return file
  }
  const library = fileAt(choice.library)
  const manifestFile = fileAt(choice.manifest)
  const configBytes = await wholeOf(fileAt(choice.config))
  const manifestBytes = await wholeOf(manifestFile)
  const libraryBytes = await wholeOf(library)
  const text = new TextDecoder()
  const config = readMlcConfig(text.decode(configBytes))
  const parts = mlcParts(config, readMlcManifest(text.decode(manifestBytes)))
  const wrong = wrongBeginning('library.wasm', libraryBytes)
  if (wrong !== null) throw new ProblemError({ kind: 'model-damaged', file: library.name, detail: wrong })

  const sha256 = await joinedDigest(await Promise.all([configBytes, manifestBytes, libraryBytes].map(sha256Of)))
  const title = choice.folder.split('/')[0] || library.name.replace(/\.wasm$/iu, '')
  const id = ownId(title, sha256)
  const there = await storedModel(id)
  if (there !== null) return there

  const base = inventedBase(id)
  const placed: Placed[] = [
    ...found(files, choice, parts, manifestFile).map(({ part, file }) => ({
      part,
      file,
      key: mlcKey(base, part.name),
    })),
    {
      part: { name: library.name, cache: 'webllm/wasm', bytes: null, md5: null },
      file: library,
      key: inventedLibrary(id),
    },
  ]
  checkSizes(placed)
  return whileFilling(signal, async () => {
    const kept: KeptFile[] = []
    try {
      for (const each of placed) kept.push(await put(signal, disk, each, onRead))
      const known = { id, origin: 'folder', bytes: bytesOf(kept), addedAt: now, catalogue: null } as const
      const model = mlcModel(known, config, title, { base, library: inventedLibrary(id) })
      return await addModel({ id, model, files: kept, sha256: null }, null)
    } catch (thrown) {
      for (const { part, key } of placed) await disk.removeCached(part.cache, key)
      throw thrown
    }
  })
}

function wholeOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  return readPart(file, 0, file.size)
}

/** The file for each part: beside the config first, else by its name alone. */
function found(
  files: readonly PickedFile[],
  { folder }: MlcChoice,
  parts: readonly MlcPart[],
  manifest: File,
): readonly { readonly part: MlcPart; readonly file: File }[] {
  const byPath = new Map(files.map(({ path, file }) => [path, file]))
  const byName = new Map(files.map(({ path, file }) => [path.split('/').at(-1) ?? path, file]))
  const missing: string[] = []
  const all = parts.flatMap(part => {
    const path = folder === '' ? part.name : `${folder}/${part.name}`
    const last = part.name.split('/').at(-1) ?? part.name
    const file = part.name === MLC_MANIFEST ? manifest : (byPath.get(path) ?? byName.get(last))
    if (file === undefined) missing.push(part.name)
    return file === undefined ? [] : [{ part, file }]
  })
  if (missing.length === 0) return all
  const more = missing.length > NAMED ? ` and ${missing.length - NAMED} more` : ''
  const detail = `missing: ${missing.slice(0, NAMED).join(', ')}${more}`
  throw new ProblemError({ kind: 'not-a-model', detail })
}

function checkSizes(placed: readonly Placed[]): void {
  for (const { part, file } of placed) {
    if (part.bytes === null || part.bytes === file.size) continue
    const detail = `${file.size} bytes in place of ${part.bytes}`
    throw new ProblemError({ kind: 'model-damaged', file: part.name, detail })
  }
}

async function put(
  signal: AbortSignal,
  disk: ModelDisk,
  { part, file, key }: Placed,
  onRead: OnRead,
): Promise<KeptFile> {
  const hash = await startDigests({ md5: true, sha256: false })
  await readThrough(signal, file, hash, slice => onRead(slice.length))
  const { md5 } = hash.digest()
  if (part.md5 !== null && part.md5 !== md5) {
    const detail = 'its checksum differs from that in the manifest'
    throw new ProblemError({ kind: 'model-damaged', file: part.name, detail })
  }
  const at = { cache: part.cache, key }
  await disk.putCached(signal, at, file, md5)
  return { at, bytes: file.size }
}
