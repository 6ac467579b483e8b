import type { RunWorkerEvents } from '#messages/run-worker'
import { backupReminder } from '#features/backup-reminder'
import { notify } from './notices'
import { type PageState, readerOf } from './page-state'

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

/** Brings what the workers tell into the session. */
export function listen(page: PageState, refresh: () => void): void {
  const { session, threads } = page
  const changed = (what: RunWorkerEvents['changed']): void => {
    session.setState(({ revisions }) => ({
      revisions: {
        pairs: revisions.pairs + Number(what.pairs),
        runs: revisions.runs + Number(what.runs),
        sources: revisions.sources + Number(what.sources),
      },
    }))
    refresh()
  }
  threads.run.on('role', ({ role, fence }) => {
    session.setState({ role })
    // A tab that lost the project must not go on writing what it was reading.
    void threads.ingest.call('fence', { fence }).catch(() => undefined)
  })
  threads.run.on('run', run => {
    const before = session.getState().run
    session.setState({ run })
    if (run.run.status === 'done' && before?.run.status === 'running') remindOfBackup(page)
  })
  threads.run.on('changed', changed)
  threads.run.on('trouble', trouble => session.setState({ phase: 'trouble', trouble }))
  threads.ingest.on('changed', ({ sources }) => changed({ pairs: false, runs: false, sources }))
  threads.ingest.on('trouble', trouble => session.setState({ phase: 'trouble', trouble }))
  addEventListener('beforeunload', event => {
    const { run, ingest } = session.getState()
    // Nothing stored would be lost, but work in hand would stop.
    if (run?.run.status === 'running' || ingest !== null) event.preventDefault()
  })
}
