import { useState } from 'react'
import type { Source } from '#core/ports/project-store'
import type { Run } from '#core/run/run'
import { Button, Chip, Panel } from '#ui'
import { useCommands, useMessages, useQuery, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { ConfirmDelete } from './confirm-delete'
import { MESSAGES } from './messages'

type Deleting = { readonly run: Run } | { readonly source: Source }

/** What can go: runs, and sources that were removed. */
export function FreePanel() {
  const words = useMessages(MESSAGES).free
  const format = useFormat()
  const commands = useCommands()
  const writes = useSession(session => session.role === 'writer')
  const key = useSession(({ project, revisions }) => `${project?.id ?? ''} ${revisions.runs} ${revisions.sources}`)
  const held = useQuery(`free ${key}`, async reader => ({
    runs: await reader.runs(),
    sources: (await reader.sources()).filter(source => source.removed),
  })).value
  const [deleting, setDeleting] = useState<Deleting | null>(null)
  if (!writes || held === undefined) return null
  const nothing = held.runs.length === 0 && held.sources.length === 0
  const runName = (run: Run): string => words.run(format.number(run.sequence))
  return (
    <Panel title={words.title} lead={nothing ? words.none : words.lead} className="storage__wide">
      {!nothing && (
        <ul className="rows">
          {held.runs.toReversed().map(run => (
            <li key={run.id} className="rows__line">
              <span className="rows__name">{runName(run)}</span>
              {run.chosen && <Chip>{words.chosen}</Chip>}
              <span className="rows__figure">{words.pairs(format.number(run.pairs))}</span>
              <Button size="s" tone="danger" disabled={run.status === 'running'} onClick={() => setDeleting({ run })}>
                {words.delete}
              </Button>
            </li>
          ))}
          {held.sources.map(source => (
            <li key={source.id} className="rows__line">
              <span className="rows__name">{source.name}</span>
              <Chip>{words.removed}</Chip>
              <span className="rows__figure">{words.characters(format.number(source.characters))}</span>
              <Button size="s" tone="danger" onClick={() => setDeleting({ source })}>
                {words.delete}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {deleting !== null && (
        <ConfirmDelete
          title={words.sure('run' in deleting ? runName(deleting.run) : deleting.source.name)}
          confirm={words.confirm}
          keep={words.keep}
          onDelete={() =>
            'run' in deleting ? commands.deleteRun(deleting.run.sequence) : commands.deleteSource(deleting.source.id)
          }
          onClose={() => setDeleting(null)}
        >
          <p>{'run' in deleting ? words.runBody(format.number(deleting.run.pairs)) : words.sourceBody}</p>
        </ConfirmDelete>
      )}
    </Panel>
  )
}
