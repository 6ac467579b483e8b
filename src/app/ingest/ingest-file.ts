import { chunk, createChunker } from '#core/documents/chunker'
import type { Document } from '#core/documents/document'
import { mainLanguage } from '#core/documents/main-language'
import type { Passage } from '#core/documents/passage'
import type { Hash } from '#core/ports/hash'
import type { DetectLanguage } from '#core/ports/language'
import type { Fence, NewDocument, ProjectStore } from '#core/ports/project-store'
import { type Problem, ProblemError, problemOf, type ReadWarning } from '#core/problem'
import type { DocumentHead, DocumentSink, ReadSummary } from '#files/reading'
import { readFile } from '#files/read-file'
import type { GivenFile, IngestedFile, ReadSettings } from '#messages/ingest-worker'

export interface IngestTools {
  readonly store: ProjectStore
  readonly fence: Fence
  readonly hash: Hash
  readonly detect: DetectLanguage
}

/** What the file in hand has given so far. */
export interface FileProgress {
  readonly bytes: number
  readonly documents: number
  readonly passages: number
}

/** Small documents are stored together, up to so many or so many characters. */
const BATCH_DOCUMENTS = 250
const BATCH_CHARACTERS = 1_000_000
/** Share of the work on a file that going over it before reading takes, about. */
const CHECKING = 0.3
/** Line numbers kept of rows that repeat another document. */
const KEPT_LINES = 20

interface Totals {
  documents: number
  passages: number
  characters: number
  first: number | null
  last: number | null
  readonly languages: Set<Document['language']>
}

/**
 * Reads, hashes, cuts and stores one file. A file that cannot be read becomes a source with its problem and nothing else;
 * when the signal aborts, or storage fails, no trace of the file stays and the problem is thrown.
 */
export async function ingestFile(
  signal: AbortSignal,
  tools: IngestTools,
  file: GivenFile,
  settings: ReadSettings,
  progress: (value: FileProgress) => void,
): Promise<IngestedFile> {
  const { store, fence } = tools
  const about = { name: file.name, kind: file.kind === 'file' ? ('text' as const) : file.kind, bytes: file.blob.size }
  const source = await store.beginSource(fence, about)
  const totals: Totals = { documents: 0, passages: 0, characters: 0, first: null, last: null, languages: new Set() }
  const sink = createSink(tools, source, settings, totals, progress)
  let summary: ReadSummary
  let problem: Problem | null = null
  try {
    const { encoding, column, html } = settings
    const options = { html, ...(encoding === null ? {} : { encoding }), ...(column === null ? {} : { column }) }
    summary = await readFile(signal, { name: file.name, blob: file.blob }, options, sink)
    await sink.flush()
    if (totals.documents === 0) problem = sink.already() ?? { kind: 'no-text' }
  } catch (thrown) {
    problem = problemOf(thrown)
    await store.deleteSource({ aborted: false }, fence, source)
    if (problem.kind === 'cancelled' || isStorageProblem(problem)) throw thrown
    return failed(tools, file, about, problem)
  }
  await store.finishSource(fence, {
    id: source,
    name: file.name,
    kind: file.kind === 'file' ? summary.kind : file.kind,
    bytes: file.blob.size,
    encoding: summary.encoding,
    column: summary.column,
    columns: summary.columns,
    documents: totals.documents,
    passages: totals.passages,
    characters: totals.characters,
    languages: [...totals.languages].sort(),
    warnings: [...summary.warnings, ...sink.warnings()],
    problem,
    firstDocument: totals.first,
    lastDocument: totals.last,
  })
  return { name: file.name, source, documents: totals.documents, problem }
}

/** Keeps a source that gave nothing, so that the person sees why. */
async function failed(
  { store, fence }: IngestTools,
  file: GivenFile,
  about: { name: string; kind: 'text' | 'paste' | 'sample'; bytes: number },
  problem: Problem,
): Promise<IngestedFile> {
  const source = await store.beginSource(fence, about)
  await store.finishSource(fence, {
    id: source,
    ...about,
    encoding: null,
    column: null,
    columns: null,
    documents: 0,
    passages: 0,
    characters: 0,
    languages: [],
    warnings: [],
    problem,
    firstDocument: null,
    lastDocument: null,
  })
  return { name: file.name, source, documents: 0, problem }
}

const STORAGE_KINDS: ReadonlySet<Problem['kind']> = new Set<Problem['kind']>([
  'quota-full',
  'storage-unavailable',
  'storage-cleared',
  'newer-database',
  'updated-elsewhere',
  'blocked-by-other-tab',
  'lost-lock',
  'not-writer',
])

function isStorageProblem(problem: Problem): boolean {
  return STORAGE_KINDS.has(problem.kind)
}

type IngestSink = DocumentSink & {
  flush(): Promise<void>
  /** The problem to tell when every document was here already. */
  already(): Problem | null
  warnings(): readonly ReadWarning[]
}

function createSink(
  { store, fence, hash, detect }: IngestTools,
  source: number,
  settings: ReadSettings,
  totals: Totals,
  progress: (value: FileProgress) => void,
): IngestSink {
  let batch: NewDocument[] = []
  let batchCharacters = 0
  const batched = new Set<string>()
  const repeated: number[] = []
  let repeats = 0
  let already: Problem | null = null
  let shown = 0
  let streamed: {
    readonly head: DocumentHead
    readonly order: number
    readonly chunker: ReturnType<typeof createChunker>
    readonly digest: ReturnType<Hash['stream']>
    readonly passages: Passage[]
    length: number
    /** The last piece on its way to disk. */
    storing: Promise<void>
  } | null = null

  const repeat = async (head: DocumentHead, other: Document | null): Promise<void> => {
    if (other !== null) {
      already = { kind: 'already-here', name: other.name, row: other.row }
      // Who gives a removed text again wants it back, with its pairs.
      if (other.removed) await store.setSourceRemoved(fence, other.source, false)
    }
    repeats++
    if (head.row !== null && repeated.length < KEPT_LINES) repeated.push(head.row)
  }
  const count = (order: number, length: number, passages: readonly Passage[]): void => {
    totals.documents++
    totals.passages += passages.length
    totals.characters += length
    totals.languages.add(mainLanguage(passages))
    totals.first ??= order
    totals.last = order
  }
  const describe = (head: DocumentHead, sha256: string, length: number, passages: readonly Passage[]) => ({
    ...head,
    source,
    sha256,
    length,
    language: mainLanguage(passages),
  })
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return
    const here = await store.documentsBySha256(batch.map(({ document }) => document.sha256))
    const fresh: NewDocument[] = []
    for (const entry of batch) {
      const other = here.get(entry.document.sha256)
      if (other === undefined) fresh.push(entry)
      else await repeat(entry.document, other)
    }
    batch = []
    batchCharacters = 0
    batched.clear()
    if (fresh.length === 0) return
    const orders = await store.addDocuments(fence, fresh, settings.chunk)
    for (const [index, { document, passages }] of fresh.entries()) count(orders[index] ?? 0, document.length, passages)
  }

  return {
    flush,
    already: () => already,
    warnings: () =>
      repeats > 0 && totals.documents > 0 ? [{ kind: 'repeated-rows', count: repeats, lines: repeated }] : [],
    async document({ text, ...head }) {
      const sha256 = hash.sha256(text)
      if (batched.has(sha256)) {
        await repeat(head, null)
        return
      }
      const passages = chunk(text, settings.chunk, detect)
      batch.push({ document: describe(head, sha256, text.length, passages), text, passages })
      batched.add(sha256)
      batchCharacters += text.length
      if (batch.length >= BATCH_DOCUMENTS || batchCharacters >= BATCH_CHARACTERS) await flush()
    },
    async begin(head) {
      await flush()
      const order = await store.beginText(fence)
      const chunker = createChunker(settings.chunk, detect)
      streamed = { head, order, chunker, digest: hash.stream(), passages: [], length: 0, storing: Promise.resolve() }
    },
    async text(piece) {
      if (streamed === null) throw new ProblemError({ kind: 'unexpected', detail: 'text without a document' })
      // One piece is on its way at any time; a failure to store is thrown here, for the piece after it, or at the end.
      await streamed.storing
      streamed.storing = store.appendText(fence, streamed.order, piece)
      streamed.storing.catch(() => undefined)
      // While it goes to disk it is hashed and cut, and the next one is read.
      streamed.digest.update(piece)
      streamed.length += piece.length
      for (const passage of streamed.chunker.push(piece)) streamed.passages.push(passage)
    },
    async end() {
      if (streamed === null) return
      const { head, order, chunker, digest, passages, length, storing } = streamed
      await storing
      streamed = null
      for (const passage of chunker.end()) passages.push(passage)
      const sha256 = digest.digest()
      const other = await store.documentBySha256(sha256)
      if (other !== undefined) {
        await repeat(head, other)
        await store.discardText(fence, order)
      } else {
        await store.finishText(fence, order, describe(head, sha256, length, passages), passages, settings.chunk)
        count(order, length, passages)
      }
    },
    async discard() {
      if (streamed === null) return
      const { order, storing } = streamed
      streamed = null
      // What is on its way arrives first, or fails as what led here did.
      await storing.catch(() => undefined)
      await store.discardText(fence, order)
    },
    progress: ({ phase, bytes, total }) => {
      const share = phase === 'checking' ? CHECKING * bytes : CHECKING * total + (1 - CHECKING) * bytes
      // Some formats are checked twice: what is shown never goes back.
      shown = Math.max(shown, share)
      progress({
        bytes: shown,
        documents: totals.documents + batch.length,
        passages: totals.passages + (streamed?.passages.length ?? 0),
      })
    },
  }
}
