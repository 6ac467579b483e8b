import type { ExportPlan } from '#core/export/export-plan'
import { createExportWriter, type ExportSummary, type OutputLine } from '#core/export/export-writer'
import { createSplitPass } from '#core/export/split-pass'
import type { SplitPlan } from '#core/export/split-plan'
import type { Cancel } from '#core/ports/cancel'
import { ProblemError } from '#core/problem'
import { nextTask } from '#files/next-task'
import type { ProjectReader } from '#core/ports/project-store'
import { exportPairs, exportPassages } from './export-source'

/** The first pass over the data of an export with a split; null without one. */
export async function planSplit(cancel: Cancel, reader: ProjectReader, plan: ExportPlan): Promise<SplitPlan | null> {
  const { options, format } = plan
  if (options.split === null) return null
  const pass = createSplitPass(plan, options.split)
  if (format.input === 'passages') {
    for await (const page of exportPassages(cancel, reader)) for (const passage of page) pass.addPassage(passage)
  } else {
    for await (const page of exportPairs(cancel, reader, options)) for (const pair of page) pass.addPair(pair)
  }
  return pass.finish(async () => {
    if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
    await nextTask()
  })
}

/** Lines of an export in order, a page at a time; the summary holds what was given so far. */
export function datasetLines(
  cancel: Cancel,
  reader: ProjectReader,
  plan: ExportPlan,
  split: SplitPlan | null,
): { readonly pages: AsyncGenerator<readonly OutputLine[], void>; readonly summary: () => ExportSummary } {
  const writer = createExportWriter(plan, split)
  async function* pages(): AsyncGenerator<readonly OutputLine[], void> {
    if (plan.format.input === 'passages') {
      for await (const page of exportPassages(cancel, reader)) yield page.flatMap(passage => writer.addPassage(passage))
    } else {
      for await (const page of exportPairs(cancel, reader, plan.options))
        yield page.flatMap(pair => writer.addPair(pair))
    }
    yield writer.end()
  }
  return { pages: pages(), summary: () => writer.summary() }
}
