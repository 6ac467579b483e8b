import type { Commands } from '#features/services'
import type { PageState } from '../page-state'

type JudgingCommands = Pick<Commands, 'previewJudging' | 'judgeAnew' | 'saveSample' | 'deleteSample'>

export function judgingCommands({ threads }: PageState): JudgingCommands {
  const { run: worker } = threads
  return {
    previewJudging: (thresholds, signal, onProgress) =>
      worker.call('previewJudging', { thresholds }, { signal, onProgress }),
    judgeAnew: (thresholds, signal, onProgress) => worker.call('judgeAnew', { thresholds }, { signal, onProgress }),
    saveSample: async sample => {
      await worker.call('saveSample', sample)
    },
    deleteSample: async id => {
      await worker.call('deleteSample', { id })
    },
  }
}
