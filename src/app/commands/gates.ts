import type { Commands } from '#features/services'
import type { PageState } from '../page-state'

type GateCommands = Pick<Commands, 'estimateGate' | 'judgeByModel'>

export function gateCommands({ threads }: PageState): GateCommands {
  const { run: worker } = threads
  return {
    estimateGate: (ask, signal) => worker.call('estimateGate', ask, { signal }),
    judgeByModel: (ask, signal, onProgress) => worker.call('judgeByModel', ask, { signal, onProgress }),
  }
}
