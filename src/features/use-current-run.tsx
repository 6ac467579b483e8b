import type { RunProgress } from '#messages/run-worker'
import { idleRun } from '#features/idle-run'
import { useQuery, useSession } from '#features/context'

/**
 * The run that screens speak of: the one at work with its live figures, else the one that this tab worked on last, else
 * the newest that waits to go on, which a page finds that was just loaded. Draw what uses this only while a project is open.
 */
export function useCurrentRun(): RunProgress | null {
  const live = useSession(session => session.run)
  const atWork = live?.run.status === 'running'
  const key = useSession(({ project, revisions }) => `${project?.id ?? ''} ${revisions.runs}`)
  // While it is at work what is stored lags behind what is told.
  const runs = useQuery(atWork ? 'current run: live' : `current run: ${key}`, async reader =>
    atWork ? [] : reader.runs(),
  ).value
  if (live !== null) {
    // It may have been given up since, or a source that came back gave it more to do.
    const stored = runs?.find(run => run.id === live.run.id)
    const changed = stored?.status === 'cancelled' || (stored?.status === 'paused' && live.run.status === 'done')
    return changed ? { ...live, run: stored } : live
  }
  const waiting = runs?.filter(({ status }) => status === 'paused' || status === 'running') ?? []
  const newest = waiting.toSorted((a, b) => b.sequence - a.sequence)[0]
  return newest === undefined ? null : idleRun(newest)
}
