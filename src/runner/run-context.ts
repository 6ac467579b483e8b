import type { Clock } from '#core/ports/clock'
import type { Hash } from '#core/ports/hash'
import type { DetectLanguage } from '#core/ports/language'
import type { Fence, ProjectStore } from '#core/ports/project-store'
import type { Synthesizer } from '#core/ports/synthesizer'

/** What driving a run needs; put together by the run worker. */
export interface RunContext {
  readonly store: ProjectStore
  readonly fence: Fence
  readonly hash: Hash
  readonly detect: DetectLanguage
  readonly clock: Clock
  /** Lets what waits in the event loop run: answers of the database while rules are at work. */
  readonly breathe: () => Promise<void>
  /** The synthesizer that a request names; undefined when this build has none of that name. */
  readonly synthesizer: (name: string) => Synthesizer | undefined
}
