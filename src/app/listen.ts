import type { RunWorkerEvents } from '#messages/run-worker'
import type { PageState } from './page-state'

/** Brings what the workers tell into the session. */
export function listen({ session, threads }: PageState, refresh: () => void): void {
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
  threads.run.on('run', run => session.setState({ run }))
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
