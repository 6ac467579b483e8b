import type { Hash } from '#core/ports/hash'
import { saveStream } from '#files/save-stream'
import type { ExportedFile, SaveTarget } from '#messages/saved-file'
import { backupProject } from '#storage/backup'
import type { OpenedReader } from '#storage/open-reader'

/** Writes the whole project to one file as it is read. */
export async function saveBackup(
  signal: AbortSignal,
  opened: OpenedReader,
  hash: Hash,
  projectName: string,
  target: SaveTarget,
  progress: (value: { rows: number }) => void,
): Promise<ExportedFile> {
  const name = `${projectName}.pairloom`
  let rows = 0
  async function* bytes(): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
    const encoder = new TextEncoder()
    for await (const lines of backupProject(signal, opened, projectName, hash)) {
      for (let at = lines.indexOf('\n'); at >= 0; at = lines.indexOf('\n', at + 1)) rows++
      progress({ rows })
      yield encoder.encode(lines)
    }
  }
  const saved = await saveStream(signal, { name, handle: 'handle' in target ? target.handle : null }, bytes())
  return { name, bytes: saved.bytes, rows, blob: saved.file }
}
