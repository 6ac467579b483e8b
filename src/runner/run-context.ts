import type { Clock } from '#core/ports/clock'
import type { Hash } from '#core/ports/hash'
import type { DetectLanguage } from '#core/ports/language'
import type { Fence, ProjectStore } from '#core/ports/project-store'
import type { Synthesizer } from '#core/ports/synthesizer'
import type { RunRequest } from '#core/run/run'

/** A synthesizer that is ready to write, and what keeps it so. */
export interface ReadySynthesizer {
  readonly synthesizer: Synthesizer
  /** Starts the engine anew after a fault that this may cure; null where there is no engine. */
  readonly restart: ((signal: AbortSignal) => Promise<void>) | null
  /** What the engine writes in a second, as measured; null before, and without an engine. */
  readonly tokensPerSecond: () => number | null
}

/** What driving a run needs; put together by the run worker. */
export interface RunContext {
  readonly store: ProjectStore
  readonly fence: Fence
  readonly hash: Hash
  readonly detect: DetectLanguage
  /** Names the code of the checks as built; absent where it is not known (rule JUDGE8). */
  readonly checksVersion?: string | undefined
  readonly clock: Clock
  /** Lets what waits in the event loop run: answers of the database while rules are at work. */
  readonly breathe: () => Promise<void>
  /**
   * The synthesizer that a request names. Rejects when this build has none of that name, or its model or recipe is not
   * here. `onText` gets what a model adds to its answer; each attempt (from 1) starts anew.
   */
  readonly synthesizer: (
    request: RunRequest,
    onText: (added: string, attempt: number) => void,
  ) => Promise<ReadySynthesizer>
}
