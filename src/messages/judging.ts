import type { BlindSample } from '#core/evaluation/blind-sample'
import type { State } from '#core/synthesis/pair'
import type { Thresholds } from '#core/verification/thresholds'
import type { Call } from '#messages/rpc'

/** Sent at most four times a second. */
export interface JudgingProgress {
  readonly done: number
  readonly total: number
}

/** What judging anew changes, or would change. Decided pairs stay `kept` and `dropped` and are not counted as moved. */
export interface JudgingResult {
  readonly pairs: number
  readonly moves: readonly { readonly from: State; readonly to: State; readonly count: number }[]
  /** Pairs for which a check did not pass, before and after. */
  readonly checks: readonly { readonly check: string; readonly before: number; readonly after: number }[]
}

/** Checks and blind marks. */
export type JudgingApi = {
  /** Judges all visible pairs by these thresholds and stores nothing. */
  previewJudging: Call<{ thresholds: Thresholds }, JudgingResult, JudgingProgress>
  /** The same, stored: goes on from where it was cut off when it is asked for again. */
  judgeAnew: Call<{ thresholds: Thresholds }, JudgingResult, JudgingProgress>
  saveSample: Call<BlindSample, null>
  deleteSample: Call<{ id: string }, null>
}
