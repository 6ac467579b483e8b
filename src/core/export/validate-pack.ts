import { checksumFault } from '#core/export/checksums'
import { datasetInfoFault, filesWithRows } from '#core/export/dataset-info'
import type { ExportPlan } from '#core/export/export-plan'
import type { ExportSummary } from '#core/export/export-writer'
import type { DataFile, PackFile } from '#core/export/pack-file'
import type { Hash } from '#core/ports/hash'

/**
 * What is wrong with the small files of a pack as they were read again, as a sentence; null when nothing is (rule
 * EXPORT10). `data` has the files of the plan with the sums that a FileValidator found.
 */
export function packFault(
  hash: Hash,
  plan: ExportPlan,
  summary: ExportSummary,
  data: readonly DataFile[],
  files: readonly PackFile[],
): string | null {
  const textOf = (name: string): string | null => files.find(file => file.name === name)?.text ?? null
  const sums = textOf('checksums.txt')
  if (sums === null) return 'checksums.txt is missing'
  const summed = files.filter(({ name }) => name !== 'checksums.txt')
  const wrongSum = checksumFault(sums, [
    ...data,
    ...summed.map(({ name, text }) => ({ name, sha256: hash.sha256(text) })),
  ])
  if (wrongSum !== null) return wrongSum
  if (!(textOf('README.md') ?? '').startsWith('---\n')) return 'README.md has no front matter'
  if (plan.format.trainers === null) return null
  const names = filesWithRows(plan, summary).map(({ name }) => name)
  return datasetInfoFault(textOf('dataset_info.json') ?? '', names, plan.keys)
}
