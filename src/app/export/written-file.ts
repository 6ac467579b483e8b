import type { FileReport } from '#core/export/validate-file'
import { createFileValidator } from '#core/export/validate-file'
import type { ExportPlan } from '#core/export/export-plan'
import type { Hash } from '#core/ports/hash'
import type { Cancel } from '#core/ports/cancel'
import { ProblemError } from '#core/problem'
import type { SavedFile } from '#files/save-stream'
import type { SaveTarget } from '#messages/ingest-worker'

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
export async function checkFile(
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
