/** Where a file goes: a handle from the save dialog, or a file that the page downloads. */
export type SaveTarget = { readonly handle: FileSystemFileHandle } | { readonly download: true }

export interface ExportedFile {
  readonly name: string
  readonly bytes: number
  readonly rows: number
  /** The finished file, for a download; null when it was written straight to the place that the person chose. */
  readonly blob: Blob | null
}
