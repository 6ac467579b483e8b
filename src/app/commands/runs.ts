import type { Commands } from '#features/services'
import type { PageState } from '../page-state'

type RunCommands = Pick<
  Commands,
  'previewRun' | 'startRun' | 'pauseRun' | 'resumeRun' | 'cancelRun' | 'chooseRun' | 'deleteRun'
>

export function runCommands({ threads, session }: PageState): RunCommands {
  const { run: worker } = threads
  return {
    previewRun: request => worker.call('previewRun', request),
    startRun: request => worker.call('startRun', request),
    pauseRun: async run => {
      await worker.call('pauseRun', { run })
    },
    resumeRun: async run => {
      await worker.call('resumeRun', { run })
    },
    cancelRun: async run => {
      await worker.call('cancelRun', { run })
    },
    chooseRun: async (run, chosen) => {
      await worker.call('chooseRun', { run, chosen })
    },
    deleteRun: async run => {
      await worker.call('deleteRun', { run })
      if (session.getState().run?.run.sequence === run) session.setState({ run: null })
    },
  }
}
