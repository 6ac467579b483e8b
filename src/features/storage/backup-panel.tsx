import { useRef, useState } from 'react'
import { type Problem, problemOf } from '#core/problem'
import { Button, Notice, Panel, Progress } from '#ui'
import { useCommands, useMessages, useQuery, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { problemDetail, useProblemSentences } from '#features/problem-text'
import { MESSAGES } from './messages'

type Work =
  | { readonly kind: 'backup'; readonly rows: number; readonly stop: () => void }
  | { readonly kind: 'restore'; readonly share: number | null; readonly stop: () => void }

/** Getting the whole project out into a file, and back in. */
export function BackupPanel() {
  const words = useMessages(MESSAGES).backup
  const format = useFormat()
  const commands = useCommands()
  const picker = useRef<HTMLInputElement>(null)
  const [work, setWork] = useState<Work | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const [refused, setRefused] = useState<Problem | null>(null)
  const [backups, setBackups] = useState(0)
  const key = useSession(({ project, revisions }) => `${project?.id ?? ''} ${revisions.pairs}`)
  const pairs = useSession(session => session.counts.pairs)
  const since = useQuery(`since ${key} ${backups}`, reader => reader.pairsSinceBackup()).value

  const backup = (): void => {
    const control = new AbortController()
    const stop = (): void => control.abort()
    setSaved(null)
    setRefused(null)
    setWork({ kind: 'backup', rows: 0, stop })
    commands
      .backup(control.signal, rows => setWork({ kind: 'backup', rows, stop }))
      .then(file => {
        setSaved(words.saved(file.name, format.bytes(file.bytes)))
        setBackups(count => count + 1)
      })
      .catch(commands.report)
      .finally(() => setWork(null))
  }
  const restore = (file: File): void => {
    const control = new AbortController()
    const stop = (): void => control.abort()
    setSaved(null)
    setRefused(null)
    setWork({ kind: 'restore', share: null, stop })
    commands
      .restore(file, control.signal, (bytes, total) =>
        setWork({ kind: 'restore', share: total === 0 ? null : bytes / total, stop }),
      )
      .catch((thrown: unknown) => {
        const problem = problemOf(thrown)
        if (problem.kind !== 'cancelled') setRefused(problem)
      })
      .finally(() => setWork(null))
  }

  return (
    <Panel title={words.title}>
      <p className="storage__words">{words.body}</p>
      {since !== undefined && pairs > 0 && (
        <p className="storage__words" data-strong={since > 0}>
          {since > 0 ? words.since(format.number(since)) : words.fresh}
        </p>
      )}
      {work === null ? (
        <div className="storage__acts">
          <Button tone="primary" icon="download" onClick={backup}>
            {words.now}
          </Button>
          <Button icon="upload" onClick={() => picker.current?.click()}>
            {words.restore}
          </Button>
        </div>
      ) : (
        <div className="storage__work">
          <Progress
            label={work.kind === 'backup' ? words.now : words.restoring}
            value={work.kind === 'backup' ? null : work.share}
          />
          <span>{work.kind === 'backup' ? words.rows(format.number(work.rows)) : words.restoring}</span>
          <Button size="s" onClick={work.stop}>
            {words.cancel}
          </Button>
        </div>
      )}
      {refused !== null && (
        <Refused problem={refused} dismissLabel={words.dismiss} onDismiss={() => setRefused(null)} />
      )}
      <p className="storage__note" role="status">
        {saved ?? words.restoreHint}
      </p>
      <input
        ref={picker}
        type="file"
        hidden
        onChange={event => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) restore(file)
        }}
      />
    </Panel>
  )
}

interface RefusedProps {
  readonly problem: Problem
  readonly dismissLabel: string
  readonly onDismiss: () => void
}

/** Why a file was not restored, and that nothing else was touched. */
function Refused({ problem, dismissLabel, onDismiss }: RefusedProps) {
  const { happened, safe, next } = useProblemSentences(problem)
  const detail = problemDetail(problem)
  return (
    <div role="alert">
      <Notice tone="no" title={happened} dismissLabel={dismissLabel} onDismiss={onDismiss}>
        {safe} {next}
        {detail !== null && <code className="storage__code">{detail}</code>}
      </Notice>
    </div>
  )
}
