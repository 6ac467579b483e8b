import type { FileReport } from '#core/export/validate-file'
import { createFileValidator } from '#core/export/validate-file'
import type { ExportPlan } from '#core/export/export-plan'
import type { Hash } from '#core/ports/hash'
import type { Cancel } from '#core/ports/cancel'
import { ProblemError } from '#core/problem'
import { gzipStream } from '#files/gzip-stream'
import { type SavedFile, saveStream } from '#files/save-stream'
import type { SaveTarget } from '#messages/saved-file'
import type { Line } from '#core/export/line-writer'
import { encodeLines, oneAhead } from './encode-lines'

/** A data file that was written, read again and found right. */
export interface CheckedFile {
  readonly name: string
  readonly rows: number
  /** Of a file that goes into a pack, which lists it; else empty. */
  readonly sha256: string
  readonly saved: SavedFile
  readonly file: File
}

/** A file on disk, to be read again. */
export function fileOf(saved: SavedFile, target: SaveTarget): Promise<File> {
  if (saved.file !== null) return Promise.resolve(saved.file)
  if ('handle' in target) return target.handle.getFile()
  return Promise.reject(new ProblemError({ kind: 'unexpected', detail: 'a file was written to nowhere' }))
}

/** Bytes decoded at a time: small enough to stay near the processor, which makes it three times as quick. */
const STEP = 1 << 16

/** Stands in where nobody asks for the checksum: it costs as much as all other checks together. */
const NO_HASH: Hash = { sha256: () => '', stream: () => ({ update: () => undefined, digest: () => '' }) }

/** Reads a written data file again from disk and checks every line of it (rule EXPORT10). Throws `export-invalid`. */
async function checkFile(
  cancel: Cancel,
  hash: Hash,
  plan: ExportPlan,
  saved: SavedFile,
  file: Blob,
  rows: number,
  progress: (bytes: number) => void,
): Promise<FileReport> {
  const packed = plan.files.some(({ name }) => name.endsWith('.gz'))
  const bytes = packed ? file.stream().pipeThrough(new DecompressionStream('gzip')) : saved.read()
  const validator = createFileValidator(plan.archive === null ? NO_HASH : hash, plan.format, plan.keys, rows)
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let read = 0
  for await (const piece of bytes) {
    if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
    for (let at = 0; at < piece.length; at += STEP) {
      validator.add(decoder.decode(piece.subarray(at, at + STEP), { stream: true }))
    }
    read += piece.byteLength
    progress(read)
  }
  validator.add(decoder.decode())
  const report = validator.finish()
  if (report.problem !== null) throw new ProblemError({ kind: 'export-invalid', ...report.problem })
  return report
}

/**
 * Writes lines to a file as they come, reads it again and checks each line. Throws what the lines throw, `export-invalid`,
 * `quota-full`, `cancelled`; then no new file stays.
 */
export async function saveChecked(
  signal: AbortSignal,
  hash: Hash,
  plan: ExportPlan,
  { name, target }: { readonly name: string; readonly target: SaveTarget },
  pages: AsyncIterable<readonly Line[]>,
  { rows, progress }: { readonly rows: () => number; readonly progress: (rows: number) => void },
): Promise<CheckedFile> {
  const bytes = oneAhead(encodeLines(pages))
  const saved = await saveStream(
    signal,
    { name, handle: 'handle' in target ? target.handle : null },
    name.endsWith('.gz') ? gzipStream(bytes) : bytes,
  )
  try {
    const written = rows()
    const file = await fileOf(saved, target)
    // Bytes stand for rows while reading again: the share is what the person sees.
    const report = await checkFile(signal, hash, plan, saved, file, written, read =>
      progress(Math.min(written, Math.round((written * read) / Math.max(1, file.size)))),
    )
    return { name, rows: written, sha256: report.sha256, saved, file }
  } catch (thrown) {
    await saved.release()
    throw thrown
  }
}
