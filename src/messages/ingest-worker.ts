import type { Document } from '#core/documents/document'
import type { ChunkSettings, Passage } from '#core/documents/passage'
import type { ExportCounts, ExportOptions } from '#core/export/export-plan'
import type { Fence } from '#core/ports/project-store'
import type { Problem } from '#core/problem'
import type { CorpusApi } from '#messages/corpus'
import type { NetworkCount } from '#messages/network-count'
import type { Call } from '#messages/rpc'
import type { ExportedFile, SaveTarget } from '#messages/saved-file'

export interface GivenFile {
  /** Path relative to what was given. */
  readonly name: string
  readonly blob: Blob
  readonly kind: 'file' | 'paste' | 'sample'
}

export interface ReadSettings {
  /** Overrides the detected encoding. */
  readonly encoding: string | null
  /** Overrides the guessed text column of a table. */
  readonly column: string | null
  readonly html: 'main' | 'whole'
  readonly chunk: ChunkSettings
}

export interface IngestProgress {
  readonly file: number
  readonly files: number
  readonly name: string
  readonly bytes: number
  readonly totalBytes: number
  readonly documents: number
  readonly passages: number
}

export interface IngestedFile {
  readonly name: string
  readonly source: number | null
  readonly documents: number
  readonly problem: Problem | null
}

export interface TablePreview {
  readonly columns: readonly string[]
  readonly column: string
  readonly rows: readonly (readonly string[])[]
}

export interface CutPreview {
  readonly document: Document
  /** Up to 40 passages from the start of the document. */
  readonly passages: readonly (Passage & { readonly text: string; readonly tokens: number })[]
  readonly complete: boolean
}

export interface ExportResult {
  readonly files: readonly ExportedFile[]
  readonly counts: ExportCounts
}

/** Page → ingest worker: everything between bytes and the project, both ways. */
export type IngestWorkerApi = CorpusApi & {
  open: Call<{ project: string }, null>
  /** What this worker asked the network for, as its own timeline tells. */
  network: Call<null, NetworkCount>
  /** Which fence to write under; null while this tab is a follower. */
  fence: Call<{ fence: Fence | null }, null>
  /** Reads files in the order given. A file that fails becomes a source with its problem; the rest go on. */
  ingest: Call<{ files: readonly GivenFile[]; settings: ReadSettings }, readonly IngestedFile[], IngestProgress>
  /** Reads one file again with other settings in place of a source. */
  reread: Call<{ source: number; file: GivenFile; settings: ReadSettings }, IngestedFile, IngestProgress>
  previewTable: Call<{ file: GivenFile; encoding: string | null }, TablePreview>
  previewCut: Call<{ document: number; settings: ChunkSettings }, CutPreview>
  /** Cuts all documents anew; pairs and runs keep their ranges. */
  recut: Call<{ settings: ChunkSettings }, { documents: number; passages: number }, { done: number; total: number }>
  exportPreview: Call<{ options: ExportOptions; rows: number }, { lines: readonly string[]; counts: ExportCounts }>
  export: Call<
    { options: ExportOptions; target: SaveTarget },
    ExportResult,
    { phase: 'write' | 'check'; rows: number; total: number }
  >
  backup: Call<{ projectName: string; target: SaveTarget }, ExportedFile, { rows: number }>
  /** Restores into a new project; gives its id. */
  restore: Call<{ file: Blob; name: string }, { project: string }, { bytes: number; totalBytes: number }>
}

export type IngestWorkerEvents = {
  changed: { sources: boolean }
  trouble: Problem
}
