import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Problem, problemOf } from '#core/problem'
import type { Commands } from '#features/services'

export type OwnStage =
  | { readonly at: 'idle' }
  | { readonly at: 'adding'; readonly bytes: number; readonly total: number }
  | { readonly at: 'added'; readonly title: string }
  | { readonly at: 'stopped' }
  | { readonly at: 'problem'; readonly problem: Problem }

/** One model is copied at a time. It lives beside the screen, so that it goes on while the person looks at another one. */
const job = createStore<OwnStage>(() => ({ at: 'idle' }))
let controller = new AbortController()

export function useOwnStage(): OwnStage {
  return useStore(job)
}

/** Copies the files; how it goes shows in the stage. */
export async function startAdding(addModelFiles: Commands['addModelFiles'], files: readonly File[]): Promise<void> {
  if (job.getState().at === 'adding') return
  controller = new AbortController()
  job.setState({ at: 'adding', bytes: 0, total: files.reduce((sum, { size }) => sum + size, 0) }, true)
  try {
    const model = await addModelFiles(files, controller.signal, (bytes, total) => {
      if (job.getState().at === 'adding') job.setState({ at: 'adding', bytes, total }, true)
    })
    job.setState({ at: 'added', title: model.title }, true)
  } catch (thrown) {
    const problem = problemOf(thrown)
    job.setState(problem.kind === 'cancelled' ? { at: 'stopped' } : { at: 'problem', problem }, true)
  }
}

export function stopAdding(): void {
  controller.abort()
}

export function dismissAdding(): void {
  if (job.getState().at !== 'adding') job.setState({ at: 'idle' }, true)
}
