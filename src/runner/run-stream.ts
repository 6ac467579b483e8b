import type { PlanItem } from '#core/run/run'
import type { RunStream } from '#messages/run-worker'

/** Telling of what a model writes, at most this often, in ms. */
const EVERY = 100

/** What a model writes about the passage in hand, told as it grows. */
export interface Streaming {
  begin(run: number, item: PlanItem): void
  readonly add: (added: string, attempt: number) => void
}

/** `elapsed` in ms on a clock that never goes back. The beginning of a passage is told at once. */
export function createStreaming(elapsed: () => number, tell: (stream: RunStream) => void): Streaming {
  let now: RunStream | null = null
  let told = 0
  const say = (): void => {
    if (now === null) return
    told = elapsed()
    tell(now)
  }
  return {
    begin: (run, { document, start, end }) => {
      now = { run, document, start, end, text: '', attempt: 1 }
      say()
    },
    add: (added, attempt) => {
      if (now === null) return
      now = { ...now, attempt, text: attempt === now.attempt ? now.text + added : added }
      if (elapsed() - told >= EVERY) say()
    },
  }
}
