import { INVENTED_HOST } from '#core/models/mlc-folder'
import { withModels } from '#storage/models/model-database'
import { folderName, folderOf, type ModelDisk, placeOf } from '#storage/models/model-disk'
import { unlessFilling } from '#storage/models/model-locks'

const CACHES = ['webllm/model', 'webllm/config', 'webllm/wasm'] as const

/**
 * Deletes what a crash left of models that never became whole: folders that no model and no download names, and entries
 * under invented addresses that no model has. Downloads that stopped keep what they have. Entries of other programs of
 * this origin are left alone (rule MODEL11).
 */
export async function sweepModels(disk: ModelDisk): Promise<void> {
  await unlessFilling(async () => {
    const { models, downloads, parts } = await withModels('r', async tables => ({
      models: await tables.models.toArray(),
      downloads: await tables.downloads.toArray(),
      parts: await tables.parts.toArray(),
    }))
    const places = [...models.flatMap(({ files }) => files), ...parts].map(({ at }) => at)
    const named = new Set([
      ...places.flatMap(at => ('path' in at ? [folderOf(at.path)] : [])),
      ...downloads.map(({ model }) => folderName(model)),
    ])
    for (const folder of await disk.folders()) {
      if (!named.has(folder)) await disk.removeFolder(folder)
    }
    const used = new Set(places.map(placeOf))
    for (const cache of CACHES) {
      for (const key of await disk.cachedKeys(cache)) {
        if (key.startsWith(INVENTED_HOST) && !used.has(placeOf({ cache, key }))) await disk.removeCached(cache, key)
      }
    }
  })
}
