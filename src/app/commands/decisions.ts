import type { Commands } from '#features/services'
import type { PageState } from '../page-state'

type DecisionCommands = Pick<Commands, 'decide' | 'edit' | 'undo' | 'redo'>

export function decisionCommands({ threads }: PageState): DecisionCommands {
  const { run: worker } = threads
  return {
    decide: (selection, decision, signal, progress) =>
      worker.call(
        'decide',
        { selection, decision },
        {
          ...(signal === undefined ? {} : { signal }),
          ...(progress === undefined ? {} : { onProgress: progress }),
        },
      ),
    edit: async (key, instruction, response) => {
      await worker.call('edit', { key, instruction, response })
    },
    undo: async () => {
      await worker.call('undo', null)
    },
    redo: async () => {
      await worker.call('redo', null)
    },
  }
}
