import { pickSaveFile } from './pickers'
import type { ExportedFile, SaveTarget } from '#messages/saved-file'

/** Asks where to save, where the browser can ask; else the file is downloaded. Rejects with AbortError when cancelled. */
export async function chooseTarget(suggestedName: string): Promise<SaveTarget> {
  const handle = await pickSaveFile(suggestedName)
  return handle === null ? { download: true } : { handle }
}

/** Hands finished files to the browser's downloads. The blobs are backed by disk, so nothing is held in memory. */
export function download(files: readonly Pick<ExportedFile, 'name' | 'blob'>[]): void {
  for (const { blob, name } of files) {
    if (blob === null) continue
    const link = document.createElement('a')
    link.href = URL.createObjectURL(blob)
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }
}
