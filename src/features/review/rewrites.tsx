import type { PairKey } from '#core/ports/project-store'

/** Pairs that a run writes again, until the person has said what becomes of the old ones. */
export interface Rewrite {
  readonly project: string
  /** Sequence of the run. */
  readonly run: number
  readonly keys: readonly PairKey[]
  /** Drop the old ones as soon as the run is done. */
  readonly drop: boolean
}

/** What this tab has asked to be written again. A run goes on while other screens are looked at, and so does this. */
export interface Rewrites {
  readonly list: () => readonly Rewrite[]
  readonly subscribe: (listener: () => void) => () => void
  readonly add: (rewrite: Rewrite) => void
  readonly remove: (run: number) => void
}

function createRewrites(): Rewrites {
  let all: readonly Rewrite[] = []
  const listeners = new Set<() => void>()
  const set = (next: readonly Rewrite[]): void => {
    all = next
    for (const listener of listeners) listener()
  }
  return {
    list: () => all,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add: rewrite => set([...all.filter(one => one.run !== rewrite.run || one.project !== rewrite.project), rewrite]),
    remove: run => set(all.filter(one => one.run !== run)),
  }
}

export const REWRITES = createRewrites()
