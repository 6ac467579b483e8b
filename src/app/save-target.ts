import type { ExportedFile, SaveTarget } from '#messages/ingest-worker'

/** The save dialog, which not every browser has and TypeScript's DOM library does not know. */
interface PickerWindow {
  showSaveFilePicker?: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>
}

/** Asks where to save, where the browser can ask; else the file is downloaded. Rejects with AbortError when cancelled. */
export async function chooseTarget(suggestedName: string): Promise<SaveTarget> {
  const { showSaveFilePicker } = window as PickerWindow
  if (showSaveFilePicker === undefined) return { download: true }
  return { handle: await showSaveFilePicker({ suggestedName }) }
}

/** Hands finished files to the browser's downloads. The blobs are backed by disk, so nothing is held in memory. */
export function download(files: readonly ExportedFile[]): void {
  for (const { blob, name } of files) {
    if (blob === null) continue
    const link = document.createElement('a')
    link.href = URL.createObjectURL(blob)
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }
}
