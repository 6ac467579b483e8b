import { useRef } from 'react'
import type { ActSummary, PairFilter, PairKey, StoredPair } from '#core/ports/project-store'
import type { Decision } from '#core/synthesis/pair'
import { stateOf } from '#core/verification/state'
import { useCommands, useSession } from '#features/context'
import { passes } from './review-filter'
import type { ReviewMessages } from './review-messages.en'
import type { PairList } from './use-pair-list'

export interface Decisions {
  readonly decide: (decision: Decision | null) => void
  readonly save: (instruction: string, response: string) => Promise<boolean>
  readonly move: (step: 1 | -1) => void
  readonly undo: () => void
  readonly redo: () => void
  /** A bulk act was done: it is one step of undo that belongs to no single pair. */
  readonly noteBulk: () => void
  /** A pair of the person's own was stored. */
  readonly noteAdded: (key: PairKey) => void
}

interface Desk {
  readonly list: PairList
  readonly filter: PairFilter
  readonly current: StoredPair | undefined
  readonly select: (key: PairKey) => void
  /** Says what was done; the pair in hand is said with it. */
  readonly say: (words: string) => void
  readonly words: ReviewMessages
}

const DECIDES: Readonly<Record<ActSummary['kind'], Decision | null>> = {
  keep: 'keep',
  drop: 'drop',
  edit: 'keep',
  add: 'keep',
  clear: null,
}

/** Acts on the pair in hand. Each shows at once; when storing it fails, the pair comes back and the page says why. */
export function useDecisions({ list, filter, current, select, say, words }: Desk): Decisions {
  const { pager, search } = list
  const { decide, edit, undo, redo, report } = useCommands()
  const readOnly = useSession(session => session.role === 'follower')
  const steps = useSession(session => session.undo)
  /** What each step of undo was about, as far as it was done here; `at` steps lie behind. */
  const trail = useRef<{ keys: (PairKey | null)[]; at: number }>({ keys: [], at: 0 })

  const noteStep = (key: PairKey | null): void => {
    const { keys, at } = trail.current
    trail.current = { keys: [...keys.slice(0, at), key].slice(-50), at: Math.min(50, at + 1) }
  }

  const move = (step: 1 | -1): void => {
    if (current === undefined) return
    const beside = pager.beside(current.key, step)
    if (beside !== undefined) {
      select(beside.key)
      return
    }
    pager.neighbour(current.key, step).then(found => {
      if (found === undefined) return
      if (!pager.has(found.key)) pager.reveal(found.key)
      select(found.key)
    }, report)
  }

  /** Shows that a pair was decided, goes on to the next and gives back what to do once it is stored. */
  const settle = (stored: StoredPair, decision: Decision | null): (() => void) => {
    const { key, pair } = stored
    const leaves = !passes(filter, { ...pair, state: stateOf(decision, pair.checks) })
    if (decision !== null || leaves) {
      if (pager.beside(key, 1) !== undefined || !leaves) move(1)
      else if (pager.beside(key, -1) !== undefined) move(-1)
    }
    pager.settle(key, decision)
    if (leaves) search?.forget(key)
    return () => pager.release(key)
  }

  return {
    move,
    noteBulk: () => noteStep(null),
    noteAdded: key => {
      noteStep(key)
      select(key)
    },
    decide: decision => {
      if (readOnly || current === undefined) return
      if (current.pair.decision === decision) {
        if (decision !== null) move(1)
        return
      }
      say(decision === 'keep' ? words.saidKept : decision === 'drop' ? words.saidDropped : words.saidCleared)
      const release = settle(current, decision)
      const { key } = current
      decide({ keys: [key] }, decision)
        .then(
          () => noteStep(key),
          (thrown: unknown) => {
            report(thrown)
            say('')
            select(key)
          },
        )
        .finally(release)
    },
    save: async (instruction, response) => {
      if (readOnly || current === undefined) return false
      const { key } = current
      try {
        await edit(key, instruction, response)
      } catch (thrown) {
        report(thrown)
        return false
      }
      say(words.saidSaved)
      noteStep(key)
      settle(current, 'keep')()
      return true
    },
    undo: () => {
      const { keys, at } = trail.current
      // The session hears of an act a moment after it was done; what was done here is known at once.
      if (readOnly || (steps.undo === null && at === 0)) return
      const key = (steps.undo?.pairs ?? 1) === 1 ? keys[at - 1] : null
      trail.current = { keys, at: Math.max(0, at - 1) }
      undo().then(() => {
        search?.restart()
        if (typeof key === 'string') select(key)
        say(words.saidUndone)
      }, report)
    },
    redo: () => {
      const { keys, at } = trail.current
      if (readOnly || (steps.redo === null && at >= keys.length)) return
      const again = steps.redo?.pairs === 1 && current !== undefined && keys[at] === current.key
      trail.current = { keys, at: Math.min(keys.length, at + 1) }
      const release = again ? settle(current, DECIDES[steps.redo.kind]) : null
      redo()
        .then(() => {
          search?.restart()
          say(words.saidRedone)
        }, report)
        .finally(() => release?.())
    },
  }
}
