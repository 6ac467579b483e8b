import type { Problem } from '#core/problem'
import type { GateName } from '#core/verification/gates/gate'
import type { JudgeMeasure } from '#core/verification/gates/measure'
import type { Call } from '#messages/rpc'

/** Which pairs: ready ones, those in doubt, or those of the last run that no check failed. */
export type GateScope = 'ready' | 'unsure' | 'last-run'

export interface GateAsk {
  readonly gate: GateName
  readonly scope: GateScope
  /** How many of them, spread evenly; null for all. */
  readonly limit: number | null
}

/** What judging would cost. */
export interface GateEstimate {
  /** The loaded model; null where there is none. */
  readonly judge: string | null
  /** Pairs that would be judged, and those passed over because this model judged them before. */
  readonly pairs: number
  readonly judged: number
  /** Requests that measure the judge first; 0 where that was done. */
  readonly probes: number
  /** Time for all of it; null where nothing was measured. */
  readonly ms: number | null
  /** Where the time comes from: pairs that were judged, or the model's speed. */
  readonly from: 'pairs' | 'speed' | null
}

/** The measure of a judge, with how many right pairs it rests on and how many of those the person kept. */
export interface GateMeasure extends JudgeMeasure {
  readonly kept: number
}

/** Sent at most four times a second. */
export interface GateProgress {
  readonly phase: 'measuring' | 'judging'
  /** Of this phase: requests, then pairs. */
  readonly done: number
  readonly total: number
  readonly msLeft: number | null
  /** Pairs above the line, below it, and those that the judge could not decide. */
  readonly yes: number
  readonly no: number
  readonly unclear: number
  /** Pairs whose state changed. */
  readonly moved: number
  readonly measure: GateMeasure | null
}

export interface GateResult extends GateProgress {
  readonly judge: string
  /** `unfit`: the judge cannot tell right from wrong, and nothing was changed. What was judged is stored in each case. */
  readonly ended: 'done' | 'cancelled' | 'unfit' | 'problem'
  /** Why it ended early; null unless `problem`. */
  readonly problem: Problem | null
}

/** Checks by the loaded model. */
export type GatesApi = {
  estimateGate: Call<GateAsk, GateEstimate>
  /**
   * Measures the judge, then judges. `anyway`: also with a judge that is not fit, whose words are then doubts. Cancelling
   * by the signal resolves with what was judged. Rejects with `model-missing`, `run-active`, and problems of storage.
   */
  judgeByModel: Call<GateAsk & { anyway: boolean }, GateResult, GateProgress>
}
