import type { JudgingApi } from '#messages/judging'
import type { Handlers } from '#messages/rpc'
import { judgeAnew } from '#runner/judge-anew'
import type { RunRoom } from './run-room'

export function judgingHandlers({ store, fence, context, changed, idle }: RunRoom): Handlers<JudgingApi> {
  return {
    previewJudging: async (signal, { thresholds }, progress) => {
      idle()
      return judgeAnew(signal, await context(), thresholds, null, progress)
    },
    judgeAnew: async (signal, { thresholds }, progress) => {
      idle()
      const held = fence()
      try {
        const result = await judgeAnew(
          signal,
          await context(),
          thresholds,
          judged => {
            idle()
            return store().rejudge(held, judged)
          },
          progress,
        )
        await store().saveSettings(held, { thresholds })
        return result
      } finally {
        changed({ pairs: true })
      }
    },
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
