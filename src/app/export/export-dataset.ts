import { measureExport } from '#core/evaluation/measured'
import {
  type ExportCounts,
  type ExportOptions,
  type ExportPlan,
  expectedCounts,
  optionProblems,
  planExport,
} from '#core/export/export-plan'
import type { ExportSummary, OutputLine } from '#core/export/export-writer'
import { type Line, lineText } from '#core/export/line-writer'
import type { SplitPlan } from '#core/export/split-plan'
import { talliesOf } from '#core/export/tallies-of'
import type { Hash } from '#core/ports/hash'
import type { ProjectReader } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import type { ExportResult, IngestWorkerApi } from '#messages/ingest-worker'
import type { ExportedFile, SaveTarget } from '#messages/saved-file'
import { datasetLines, planSplit } from './dataset-lines'
import { savePack } from './save-pack'
import { type CheckedFile, saveChecked } from './written-file'

export interface ExportTools {
  readonly store: ProjectReader
  readonly hash: Hash
}

type Progress = (value: IngestWorkerApi['export']['progress']) => void

function planned(options: ExportOptions): ExportPlan {
  const [problem] = optionProblems(options)
  if (problem !== undefined) throw new ProblemError({ kind: 'unexpected', detail: problem })
  return planExport(options)
}

async function expectedRows(store: ProjectReader, { options, format }: ExportPlan): Promise<number> {
  if (format.input === 'passages') return (await store.sources()).reduce((sum, source) => sum + source.passages, 0)
  return expectedCounts(options, await talliesOf(store, options.documents)).pairs
}

/** First lines of an export, and its counts as far as they are known before writing. */
export async function previewExport(
  signal: AbortSignal,
  { store }: ExportTools,
  options: ExportOptions,
  rows: number,
): Promise<{ lines: readonly string[]; counts: ExportCounts }> {
  const plan = planExport({ ...options, split: null, pack: null })
  const counts = expectedCounts(options, await talliesOf(store, options.documents))
  const lines: string[] = []
  for await (const page of datasetLines(signal, store, plan, null).pages) {
    for (const { line } of page) lines.push(lineText(line))
    if (lines.length >= rows) break
  }
  return { lines: lines.slice(0, rows), counts }
}

/**
 * Writes an export to disk as it is read, in memory for a page of rows; reads every file again and checks each line before
 * it says that it is done. Throws `export-empty`, `export-invalid`, `quota-full`, `cancelled`; then no new file stays.
 */
export async function exportDataset(
  signal: AbortSignal,
  tools: ExportTools,
  options: ExportOptions,
  target: SaveTarget,
  progress: Progress,
): Promise<ExportResult> {
  const plan = planned(options)
  const total = await expectedRows(tools.store, plan)
  if (total === 0) throw new ProblemError({ kind: 'export-empty' })
  const split = await planSplit(signal, tools.store, plan)
  const measured = await measureExport(tools.store, options)
  const written: CheckedFile[] = []
  try {
    const tell = (phase: 'write' | 'check') => (rows: number) => progress({ phase, rows, total })
    let summary: ExportSummary | null = null
    for (const [index] of plan.files.entries()) {
      const place: SaveTarget = plan.archive === null ? target : { download: true }
      const result = await writeDataFile(signal, tools, plan, split, index, place, tell)
      written.push(result.file)
      summary = result.summary
    }
    if (summary === null || summary.counts.rows === 0) throw new ProblemError({ kind: 'export-empty' })
    const files: readonly ExportedFile[] =
      plan.archive === null
        ? written.map(({ name, rows, saved }) => ({ name, rows, bytes: saved.bytes, blob: saved.file }))
        : [await savePack(signal, tools.hash, plan, plan.archive, summary, split, written, target, measured)]
    if (plan.archive !== null) await releaseAll(written)
    return { files, counts: summary.counts }
  } catch (thrown) {
    await releaseAll(written)
    throw thrown
  }
}

async function releaseAll(files: readonly CheckedFile[]): Promise<void> {
  await Promise.all(files.map(({ saved }) => saved.release()))
}

async function writeDataFile(
  signal: AbortSignal,
  { store, hash }: ExportTools,
  plan: ExportPlan,
  split: SplitPlan | null,
  index: number,
  target: SaveTarget,
  tell: (phase: 'write' | 'check') => (rows: number) => void,
): Promise<{ file: CheckedFile; summary: ExportSummary }> {
  const name = plan.files[index]?.name ?? plan.options.name
  const { pages, summary } = datasetLines(signal, store, plan, split)
  const file = await saveChecked(signal, hash, plan, { name, target }, linesOf(pages, index, tell('write')), {
    rows: () => summary().rows[index] ?? 0,
    progress: tell('check'),
  })
  return { file, summary: summary() }
}

/** The lines of one file of the plan, a page at a time; each file of a split takes a pass of its own over the data. */
async function* linesOf(
  pages: AsyncIterable<readonly OutputLine[]>,
  index: number,
  progress: (rows: number) => void,
): AsyncGenerator<readonly Line[], void> {
  let rows = 0
  for await (const page of pages) {
    const lines = page.filter(({ file }) => file === index).map(({ line }) => line)
    rows += lines.length
    progress(rows)
    yield lines
  }
}
