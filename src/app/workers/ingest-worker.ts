import { chunk } from '#core/documents/chunker'
import { estimateTokens } from '#core/text/token-estimate'
import type { Fence } from '#core/ports/project-store'
import { ProblemError, problemOf } from '#core/problem'
import { loadDetectLanguage } from '#files/language'
import { previewTable } from '#files/readers'
import { removeStaleSaves } from '#files/save-stream'
import { loadHash } from '#files/sha256'
import type { IngestedFile, IngestWorkerApi, IngestWorkerEvents } from '#messages/ingest-worker'
import { countRequests } from '#messages/network-count'
import { serve } from '#messages/rpc'
import { type OpenedStore, openStore } from '#storage/open-store'
import { restoreProject } from '#storage/restore'
import { corpusHandlers } from '../corpus/corpus-handlers'
import { exportDataset, previewExport } from '../export/export-dataset'
import { saveBackup } from '../export/save-backup'
import { ingestFile, type IngestTools } from '../ingest/ingest-file'
import { recutDocuments } from '../ingest/recut-documents'
import { throttled } from '../throttled'

/** So often at most the page is told to read its lists again, in ms: of 2,000 sources that is work. */
const CHANGED_EVERY = 600
/** After so long a download has surely taken its temporary file, in ms. */
const DOWNLOAD_MS = 24 * 60 * 60 * 1000
/** Text that a preview of cuts reads from the start of a document, in UTF-16 code units. */
const PREVIEW_CHARACTERS = 60_000
const PREVIEW_PASSAGES = 40

const network = countRequests(self)
let opened: OpenedStore | null = null
let fence: Fence | null = null

function openedNow(): OpenedStore {
  if (opened === null) throw new ProblemError({ kind: 'not-writer' })
  return opened
}

async function tools(): Promise<IngestTools> {
  if (fence === null) throw new ProblemError({ kind: 'not-writer' })
  return { store: openedNow().store, fence, hash: await loadHash(), detect: await loadDetectLanguage() }
}

const emit = serve<IngestWorkerApi, IngestWorkerEvents>(self, {
  ...corpusHandlers({ reader: () => openedNow().store, hash: loadHash }),
  open: async (_signal, { project }) => {
    opened?.close()
    fence = null
    opened = await openStore(project, { onTrouble: problem => emit('trouble', problem) })
    // Fetched now, while there surely is a network: later work must not need one.
    void loadDetectLanguage().catch(() => undefined)
    void removeStaleSaves(DOWNLOAD_MS).catch(() => undefined)
    return null
  },
  fence: (_signal, params) => {
    fence = params.fence
    return null
  },
  network: () => network(),
  ingest: async (signal, { files, settings }, progress) => {
    const ready = await tools()
    const report = throttled(progress)
    const changed = throttled(() => emit('changed', { sources: true }), CHANGED_EVERY)
    const results: IngestedFile[] = []
    let [documents, passages, bytes] = [0, 0, 0]
    const totalBytes = files.reduce((sum, file) => sum + file.blob.size, 0)
    for (const [index, file] of files.entries()) {
      if (signal.aborted) throw new ProblemError({ kind: 'cancelled' })
      let inHand = { bytes: 0, documents: 0, passages: 0 }
      const tell = (value: typeof inHand): void => {
        inHand = value
        report({
          file: index + 1,
          files: files.length,
          name: file.name,
          bytes: bytes + value.bytes,
          totalBytes,
          documents: documents + value.documents,
          passages: passages + value.passages,
        })
      }
      tell(inHand)
      const result = await ingestFile(signal, ready, file, settings, tell)
      results.push(result)
      bytes += file.blob.size
      documents += result.documents
      passages += inHand.passages
      changed(null)
    }
    emit('changed', { sources: true })
    return results
  },
  reread: async (signal, { source, file, settings }, progress) => {
    const ready = await tools()
    const report = throttled(progress)
    // The old reading goes first: its text would make the new one "already here".
    await ready.store.deleteSource(signal, ready.fence, source)
    const totalBytes = file.blob.size
    const result = await ingestFile(signal, ready, file, settings, value =>
      report({ file: 1, files: 1, name: file.name, totalBytes, ...value }),
    )
    emit('changed', { sources: true })
    return result
  },
  previewTable: (signal, { file, encoding }) =>
    previewTable(signal, file, { html: 'main', ...(encoding === null ? {} : { encoding }) }),
  previewCut: async (_signal, { document: order, settings }) => {
    const { store } = openedNow()
    const document = await store.document(order)
    if (document === undefined) throw new ProblemError({ kind: 'no-text' })
    const detect = await loadDetectLanguage()
    const text = await store.text(order, 0, Math.min(document.length, PREVIEW_CHARACTERS))
    const complete = text.length === document.length
    const cuts = chunk(text, settings, detect)
    // Where the text goes on, its last piece was cut by the preview and not by the chunker.
    const passages = (complete ? cuts : cuts.slice(0, -1)).slice(0, PREVIEW_PASSAGES).map(passage => {
      const words = text.slice(passage.start, passage.end)
      return { ...passage, text: words, tokens: estimateTokens(words) }
    })
    return { document, passages, complete: complete && passages.length === cuts.length }
  },
  recut: async (signal, { settings }, progress) => {
    const done = await recutDocuments(signal, await tools(), settings, throttled(progress))
    emit('changed', { sources: true })
    return done
  },
  exportPreview: async (signal, { options, rows }) =>
    previewExport(signal, { store: openedNow().store, hash: await loadHash() }, options, rows),
  export: async (signal, { options, target }, progress) =>
    exportDataset(signal, { store: openedNow().store, hash: await loadHash() }, options, target, throttled(progress)),
  backup: async (signal, { projectName, target }, progress) =>
    saveBackup(signal, openedNow(), await loadHash(), projectName, target, throttled(progress)),
  restore: async (signal, { file }, progress) => {
    const report = throttled(progress)
    let bytes = 0
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of file.stream()) {
        bytes += piece.byteLength
        report({ bytes, totalBytes: file.size })
        yield piece
      }
    }
    try {
      const { id } = await restoreProject(signal, counted(), await loadHash(), Date.now())
      return { project: id }
    } catch (thrown) {
      throw new ProblemError(problemOf(thrown))
    }
  },
})
