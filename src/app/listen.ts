import { backupReminder } from '#features/backup-reminder'
import type { RunProgress, RunWorkerEvents } from '#messages/run-worker'
import { notify } from './notices'
import { type PageState, readerOf } from './page-state'

/** What the tab that writes tells the others on the same project: their own workers hear nothing of it. */
interface Told {
  readonly project: string
  readonly changed: RunWorkerEvents['changed'] | null
  readonly run: RunProgress | null
}

function isTold(data: unknown): data is Told {
  return typeof data === 'object' && data !== null && 'project' in data && 'changed' in data && 'run' in data
}

/** A word after a run that wrote much: the browser may lose everything at once, a file outside of it may not. */
function remindOfBackup(page: PageState): void {
  readerOf(page)
    .pairsSinceBackup()
    .then(count => {
      const text = backupReminder(page.session.getState().locale, count)
      if (text !== null) notify(page.session, { tone: 'done', text, undo: false })
    })
    // Without the count there is nothing to remind of.
    .catch(() => undefined)
}

/** Brings what the workers and other tabs tell into the session. */
export function listen(page: PageState, refresh: () => void): void {
  const { session, threads } = page
  const changed = (what: RunWorkerEvents['changed']): void => {
    session.setState(({ revisions }) => ({
      revisions: {
        ...revisions,
        pairs: revisions.pairs + Number(what.pairs),
        runs: revisions.runs + Number(what.runs),
        sources: revisions.sources + Number(what.sources),
      },
    }))
    refresh()
  }
  const others = new BroadcastChannel('pairloom')
  const tell = (told: Omit<Told, 'project'>): void => {
    const { project, role } = session.getState()
    if (project !== null && role === 'writer') others.postMessage({ project: project.id, ...told } satisfies Told)
  }
  others.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const { project, role, phase } = session.getState()
    if (!isTold(data) || data.project !== project?.id || role !== 'follower' || phase !== 'open') return
    if (data.run !== null) session.setState({ run: data.run })
    if (data.changed !== null) changed(data.changed)
  })
  const changedHere = (what: RunWorkerEvents['changed']): void => {
    changed(what)
    tell({ changed: what, run: null })
  }
  threads.run.on('role', ({ role, fence }) => {
    // No run goes on across tabs: the one that held the project stopped, or this one has yet to resume.
    session.setState({ role, run: null, stream: null })
    // A tab that lost the project must not go on writing what it was reading.
    void threads.ingest.call('fence', { fence }).catch(() => undefined)
  })
  threads.run.on('run', run => {
    const { run: before, role } = session.getState()
    // What comes late from a run that another tab took over says nothing any more.
    if (role !== 'writer') return
    session.setState(run.run.status === 'running' ? { run } : { run, stream: null })
    tell({ changed: null, run })
    if (run.run.status === 'done' && before?.run.status === 'running') remindOfBackup(page)
  })
  threads.run.on('changed', changedHere)
  threads.run.on('engine', engine => session.setState({ engine }))
  threads.run.on('comparison', comparison => session.setState({ comparison }))
  threads.run.on('stream', stream => session.setState({ stream }))
  threads.run.on('trouble', trouble => session.setState({ phase: 'trouble', trouble }))
  threads.ingest.on('changed', ({ sources }) => changedHere({ pairs: false, runs: false, sources }))
  threads.ingest.on('trouble', trouble => session.setState({ phase: 'trouble', trouble }))
  addEventListener('beforeunload', event => {
    const { run, ingest, role, comparison } = session.getState()
    // Nothing stored would be lost, but work in hand would stop.
    if ((run?.run.status === 'running' && role === 'writer') || ingest !== null || comparison?.running === true)
      event.preventDefault()
  })
}
