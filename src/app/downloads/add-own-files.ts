import { chooseMlcFiles } from '#core/models/mlc-folder'
import type { StoredModel } from '#core/models/model'
import { ProblemError } from '#core/problem'
import type { PickedFile } from '#messages/model-files-worker'
import type { ModelDisk } from '#storage/models/model-disk'
import { addGguf } from './add-gguf'
import { addMlcFolder } from './add-mlc-folder'

/**
 * Takes in what the person picked: a folder in MLC's layout with its library, or a GGUF.
 *
 * @param report bytes read so far, of all that are to be read
 * @throws ProblemError as `addGguf` and `addMlcFolder`
 */
export async function addOwnFiles(
  signal: AbortSignal,
  disk: ModelDisk,
  files: readonly PickedFile[],
  now: number,
  report: (progress: { readonly bytes: number; readonly totalBytes: number }) => void,
): Promise<StoredModel> {
  const choice = chooseMlcFiles(files.map(({ path }) => path))
  const ggufs = files.filter(({ path }) => path.toLowerCase().endsWith('.gguf')).map(({ file }) => file)
  const read = choice === null ? ggufs : files.map(({ file }) => file)
  const totalBytes = read.reduce((sum, { size }) => sum + size, 0)
  let bytes = 0
  const onRead = (more: number): void => {
    bytes = Math.max(0, Math.min(totalBytes, bytes + more))
    report({ bytes, totalBytes })
  }
  if (choice !== null) return addMlcFolder(signal, disk, files, choice, now, onRead)
  if (ggufs.length > 0) return addGguf(signal, disk, ggufs, now, onRead)
  throw new ProblemError({ kind: 'not-a-model', detail: 'there is neither a .gguf file nor an mlc-chat-config.json' })
}
