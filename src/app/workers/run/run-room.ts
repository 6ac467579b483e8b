import type { Fence } from '#core/ports/project-store'
import type { Run, RunRequest } from '#core/run/run'
import type { RunWorkerEvents } from '#messages/run-worker'
import type { EngineDesk } from '#runner/engine-desk'
import type { RunContext } from '#runner/run-context'
import type { OpenedStore } from '#storage/open-store'

/** What the run worker shares with the files that answer its calls. */
export interface RunRoom {
  /** Throws `not-writer` before a project is open. */
  readonly store: () => OpenedStore['store']
  /** Throws `not-writer` in a tab that follows. */
  readonly fence: () => Fence
  readonly context: () => Promise<RunContext>
  readonly desk: EngineDesk
  /** Tells the page what it should ask for again. */
  readonly changed: (what: Partial<RunWorkerEvents['changed']>) => void
  /** Throws `run-active` while a run is driven, `judging-active` while a model judges: what it writes and what is judged anew must not mix. */
  readonly idle: () => void
  /** Freezes a plan and drives it; a request whose run exists goes on with that one. */
  readonly start: (request: RunRequest) => Promise<Run>
}
