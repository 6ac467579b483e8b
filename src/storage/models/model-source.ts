import type { ModelSource } from '#core/models/model-source'
import { ProblemError } from '#core/problem'
import { type ModelRow, withModels } from '#storage/models/model-database'
import type { ModelDisk } from '#storage/models/model-disk'

/**
 * What an engine needs to load a model of this device. Nothing is read: a GGUF comes as the files that are there, a model
 * of web-llm as the addresses under which its files lie, each of which was looked for (rule MODEL10).
 *
 * @throws ProblemError `model-missing`, or `model-damaged` when the browser dropped a file of it
 */
export async function modelSource(
  disk: ModelDisk,
  id: string,
  contextTokens: number,
  threads: number,
): Promise<ModelSource> {
  const row = await withModels('r', ({ models }) => models.get(id))
  if (row === undefined) throw new ProblemError({ kind: 'model-missing', model: id })
  const files = await Promise.all(row.files.map(file => kept(disk, file)))
  const { mlc } = row.model
  if (mlc === null) {
    return { engine: 'wllama', model: id, files: files.filter(file => file !== null), contextTokens, threads }
  }
  return { engine: 'webllm', model: id, base: mlc.base, library: mlc.library, contextTokens, f16: mlc.f16 }
}

async function kept(disk: ModelDisk, { at, bytes }: ModelRow['files'][number]): Promise<File | null> {
  const name = ('path' in at ? at.path : at.key).split('/').at(-1) ?? ''
  const file = 'path' in at ? await disk.file(at.path) : null
  const found = 'path' in at ? file?.size : (await disk.cached(at.cache, at.key))?.bytes
  if (found === bytes) return file
  const detail = found === undefined ? 'it is no longer there' : `${found} bytes in place of ${bytes}`
  throw new ProblemError({ kind: 'model-damaged', file: name, detail })
}
