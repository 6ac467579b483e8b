import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ExportOptions } from '#core/export/export-plan'
import { type Problem, problemOf } from '#core/problem'
import type { Commands } from '#features/services'
import type { ExportResult, IngestWorkerApi } from '#messages/ingest-worker'

export type ExportStage =
  | { readonly at: 'idle' }
  | { readonly at: 'working'; readonly progress: IngestWorkerApi['export']['progress'] | null }
  | { readonly at: 'done'; readonly result: ExportResult; readonly options: ExportOptions }
  | { readonly at: 'stopped' }
  | { readonly at: 'problem'; readonly problem: Problem }

/** One export at a time. It lives beside the screen, so that it goes on while the person looks at another one. */
const job = createStore<ExportStage>(() => ({ at: 'idle' }))
let controller = new AbortController()

export function useExportStage(): ExportStage {
  return useStore(job)
}

/** Writes the files; how it goes shows in the stage. A save dialog that was closed changes nothing. */
export async function startExport(exportTo: Commands['exportTo'], options: ExportOptions): Promise<void> {
  if (job.getState().at === 'working') return
  controller = new AbortController()
  const before = job.getState()
  job.setState({ at: 'working', progress: null }, true)
  try {
    const result = await exportTo(options, controller.signal, progress => {
      if (job.getState().at === 'working') job.setState({ at: 'working', progress }, true)
    })
    job.setState({ at: 'done', result, options }, true)
  } catch (thrown) {
    const problem = problemOf(thrown)
    const cancelled = problem.kind === 'cancelled'
    const closed = cancelled && !controller.signal.aborted
    job.setState(closed ? before : cancelled ? { at: 'stopped' } : { at: 'problem', problem }, true)
  }
}

export function cancelExport(): void {
  controller.abort()
}

export function dismissExport(): void {
  if (job.getState().at !== 'working') job.setState({ at: 'idle' }, true)
}
