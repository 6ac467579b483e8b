import type { Measured } from '#core/evaluation/measured'
import type { ExportPlan } from '#core/export/export-plan'
import type { ExportSummary } from '#core/export/export-writer'
import { packFiles } from '#core/export/pack'
import type { SplitPlan } from '#core/export/split-plan'
import { packFault } from '#core/export/validate-pack'
import type { Hash } from '#core/ports/hash'
import { ProblemError } from '#core/problem'
import { readZip } from '#files/read-zip'
import { saveStream } from '#files/save-stream'
import { type ZipEntry, zipStream } from '#files/zip-stream'
import type { ExportedFile, SaveTarget } from '#messages/saved-file'
import { type CheckedFile, fileOf } from './written-file'

/** Puts checked data files and what trainers need into one archive, then unpacks it again and compares every checksum. */
export async function savePack(
  signal: AbortSignal,
  hash: Hash,
  plan: ExportPlan,
  archive: string,
  summary: ExportSummary,
  split: SplitPlan | null,
  data: readonly CheckedFile[],
  target: SaveTarget,
  measured: Measured,
): Promise<ExportedFile> {
  const small = packFiles(hash, plan, summary, split?.summary ?? null, data, measured)
  const encoder = new TextEncoder()
  const entries: ZipEntry[] = [
    ...data.map(({ name, file }) => ({ name, chunks: file.stream() })),
    ...small.map(({ name, text }) => ({ name, chunks: once(encoder.encode(text)) })),
  ]
  const handle = 'handle' in target ? target.handle : null
  const saved = await saveStream(signal, { name: archive, handle }, zipStream(entries))
  try {
    const file = await fileOf(saved, target)
    await checkArchive(hash, plan, summary, data, file)
    return { name: archive, rows: summary.counts.rows ?? 0, bytes: saved.bytes, blob: saved.file }
  } catch (thrown) {
    await saved.release()
    throw thrown
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield await Promise.resolve(bytes)
}

async function checkArchive(
  hash: Hash,
  plan: ExportPlan,
  summary: ExportSummary,
  data: readonly CheckedFile[],
  file: File,
): Promise<void> {
  const names = new Set(data.map(({ name }) => name))
  const sums = new Map<string, { digest: ReturnType<Hash['stream']>; decoder: TextDecoder }>()
  const texts = new Map<string, string>()
  await readZip(file.stream(), (name, bytes, last) => {
    const entry = sums.get(name) ?? { digest: hash.stream(), decoder: new TextDecoder('utf-8', { ignoreBOM: true }) }
    sums.set(name, entry)
    const piece = entry.decoder.decode(bytes, { stream: !last })
    if (names.has(name)) entry.digest.update(piece)
    else texts.set(name, (texts.get(name) ?? '') + piece)
  })
  const found = data.map(({ name }) => ({ name, sha256: sums.get(name)?.digest.digest() ?? '' }))
  const files = [...texts].map(([name, text]) => ({ name, text }))
  const detail = packFault(hash, plan, summary, found, files)
  if (detail !== null) throw new ProblemError({ kind: 'export-invalid', line: 0, detail })
}
