/** Dialogs of the system, which not every browser has and TypeScript's DOM library does not know. */
declare global {
  interface Window {
    showSaveFilePicker?: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>
    showDirectoryPicker?: () => Promise<FileSystemDirectoryHandle>
  }
}

/** Lets the person pick a folder; null where the browser cannot, or when they changed their mind. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  return (await window.showDirectoryPicker?.().catch(() => null)) ?? null
}

/** Lets the person choose where to save; null where the browser cannot. Rejects with AbortError when they cancel. */
export async function pickSaveFile(suggestedName: string): Promise<FileSystemFileHandle | null> {
  return (await window.showSaveFilePicker?.({ suggestedName })) ?? null
}
