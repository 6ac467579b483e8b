import { useRef, useState } from 'react'
import type { Problem } from '#core/problem'
import { Button, Icon, Progress } from '#ui'
import { useCommands, useDevice, useMessages } from '#features/context'
import { problemDetail, useProblemSentences } from '#features/problem-text'
import { MESSAGES } from './messages'

type Act = 'restore' | 'fresh' | 'reload' | 'here'

/** What helps, the likeliest first. Nothing here deletes anything. */
export function actsFor(problem: Problem): readonly [Act, ...Act[]] {
  if (problem.kind === 'storage-cleared') return ['restore', 'fresh']
  if (problem.kind === 'lost-lock') return ['here', 'reload']
  return ['reload']
}

/** In place of the screens while the project cannot be used. */
export function TroublePage({ problem }: { readonly problem: Problem }) {
  const words = useMessages(MESSAGES).trouble
  const commands = useCommands()
  const device = useDevice()
  const sentences = useProblemSentences(problem)
  const picker = useRef<HTMLInputElement>(null)
  const [restoring, setRestoring] = useState<{ share: number | null; stop: () => void } | null>(null)
  const [busy, setBusy] = useState<Act | null>(null)
  const [copied, setCopied] = useState(false)
  const detail = problemDetail(problem)

  const attempt = (act: Act, work: Promise<unknown>): void => {
    setBusy(act)
    work.catch(commands.report).finally(() => setBusy(null))
  }
  const restore = (file: File): void => {
    const control = new AbortController()
    const stop = (): void => control.abort()
    setRestoring({ share: null, stop })
    commands
      .restore(file, control.signal, (bytes, total) =>
        setRestoring({ share: total === 0 ? null : bytes / total, stop }),
      )
      .catch(commands.report)
      .finally(() => setRestoring(null))
  }
  const doing: Readonly<Record<Act, () => void>> = {
    restore: () => picker.current?.click(),
    fresh: () => attempt('fresh', commands.startFresh()),
    reload: () => commands.reload(),
    here: () => attempt('here', commands.runHere()),
  }

  return (
    <div className="trouble">
      <Icon name={problem.kind === 'updated-elsewhere' ? 'tabs' : 'warning'} size={28} />
      <h1>{sentences.happened}</h1>
      <p className="trouble__safe">
        <Icon name="shield" size={16} />
        {sentences.safe}
      </p>
      <p>{sentences.next}</p>
      {restoring === null ? (
        <div className="trouble__acts">
          {actsFor(problem).map((act, index) => (
            <Button
              key={act}
              size="l"
              tone={index === 0 ? 'primary' : 'plain'}
              busy={busy === act}
              onClick={doing[act]}
            >
              {words[act]}
            </Button>
          ))}
          <Button
            size="l"
            tone="quiet"
            icon={copied ? 'check' : 'copy'}
            onClick={() => {
              device
                .diagnostics()
                .then(commands.copyText)
                .then(() => setCopied(true))
                .catch(commands.report)
            }}
          >
            {copied ? words.copied : words.copy}
          </Button>
        </div>
      ) : (
        <div className="trouble__work">
          <Progress label={words.restoring} value={restoring.share} />
          <Button onClick={restoring.stop}>{words.cancel}</Button>
        </div>
      )}
      <p className="trouble__code">
        {words.code}: <code>{detail ?? problem.kind}</code>
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
    </div>
  )
}
