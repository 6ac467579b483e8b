import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Problem, problemOf } from '#core/problem'

export type FileStage<Progress, Result> =
  | { readonly at: 'idle' }
  | { readonly at: 'working'; readonly progress: Progress | null }
  | { readonly at: 'done'; readonly result: Result }
  | { readonly at: 'stopped' }
  | { readonly at: 'problem'; readonly problem: Problem }

/** Writing of one file at a time. It lives beside the screen, so that it goes on while the person looks at another one. */
export interface FileJob<Progress, Result> {
  readonly useStage: () => FileStage<Progress, Result>
  /** Starts, unless one is at work; how it goes shows in the stage. A save dialog that was closed changes nothing. */
  readonly start: (
    write: (signal: AbortSignal, progress: (value: Progress) => void) => Promise<Result>,
  ) => Promise<void>
  readonly cancel: () => void
  readonly dismiss: () => void
}

export function createFileJob<Progress, Result>(): FileJob<Progress, Result> {
  type Stage = FileStage<Progress, Result>
  const job = createStore<Stage>(() => ({ at: 'idle' }))
  let controller = new AbortController()
  return {
    useStage: () => useStore(job),
    start: async write => {
      if (job.getState().at === 'working') return
      controller = new AbortController()
      const before = job.getState()
      job.setState({ at: 'working', progress: null }, true)
      try {
        const result = await write(controller.signal, progress => {
          if (job.getState().at === 'working') job.setState({ at: 'working', progress }, true)
        })
        job.setState({ at: 'done', result }, true)
      } catch (thrown) {
        const problem = problemOf(thrown)
        const cancelled = problem.kind === 'cancelled'
        const closed = cancelled && !controller.signal.aborted
        job.setState(closed ? before : cancelled ? { at: 'stopped' } : { at: 'problem', problem }, true)
      }
    },
    cancel: () => controller.abort(),
    dismiss: () => {
      if (job.getState().at !== 'working') job.setState({ at: 'idle' }, true)
    },
  }
}
