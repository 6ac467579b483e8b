import { useState } from 'react'
import type { Run } from '#core/run/run'
import { Button, Dialog, Panel } from '#ui'
import { useCommands, useMessages, useQuery, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { MESSAGES } from './messages'
import { RunRow } from './run-row'
import type { Names } from './use-names'

/** Every run of the project, the latest first. */
export function RunList({ names }: { readonly names: Names }) {
  const words = useMessages(MESSAGES).runs
  const key = useSession(({ project, revisions }) => `${project?.id ?? ''} ${revisions.runs}`)
  const live = useSession(session => session.run?.run)
  const runs = useQuery(`runs ${key}`, reader => reader.runs()).value
  const [deleting, setDeleting] = useState<Run | null>(null)
  if (runs === undefined || runs.length === 0) return null
  const latestFirst = runs
    // The session's figures are newer than the stored ones while a run is at work; what was chosen stands in the store.
    .map(run => (run.id === live?.id && run.status !== 'cancelled' ? { ...live, chosen: run.chosen } : run))
    .toSorted((a, b) => b.sequence - a.sequence)
  return (
    <Panel look="plain" title={words.title} lead={words.lead}>
      <ul className="runs">
        {latestFirst.map(run => (
          <li key={run.id}>
            <RunRow run={run} names={names} onDelete={() => setDeleting(run)} />
          </li>
        ))}
      </ul>
      <DeleteRun run={deleting} onClose={() => setDeleting(null)} />
    </Panel>
  )
}

function DeleteRun({ run, onClose }: { readonly run: Run | null; readonly onClose: () => void }) {
  const words = useMessages(MESSAGES).runs
  const format = useFormat()
  const commands = useCommands()
  const [busy, setBusy] = useState(false)
  if (run === null) return null
  return (
    <Dialog
      open
      width="s"
      onClose={onClose}
      title={words.sureTitle(words.name(format.number(run.sequence)))}
      closeLabel={words.close}
      actions={
        <>
          <Button data-autofocus onClick={onClose}>
            {words.cancel}
          </Button>
          <Button
            tone="danger"
            icon="trash"
            busy={busy}
            onClick={() => {
              setBusy(true)
              commands
                .deleteRun(run.sequence)
                .catch(commands.report)
                .finally(() => {
                  setBusy(false)
                  onClose()
                })
            }}
          >
            {words.confirm}
          </Button>
        </>
      }
    >
      <p>{words.sureBody(format.number(run.pairs))}</p>
    </Dialog>
  )
}
