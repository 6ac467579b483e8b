import { filesWithRows } from '#core/export/dataset-info'
import type { ExportPlan } from '#core/export/export-plan'
import type { ExportSummary } from '#core/export/export-writer'
import type { TrainerReading } from '#core/export/format'
import { yamlLines } from '#core/export/yaml'

/** The part of an Axolotl configuration that names the data; validation rows go to its evaluation, test rows nowhere. */
export function axolotlConfig(plan: ExportPlan, summary: ExportSummary, reading: TrainerReading): string {
  const files = filesWithRows(plan, summary)
  const train = files.filter(({ split }) => split === null || split === 'train')
  const validation = files.filter(({ split }) => split === 'validation')
  const lines = yamlLines({
    datasets: train.map(({ name }) => ({ path: name, ds_type: 'json', ...reading.axolotl })),
    ...(validation.length === 0
      ? {}
      : {
          // A local file has the one split `train`, whatever it holds.
          test_datasets: validation.map(({ name }) => ({
            path: name,
            ds_type: 'json',
            split: 'train',
            ...reading.axolotl,
          })),
        }),
  })
  return `${lines.join('\n')}\n`
}
