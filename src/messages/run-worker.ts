import type { NetworkCount } from '#messages/network-count'
import type { Problem } from '#core/problem'
import type { Run, RunRequest } from '#core/run/run'
import type { ActSummary, Fence, PairKey, PairSelection } from '#core/ports/project-store'
import type { Decision } from '#core/synthesis/pair'

/** Whether this tab may write: `follower` reads only, because another tab holds the project. */
export type Role = 'writer' | 'follower'

/** The run in hand, sent at most four times a second. */
export interface RunProgress {
  readonly run: Run
  /** Items settled in this stretch of work divided by its time; null until measured. */
  readonly itemsPerSecond: number | null
  readonly pairsPerSecond: number | null
  /** From the measured rate; null until measured. */
  readonly msLeft: number | null
}

type Call<Params, Result, Progress = never> = { params: Params; result: Result; progress: Progress }

/** Page → run worker. The run worker owns ledger, lock, checks and every decision. */
export type RunWorkerApi = {
  /** Opens the project and asks for its lock: as writer when it is free or `steal` is set, else as follower. */
  open: Call<{ project: string; steal: boolean }, { role: Role; fence: Fence | null }>
  /** Freezes a plan and starts. A request whose run exists already resumes that run. */
  startRun: Call<RunRequest, Run>
  /** Passages and documents that a request would cover; nothing is stored. */
  previewRun: Call<RunRequest, { passages: number; documents: number; characters: number; existing: Run | null }>
  pauseRun: Call<{ run: number }, Run>
  resumeRun: Call<{ run: number }, Run>
  cancelRun: Call<{ run: number }, Run>
  chooseRun: Call<{ run: number; chosen: boolean }, null>
  deleteRun: Call<{ run: number }, null>
  decide: Call<{ selection: PairSelection; decision: Decision | null }, number, number>
  edit: Call<{ key: PairKey; instruction: string; response: string }, null>
  undo: Call<null, ActSummary | null>
  redo: Call<null, ActSummary | null>
  setSourceRemoved: Call<{ source: number; removed: boolean }, null>
  deleteSource: Call<{ source: number }, null>
  noteBackup: Call<null, null>
  /** What this worker asked the network for, as its own timeline tells. */
  network: Call<null, NetworkCount>
}

export type RunWorkerEvents = {
  role: { role: Role; fence: Fence | null }
  run: RunProgress
  /** Something stored changed; screens ask again for what they show. */
  changed: { pairs: boolean; runs: boolean; sources: boolean }
  /** The database can no longer be used by this tab. */
  trouble: Problem
}
