import type { ItemOutcome } from '#core/ports/project-store'
import type { Run } from '#core/run/run'
import type { Pair } from '#core/synthesis/pair'
import type { ChainReader } from '#runner/earlier-rounds'

/** The store of a run, with what it wrote a moment ago. */
export interface ChainedStore extends ChainReader {
  /** Its pairs may be shown from now on. */
  readonly wrote: (outcome: ItemOutcome) => void
  /** From here on they are read from the store. */
  readonly stored: (outcomes: readonly ItemOutcome[]) => void
}

/**
 * Shows pairs of a run that are on their way to the store as if they were there: results that are quick commit together,
 * and a round may follow on one of the same batch. Commits keep the order of work, so what a crash takes with it is
 * written again from the same earlier rounds (rule CHAIN7).
 */
export function chainedStore(store: ChainReader, { sequence }: Run): ChainedStore {
  const waiting = new Map<string, readonly Pair[]>()
  const placeOf = (document: number, start: number): string => `${document} ${start}`
  return {
    planItems: (run, from, limit) => store.planItems(run, from, limit),
    documentsAt: orders => store.documentsAt(orders),
    texts: ranges => store.texts(ranges),
    pairsAt: async (run, document, start) => {
      const held = run === sequence ? waiting.get(placeOf(document, start)) : undefined
      return held ?? store.pairsAt(run, document, start)
    },
    wrote: ({ document, start, pairs }) => {
      waiting.set(placeOf(document, start), pairs)
    },
    stored: outcomes => {
      for (const { document, start } of outcomes) waiting.delete(placeOf(document, start))
    },
  }
}
