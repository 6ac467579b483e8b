import { ProblemError } from '#core/problem'
import { loadDetectLanguage } from '#files/language'
import { loadHash } from '#files/sha256'
import type { Handlers } from '#messages/rpc'
import type { ComparisonProgress, TeachingApi } from '#messages/teaching'
import { type Comparing, createComparing, isSameComparison } from '#runner/compare-recipes'
import { teachRecipe } from '#runner/teach-recipe'
import type { RunRoom } from './run-room'

interface Held {
  /** The project that it is of, as opened. */
  readonly store: ReturnType<RunRoom['store']>
  readonly comparing: Comparing
  stop: AbortController | null
  progress: ComparisonProgress
}

/** @param tell hears how a comparison goes */
export function teachingHandlers(
  { store, desk, idle, fence }: RunRoom,
  tell: (progress: ComparisonProgress) => void,
): Handlers<TeachingApi> {
  let held: Held | null = null
  let revision = 0
  const heldNow = (): Held | null => (held !== null && held.store === store() ? held : null)

  const begin = async (ask: TeachingApi['compareTeaching']['params']): Promise<Held> => {
    const here = heldNow()
    if (here !== null && isSameComparison(here.comparing.ask, ask)) return here
    const tools = {
      reader: store(),
      hash: await loadHash(),
      detect: await loadDetectLanguage(),
      desk,
      elapsed: () => performance.now(),
    }
    const comparing = await createComparing(tools, ask)
    return {
      store: store(),
      comparing,
      stop: null,
      progress: { running: false, done: 0, total: 0, pairs: 0, msLeft: null, revision },
    }
  }

  return {
    teachRecipe: async (_signal, ask) => teachRecipe(store(), await loadHash(), desk, ask),
    compareTeaching: async (signal, ask) => {
      // A tab that follows must not use the device for a project that another one writes.
      fence()
      idle()
      if (held?.stop) throw new ProblemError({ kind: 'run-active', run: 'comparison' })
      const mine = await begin(ask)
      held = mine
      const stop = new AbortController()
      mine.stop = stop
      try {
        await mine.comparing.write(AbortSignal.any([signal, stop.signal]), progress => {
          revision += 1
          mine.progress = { ...progress, revision }
          tell(mine.progress)
        })
      } catch (thrown) {
        // Stopped in the middle of a passage: that one is written anew when it goes on.
        if (!stop.signal.aborted) throw thrown
      } finally {
        mine.stop = null
      }
      return null
    },
    stopComparing: () => {
      held?.stop?.abort()
      return null
    },
    comparison: () => {
      const here = heldNow()
      return here && { ask: here.comparing.ask, comparison: here.comparing.comparison() }
    },
    markCompared: (_signal, { id, verdict }) => {
      const here = heldNow()
      here?.comparing.mark(id, verdict)
      return null
    },
  }
}
