import type { Commands } from '#features/services'
import type { PageState } from '../page-state'

type VersionsCommands = Pick<Commands, 'answerAgain' | 'addPair'>

export function versionsCommands({ threads }: PageState): VersionsCommands {
  const { run: worker } = threads
  return {
    answerAgain: (key, seed, signal, onText) =>
      worker.call('answerAgain', { key, seed }, { signal, onProgress: onText }),
    addPair: own => worker.call('addPair', own),
  }
}
