import { problemOf } from '#core/problem'
import type { Run } from '#core/run/run'
import { idleRun } from '#features/idle-run'
import type { RunProgress } from '#messages/run-worker'
import { openReader } from '#storage/open-reader'
import type { PageState } from './page-state'
import { readPreferences, writePreferences } from './preferences'
import { readCounts } from './refresh'

/** The run that was left unfinished last, so that the header offers to go on with it. */
function unfinished(runs: readonly Run[]): RunProgress | null {
  const run = runs.filter(({ status }) => status === 'paused').at(-1)
  return run === undefined ? null : idleRun(run)
}

/**
 * Opens a project on all threads: the run worker asks for its lock, the ingest worker gets the fence, the page reads. A
 * project that cannot be opened ends in the phase `trouble`, with the reason.
 */
export async function openProject(page: PageState, project: string, steal: boolean): Promise<void> {
  const { session, threads } = page
  const nothing = { undo: null, redo: null, steps: 0 }
  session.setState({ phase: 'opening', trouble: null, run: null, stream: null, ingest: null, undo: nothing })
  try {
    const { role, fence } = await threads.run.call('open', { project, steal })
    await threads.ingest.call('open', { project })
    await threads.ingest.call('fence', { fence })
    const opened = await openReader(project, {
      onTrouble: trouble => session.setState({ phase: 'trouble', trouble }),
    })
    page.opened?.close()
    page.opened = opened
    page.files.clear()
    // Before the first screen is drawn: it must not say "no pairs yet" of a project that has some.
    await readCounts(page)
    session.setState({ run: unfinished(await opened.reader.runs()) })
    writePreferences({ ...readPreferences(), hadProject: true })
    session.setState(({ revisions }) => ({
      phase: 'open',
      role,
      revisions: {
        ...revisions,
        pairs: revisions.pairs + 1,
        runs: revisions.runs + 1,
        sources: revisions.sources + 1,
      },
    }))
  } catch (thrown) {
    session.setState({ phase: 'trouble', trouble: problemOf(thrown) })
  }
}
