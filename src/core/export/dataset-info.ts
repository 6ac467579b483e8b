import type { ExportPlan, PlannedFile } from '#core/export/export-plan'
import type { ExportSummary } from '#core/export/export-writer'
import { LLAMA_FACTORY_FORMATTINGS, type TrainerReading } from '#core/export/format'
import { safeJson } from '#core/export/json-line'
import { isRow } from '#core/export/shape'

/** The files that hold rows: empty ones are written, but no trainer is sent to them. */
export function filesWithRows(plan: ExportPlan, summary: ExportSummary): PlannedFile[] {
  return plan.files.filter((_, place) => (summary.rows[place] ?? 0) > 0)
}

/** `dataset_info.json` of LLaMA-Factory: one entry a file with rows, named after it in characters that it splits nowhere. */
export function datasetInfo(plan: ExportPlan, summary: ExportSummary, reading: TrainerReading): string {
  const { formatting, columns, tags } = reading.llamaFactory
  const entries = filesWithRows(plan, summary).map(({ name }) => [
    name.replace(/\.jsonl$/, '').replace(/[^\p{L}\p{N}_-]+/gu, '_'),
    { file_name: name, formatting, columns, ...(tags === undefined ? {} : { tags }) },
  ])
  return `${safeJson(Object.fromEntries(entries), 2)}\n`
}

/**
 * What is wrong with a `dataset_info.json` beside its data, as a sentence; null when LLaMA-Factory would find every file,
 * converter and column (rule EXPORT10). `keys` are those of every row.
 */
export function datasetInfoFault(text: string, files: readonly string[], keys: readonly string[]): string | null {
  const info = parsed(text)
  if (!isRow(info)) return 'dataset_info.json is not a JSON object'
  const named: unknown[] = []
  for (const [entry, about] of Object.entries(info)) {
    if (!isRow(about)) return `the entry ${entry} is not an object`
    const { file_name: file, formatting, columns } = about
    named.push(file)
    if (typeof file !== 'string' || !files.includes(file)) return `the entry ${entry} names a file that does not exist`
    if (!LLAMA_FACTORY_FORMATTINGS.some(known => known === formatting))
      return `the entry ${entry} has an unknown formatting`
    if (!isRow(columns)) return `the entry ${entry} has no columns`
    for (const key of Object.values(columns)) {
      if (typeof key !== 'string' || !keys.includes(key)) return `the entry ${entry} names a column that rows lack`
    }
    if (keys.includes('system') && columns['system'] !== 'system') return `the entry ${entry} leaves out system`
  }
  const missing = files.find(file => !named.includes(file))
  return missing === undefined ? null : `dataset_info.json does not name ${missing}`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
