import type { Measured } from '#core/evaluation/measured'
import { axolotlConfig } from '#core/export/axolotl'
import { checksumLines } from '#core/export/checksums'
import { datasetCard } from '#core/export/dataset-card'
import { datasetInfo } from '#core/export/dataset-info'
import type { ExportPlan } from '#core/export/export-plan'
import type { ExportSummary } from '#core/export/export-writer'
import type { DataFile, PackFile } from '#core/export/pack-file'
import type { SplitSummary } from '#core/export/split-plan'
import type { Hash } from '#core/ports/hash'

/**
 * What goes into the archive after the data (rule EXPORT9): how LLaMA-Factory and Axolotl read it (for formats that
 * trainers read), the card, and the checksums of everything before it. `data` has every file of the plan, in its order; `measured` is
 * what is known of the share of right pairs.
 */
export function packFiles(
  hash: Hash,
  plan: ExportPlan,
  summary: ExportSummary,
  split: SplitSummary | null,
  data: readonly DataFile[],
  measured: Measured,
): PackFile[] {
  const reading = plan.format.trainers?.(plan.options) ?? null
  const files: PackFile[] = []
  if (reading !== null) {
    files.push({ name: 'dataset_info.json', text: datasetInfo(plan, summary, reading) })
    files.push({ name: 'axolotl.yaml', text: axolotlConfig(plan, summary, reading) })
  }
  files.push({ name: 'README.md', text: datasetCard(plan, summary, split, measured) })
  const sums = [...data, ...files.map(({ name, text }) => ({ name, sha256: hash.sha256(text) }))]
  return [...files, { name: 'checksums.txt', text: checksumLines(sums) }]
}
