import { namesOfParts } from '#core/models/gguf/split-name'
import type { StoredModel } from '#core/models/model'
import { ProblemError } from '#core/problem'
import type { ModelDisk } from '#storage/models/model-disk'
import { whileFilling } from '#storage/models/model-locks'
import { addModel, modelWithSha256, storedModels } from '#storage/models/model-store'
import { startDigests } from './digests'
import { inspectGguf, readThrough } from './read-file'
import { ggufModel, joinedDigest, ownId, stemOf } from './stored-model'

/** Bytes that were read since the last call. */
export type OnRead = (bytes: number) => void

/**
 * Copies a GGUF of the person's into the folder of models, unless the same one is there, and lists it. What is no model is
 * found before anything is copied. Cancelled, or failed in any other way, it leaves nothing (rules MODEL6 and MODEL12).
 *
 * @param files one file, or all parts in any order
 * @throws ProblemError `not-a-model`, `model-damaged`, `architecture-unknown`, `file-gone`, `quota-full`, `cancelled`
 */
export async function addGguf(
  signal: AbortSignal,
  disk: ModelDisk,
  files: readonly File[],
  now: number,
  onRead: OnRead,
): Promise<StoredModel> {
  const parts = inOrder(files)
  const facts = await inspectGguf(parts)
  const bytes = parts.reduce((sum, { size }) => sum + size, 0)
  const sameSize = (await storedModels()).some(model => model.bytes === bytes)
  if (sameSize) {
    const there = await modelWithSha256(await joinedDigest(await digestsOf(signal, parts, onRead)))
    if (there !== null) return there
    onRead(-bytes)
  }
  return whileFilling(signal, async () => {
    const folder = `own-${crypto.randomUUID()}`
    try {
      const digests: string[] = []
      for (const [index, file] of parts.entries()) {
        digests.push(await copy(signal, disk, `${folder}/${index}.gguf`, file, onRead))
      }
      const sha256 = await joinedDigest(digests)
      const id = ownId(stemOf(parts[0]?.name ?? ''), sha256)
      const model = ggufModel({ id, origin: 'file', bytes, addedAt: now, catalogue: null }, facts, parts[0]?.name ?? '')
      const kept = parts.map(({ size }, index) => ({ at: { path: `${folder}/${index}.gguf` }, bytes: size }))
      return await addModel({ id, model, files: kept, sha256 }, null)
    } catch (thrown) {
      await disk.removeFolder(folder)
      throw thrown
    }
  })
}

function inOrder(files: readonly File[]): readonly File[] {
  const first = files[0]?.name ?? ''
  const parts = namesOfParts(first).map(name => files.find(file => file.name.toLowerCase() === name.toLowerCase()))
  const found = parts.filter(part => part !== undefined)
  if (found.length < parts.length) {
    const detail = `${parts.length - found.length} of its ${parts.length} parts are missing`
    throw new ProblemError({ kind: 'model-damaged', file: first, detail })
  }
  if (files.length > found.length) {
    throw new ProblemError({ kind: 'not-a-model', detail: 'these are several models: add them one by one' })
  }
  return found
}

async function digestsOf(signal: AbortSignal, files: readonly File[], onRead: OnRead): Promise<readonly string[]> {
  const all: string[] = []
  for (const file of files) {
    const digests = await startDigests({ md5: false, sha256: true })
    await readThrough(signal, file, digests, slice => onRead(slice.length))
    all.push(digests.digest().sha256)
  }
  return all
}

async function copy(signal: AbortSignal, disk: ModelDisk, path: string, file: File, onRead: OnRead): Promise<string> {
  const digests = await startDigests({ md5: false, sha256: true })
  const writer = await disk.writer(path)
  try {
    writer.truncate(0)
    await readThrough(signal, file, digests, (slice, at) => {
      writer.write(slice, at)
      onRead(slice.length)
    })
  } finally {
    writer.close()
  }
  return digests.digest().sha256
}
