import { withModels, type DownloadRow, type PartRow } from '#storage/models/model-database'
import { placeOf } from '#storage/models/model-disk'

/** What is known about files that are being fetched; it outlives the tab, so that a download can go on after a reload. */
export interface DownloadJournal {
  part(model: string, at: PartRow['at']): Promise<PartRow | null>
  note(part: Omit<PartRow, 'id'>): Promise<void>
}

function keyOf(model: string, at: PartRow['at']): string {
  return `${model}\n${placeOf(at)}`
}

export function downloadJournal(): DownloadJournal {
  return {
    part: async (model, at) => (await withModels('r', ({ parts }) => parts.get(keyOf(model, at)))) ?? null,
    note: async part => {
      await withModels('rw', ({ parts }) => parts.put({ ...part, id: keyOf(part.model, part.at) }))
    },
  }
}

/** Before a download fetches anything: from now on what it leaves behind is known. */
export async function noteDownload(download: DownloadRow): Promise<void> {
  await withModels('rw', ({ downloads }) => downloads.put(download))
}
