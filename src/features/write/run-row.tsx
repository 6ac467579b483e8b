import { useState } from 'react'
import type { Run } from '#core/run/run'
import { Button, Chip, Disclosure, IconButton, Menu, Switch } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { MESSAGES } from './messages'
import { askedOf, STATUS_TONES } from './run-words'
import type { Names } from './use-names'
import { REJECTIONS } from './rejection-messages'
import { RunItems } from './run-items'

export interface RunRowProps {
  readonly run: Run
  readonly names: Names
  readonly onDelete: () => void
}

export function RunRow({ run, names, onDelete }: RunRowProps) {
  const words = useMessages(MESSAGES)
  const format = useFormat()
  const commands = useCommands()
  const writes = useSession(session => session.role === 'writer')
  const another = useSession(session => session.run?.run.status === 'running')
  const [open, setOpen] = useState(false)
  const name = words.runs.name(format.number(run.sequence))
  const nothing = run.empty + run.failed
  return (
    <article className="run">
      <div className="run__line">
        <div className="run__words">
          <h3>
            {name}
            <Chip tone={STATUS_TONES[run.status]}>{words.runs.status[run.status]}</Chip>
          </h3>
          <p>
            {askedOf(run, words, format, names)} · {format.date(run.createdAt)}
          </p>
        </div>
        <p className="run__figures">
          <strong>{words.runs.pairs(format.number(run.pairs))}</strong>
          <span>{words.run.of(format.number(run.done + run.failed), format.number(run.total))}</span>
        </p>
        <Switch
          className="run__chosen"
          checked={run.chosen}
          disabled={!writes}
          label={words.runs.chosen}
          onChange={chosen => {
            commands.chooseRun(run.sequence, chosen).catch(commands.report)
          }}
        />
        {writes && (
          <span className="run__acts">
            {run.status === 'paused' && (
              <Button
                size="s"
                disabled={another}
                onClick={() => {
                  commands.resumeRun(run.sequence).catch(commands.report)
                }}
              >
                {words.runs.resume}
              </Button>
            )}
            <Menu
              label={name}
              align="end"
              trigger={props => <IconButton icon="more" label={words.runs.more(name)} {...props} />}
              items={[
                {
                  id: 'delete',
                  icon: 'trash',
                  tone: 'danger',
                  label: words.runs.delete,
                  disabled: run.status === 'running',
                  onSelect: onDelete,
                },
              ]}
            />
          </span>
        )}
      </div>
      {nothing > 0 && (
        <Disclosure summary={words.runs.none(format.number(nothing))} open={open} onToggle={setOpen}>
          {open && <RunItems run={run.sequence} kind="troubled" />}
        </Disclosure>
      )}
      <Rejected run={run} />
    </article>
  )
}

/** What of the answers was no pair: how much for which reason, and on request each part with its passage. */
function Rejected({ run: { sequence, rejected = {} } }: { readonly run: Run }) {
  const { runs: words } = useMessages(MESSAGES)
  const reasons = useMessages(REJECTIONS)
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const counts = Object.entries(rejected).sort(([, a], [, b]) => b - a)
  const all = counts.reduce((sum, [, count]) => sum + count, 0)
  if (all === 0) return null
  return (
    <Disclosure summary={words.rejected(format.number(all))} open={open} onToggle={setOpen}>
      <ul className="run__rejected">
        {counts.map(([reason, count]) => (
          <li key={reason}>{words.rejectedOf(reasons[reason] ?? reason, format.number(count))}</li>
        ))}
      </ul>
      {open && <RunItems run={sequence} kind="rejected" />}
    </Disclosure>
  )
}
