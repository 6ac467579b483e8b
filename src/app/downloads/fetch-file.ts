import { ProblemError, problemOf } from '#core/problem'
import type { DownloadFile } from '#messages/download-worker'
import type { DownloadJournal } from '#storage/models/download-journal'
import { type DiskWriter, folderName, type ModelDisk } from '#storage/models/model-disk'
import { type Coming, damaged, fetchRest } from './fetch-rest'
import { brokenOffProblem, type NetworkTools, withAttempts } from './network'
import { openPartial, type PartialFile } from './partial-file'

export interface FetchTools extends NetworkTools {
  readonly disk: ModelDisk
  readonly journal: DownloadJournal
}

export interface FileWatch {
  /** What there is of the file, after each piece. */
  readonly onBytes: (bytes: number, total: number | null) => void
  /** What was there could not be gone on with: the file comes from its start again. */
  readonly onRestart: () => void
}

export interface FetchedFile {
  readonly bytes: number
  /** For files that are kept by path; null for those in the Cache. */
  readonly sha256: string | null
}

interface Checked extends FetchedFile {
  readonly md5: string
}

/**
 * Fetches one file, goes on with what an earlier attempt left, checks size and digest, and only then puts it where engines
 * read (rules DOWN1 to DOWN8). What is there and whole is not fetched again.
 *
 * @param model key of the download
 * @throws ProblemError `download-refused`, `download-unreachable`, `download-cut-off`, `model-damaged`, `quota-full`,
 *   `storage-unavailable`, `cancelled`; what came so far stays, unless it was damaged
 */
export async function fetchFile(
  signal: AbortSignal,
  tools: FetchTools,
  model: string,
  file: DownloadFile,
  watch: FileWatch,
): Promise<FetchedFile> {
  const { disk, journal } = tools
  const there = await alreadyThere(tools, model, file)
  if (there !== null) {
    watch.onBytes(there.bytes, there.bytes)
    return there
  }
  const path = 'path' in file.to ? file.to.path : `${folderName(model)}/${folderName(file.to.key).slice(-100)}.part`
  const before = await journal.part(model, file.to)
  const writer = await disk.writer(path)
  let got: Checked
  try {
    // What nobody knows the address of belongs to no version of this file.
    if (before?.url !== file.url) writer.truncate(0)
    got = await fill(signal, tools, model, file, writer, before?.version ?? null, watch)
  } finally {
    writer.close()
  }
  const whole: FetchedFile = { bytes: got.bytes, sha256: got.sha256 }
  if ('cache' in file.to) {
    const blob = await disk.file(path)
    if (blob === null) throw new ProblemError({ kind: 'storage-unavailable', detail: 'a file is gone' })
    await disk.putCached(signal, file.to, blob, got.md5)
  }
  await journal.note({ model, at: file.to, url: file.url, version: null, whole })
  if ('cache' in file.to) await disk.removeFile(path)
  return whole
}

/** The file, when it is whole already: by its entry in the Cache, or by the journal and its size. */
async function alreadyThere(
  { disk, journal }: FetchTools,
  model: string,
  file: DownloadFile,
): Promise<FetchedFile | null> {
  if ('cache' in file.to) {
    const entry = await disk.cached(file.to.cache, file.to.key)
    if (entry === null || (file.bytes ?? entry.bytes) !== entry.bytes || (file.md5 ?? entry.md5) !== entry.md5) {
      return null
    }
    const whole: FetchedFile = { bytes: entry.bytes, sha256: null }
    // It may have come with another model; from now on this one needs it too.
    await journal.note({ model, at: file.to, url: file.url, version: null, whole })
    return whole
  }
  const part = await journal.part(model, file.to)
  if (part === null || part.whole === null || part.url !== file.url) return null
  return (await disk.file(file.to.path))?.size === part.whole.bytes ? part.whole : null
}

/** Brings an open file to its whole and checks it. */
async function fill(
  signal: AbortSignal,
  tools: FetchTools,
  model: string,
  file: DownloadFile,
  writer: DiskWriter,
  version: string | null,
  watch: FileWatch,
): Promise<Checked> {
  const partial = await openPartial(signal, writer, {
    md5: 'cache' in file.to || file.md5 !== null,
    sha256: 'path' in file.to,
  })
  const coming: Coming = { total: file.bytes, version, joined: partial.bytes() > 0 }
  const restWatch = {
    onBytes: () => watch.onBytes(partial.bytes(), coming.total),
    onRestart: () => watch.onRestart(),
    onVersion: (now: string | null) =>
      tools.journal.note({ model, at: file.to, url: file.url, version: now, whole: null }),
  }
  restWatch.onBytes()
  for (;;) {
    await fillOnce(signal, tools, file, partial, coming, restWatch)
    partial.flush()
    const bytes = partial.bytes()
    const { md5, sha256 } = partial.digest()
    const detail = damage(file, bytes, md5)
    if (detail === null) return { bytes, md5, sha256: 'path' in file.to ? sha256 : null }
    const { joined } = coming
    await partial.restart()
    // Two versions of a file may have been joined; a file that came in one piece is what the host has.
    if (!joined) throw damaged(file, detail)
    watch.onRestart()
  }
}

async function fillOnce(
  signal: AbortSignal,
  tools: FetchTools,
  file: DownloadFile,
  partial: PartialFile,
  coming: Coming,
  watch: Parameters<typeof fetchRest>[5],
): Promise<void> {
  let reached = partial.bytes()
  try {
    if (file.bytes !== null && partial.bytes() > file.bytes) await partial.restart()
    await withAttempts(signal, tools, () => fetchRest(signal, tools, file, partial, coming, watch), {
      progressed: () => {
        const more = partial.bytes() > reached
        reached = Math.max(reached, partial.bytes())
        return more
      },
      arrived: () => partial.bytes() > 0,
    })
  } catch (thrown) {
    if (problemOf(thrown).kind === 'model-damaged') await partial.restart()
    else keepWhatCame(partial)
    throw brokenOffProblem(thrown, file.url, { bytes: partial.bytes(), total: coming.total })
  }
}

/** Where there is no room for the last bytes, those before them stay all the same. */
function keepWhatCame(partial: PartialFile): void {
  try {
    partial.flush()
  } catch {
    // The reason for stopping is told; this one follows from it.
  }
}

function damage(file: DownloadFile, bytes: number, md5: string): string | null {
  if (bytes === 0) return 'it is empty'
  if (file.bytes !== null && bytes !== file.bytes) return `${bytes} bytes in place of ${file.bytes}`
  if (file.md5 !== null && md5 !== file.md5) return 'its checksum differs from that in the manifest'
  return null
}
