import type { MinedType } from '#core/corpus/comprehension/find-examples'
import type { CorpusCounts } from '#core/corpus/corpus-counts'
import type { CorpusOptions } from '#core/corpus/corpus-options'
import type { GeneralReport } from '#core/corpus/general-texts'
import type { Span } from '#core/corpus/part'
import type { Style } from '#core/corpus/style'
import type { Document, Language } from '#core/documents/document'
import type { Call } from '#messages/rpc'
import type { ExportedFile, SaveTarget } from '#messages/saved-file'

/** Which texts are looked at: those with pairs, or the passages drawn to be read for comprehension. */
export const PREVIEW_KINDS = ['pairs', 'mined'] as const
export type PreviewKind = (typeof PREVIEW_KINDS)[number]

/** A text as it will be written. */
export interface PreviewedText {
  readonly spans: readonly Span[]
  /** null for a passage without pairs. */
  readonly style: Style | null
  readonly pairs: number
  /** What a passage that is read for comprehension asks; nothing where nothing was found and it stays as it is. */
  readonly examples: readonly MinedType[]
  readonly language: Language
  /** Document of each of its passages. */
  readonly documents: readonly Pick<Document, 'name' | 'row'>[]
}

export interface CorpusPreview {
  /** Texts of the kind in the whole corpus. */
  readonly texts: number
  /** The one at the place that was asked for, or the last; null where there is none. */
  readonly text: PreviewedText | null
}

/** How far writing or counting is: pairs looked through, passages written, or bytes read again in place of texts. */
export interface CorpusProgress {
  readonly phase: 'index' | 'write' | 'check'
  readonly done: number
  readonly total: number
  /** null until it was measured. */
  readonly msLeft: number | null
}

/** What is in a corpus, and what became of the general instructions. */
export interface CorpusContents {
  readonly counts: CorpusCounts
  readonly general: GeneralReport
}

/** The start of a file of general instructions. */
export interface GeneralSample {
  /** Rows that were looked at, and those of them without two halves. */
  readonly rows: number
  readonly bad: number
  /** Whether the file was read to its end. */
  readonly whole: boolean
  /** The first instruction as it will be written. */
  readonly example: string
}

/** Page → ingest worker: pre-training text. `revision` changes when something stored did. */
export type CorpusApi = {
  corpusPreview: Call<{ options: CorpusOptions; revision: string; kind: PreviewKind; place: number }, CorpusPreview>
  /** Puts all of it together without writing it. */
  countCorpus: Call<{ options: CorpusOptions; general: Blob | null; revision: string }, CorpusContents, CorpusProgress>
  writeCorpus: Call<
    { options: CorpusOptions; general: Blob | null; target: SaveTarget },
    CorpusContents & { file: ExportedFile },
    CorpusProgress
  >
  /** Looks whether general instructions can be read. Rejects with `no-instructions`, `empty-file`, `file-gone`. */
  readGeneral: Call<{ file: Blob }, GeneralSample>
}
