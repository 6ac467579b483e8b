import { ProblemError } from '#core/problem'
import type { JudgingApi } from '#messages/judging'
import type { Handlers } from '#messages/rpc'
import type { RunRoom } from './run-room'

export function judgingHandlers({ store, fence, changed }: RunRoom): Handlers<JudgingApi> {
  const missing = (): never => {
    throw new ProblemError({ kind: 'unexpected', detail: 'judging anew is not there yet' })
  }
  return {
    previewJudging: missing,
    judgeAnew: missing,
    saveSample: async (_signal, sample) => {
      await store().saveSample(fence(), sample)
      changed({ pairs: true })
      return null
    },
    deleteSample: async (_signal, { id }) => {
      await store().deleteSample(fence(), id)
      changed({ pairs: true })
      return null
    },
  }
}
