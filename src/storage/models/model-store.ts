import type { ModelSpeed, StoredModel } from '#core/models/model'
import { type KeptFile, type ModelRow, withModels } from '#storage/models/model-database'
import { folderName, folderOf, type KeptAt, type ModelDisk, placeOf } from '#storage/models/model-disk'
import { modelsBeingFetched } from '#storage/models/model-locks'

/** A download that stopped before its model was whole. */
export interface UnfinishedModel {
  readonly model: string
  readonly title: string
  readonly url: string
  /** Address of the library; null where none was given. */
  readonly library: string | null
  /** What it has on this device. */
  readonly bytes: number
}

/** All models of this device, the one added last first. */
export async function storedModels(): Promise<readonly StoredModel[]> {
  const rows = await withModels('r', ({ models }) => models.toArray())
  return rows.map(({ model }) => model).sort((a, b) => b.addedAt - a.addedAt || (a.id < b.id ? -1 : 1))
}

export async function storedModel(id: string): Promise<StoredModel | null> {
  return (await withModels('r', ({ models }) => models.get(id)))?.model ?? null
}

/** The model that is made of the same bytes, however it came (rule MODEL6). */
export async function modelWithSha256(sha256: string): Promise<StoredModel | null> {
  const rows = await withModels('r', ({ models }) => models.toArray())
  return rows.find(row => row.sha256 === sha256)?.model ?? null
}

/**
 * Lists a model whose files are there, and forgets the download that brought it, in one step (rule MODEL5). A model of
 * this id that is listed already stays as it is and is given back.
 *
 * @param download key of the download, or null for files that the person gave
 */
export async function addModel(row: ModelRow, download: string | null): Promise<StoredModel> {
  return withModels('rw', async ({ models, downloads, parts }) => {
    if (download !== null) {
      await downloads.delete(download)
      await parts.where('model').equals(download).delete()
    }
    const before = await models.get(row.id)
    if (before !== undefined) return before.model
    await models.add(row)
    return row.model
  })
}

/** What was measured in the last loading or run; nothing happens where the model is gone. */
export async function noteModelSpeed(id: string, speed: ModelSpeed): Promise<void> {
  await withModels('rw', async ({ models }) => {
    const row = await models.get(id)
    if (row !== undefined) await models.put({ ...row, model: { ...row.model, speed } })
  })
}

/**
 * Deletes a model, or what a download of this key has so far: its files, its entries in the Cache, its line. Files that
 * another model uses as well stay. The line goes last, so that whatever interrupts it, deleting again finishes it
 * (rule MODEL7). It needs no room: it works when the storage is full.
 */
export async function deleteModel(disk: ModelDisk, id: string): Promise<void> {
  const known = await withModels('r', async ({ models, parts }) => ({
    models: await models.toArray(),
    parts: await parts.toArray(),
  }))
  const own: KeptAt[] = [
    ...known.models.filter(row => row.id === id).flatMap(row => row.files.map(({ at }) => at)),
    ...known.parts.filter(part => part.model === id).map(({ at }) => at),
  ]
  const others: KeptAt[] = [
    ...known.models.filter(row => row.id !== id).flatMap(row => row.files.map(({ at }) => at)),
    ...known.parts.filter(part => part.model !== id).map(({ at }) => at),
  ]
  const used = new Set(others.map(placeOf))
  const usedFolders = foldersOf(others)
  for (const at of own) {
    if ('cache' in at && !used.has(placeOf(at))) await disk.removeCached(at.cache, at.key)
  }
  for (const folder of new Set([folderName(id), ...foldersOf(own)])) {
    if (!usedFolders.has(folder)) await disk.removeFolder(folder)
  }
  await withModels('rw', async ({ models, downloads, parts }) => {
    await models.delete(id)
    await downloads.delete(id)
    await parts.where('model').equals(id).delete()
  })
}

function foldersOf(places: readonly KeptAt[]): Set<string> {
  return new Set(places.flatMap(at => ('path' in at ? [folderOf(at.path)] : [])))
}

/** Downloads that stopped, with what they have: to go on with, or to delete. */
export async function unfinishedModels(disk: ModelDisk): Promise<readonly UnfinishedModel[]> {
  const { downloads, parts } = await withModels('r', async tables => ({
    downloads: await tables.downloads.toArray(),
    parts: await tables.parts.toArray(),
  }))
  const fetching = await modelsBeingFetched()
  const stopped = downloads.filter(({ model }) => !fetching.has(model))
  return Promise.all(
    stopped.map(async ({ model, title, url, library = null }) => {
      const cached = parts.filter(part => part.model === model && 'cache' in part.at)
      const inCache = cached.reduce((sum, part) => sum + (part.whole?.bytes ?? 0), 0)
      return { model, title, url, library, bytes: inCache + (await disk.folderBytes(folderName(model))) }
    }),
  )
}

/** Bytes that files take together. */
export function bytesOf(files: readonly KeptFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}
