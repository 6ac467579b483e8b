import { useEffect, useState } from 'react'
import { problemOf } from '#core/problem'
import type { RunRequest } from '#core/run/run'
import type { RunWorkerApi } from '#messages/run-worker'
import { Button } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { problemText } from '#features/problem-text'
import { MESSAGES } from './messages'
import { SAMPLE_SIZE } from './run-request'

type Preview = RunWorkerApi['previewRun']['result']

const PAUSE_MS = 250

/** Which passages the request covers; the old answer goes when the question changes. */
function useRunPreview(request: RunRequest | null): Preview | string | null {
  const commands = useCommands()
  const locale = useSession(session => session.locale)
  const revisions = useSession(session => `${session.revisions.sources} ${session.revisions.runs}`)
  const asked = JSON.stringify([request, revisions])
  const [held, setHeld] = useState<{ asked: string; answer: Preview | string } | null>(null)
  useEffect(() => {
    if (request === null) return
    let current = true
    const timer = setTimeout(() => {
      commands.previewRun({ request, recipe: null, speed: null }).then(
        answer => {
          if (current) setHeld({ asked, answer })
        },
        (thrown: unknown) => {
          if (current) setHeld({ asked, answer: problemText(locale, problemOf(thrown)) })
        },
      )
    }, PAUSE_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `asked` is the request by value
  }, [commands, asked, locale])
  return held?.asked === asked ? held.answer : null
}

/** How much it would be, and the two ways to start: a look at a few passages first, or all. */
export function StartBar({ request }: { readonly request: RunRequest | null }) {
  const words = useMessages(MESSAGES).start
  const format = useFormat()
  const commands = useCommands()
  const active = useSession(session => session.run?.run.status === 'running')
  const preview = useRunPreview(request)
  const [starting, setStarting] = useState<'sample' | 'all' | null>(null)
  const known = typeof preview === 'object' ? preview : null
  const passages = known?.passages ?? 0
  const existing = known?.existing ?? null
  const finished = existing?.status === 'done'
  const blocked = request === null || passages === 0 || active

  const start = (what: 'sample' | 'all'): void => {
    if (request === null) return
    setStarting(what)
    commands
      .startRun(what === 'sample' ? { ...request, sample: SAMPLE_SIZE } : request)
      .catch(commands.report)
      .finally(() => setStarting(null))
  }

  return (
    <div className="start-bar">
      <div className="start-bar__words" aria-live="polite">
        <p className="start-bar__figure">
          {typeof preview === 'string'
            ? preview
            : known === null
              ? request === null
                ? '\u00a0'
                : words.counting
              : words.covers(format.number(passages), format.number(known.documents))}
        </p>
        <p>{active ? words.active : finished ? words.done : words.fair}</p>
      </div>
      <div className="start-bar__acts">
        {passages > SAMPLE_SIZE && !finished && (
          <Button size="l" busy={starting === 'sample'} disabled={blocked} onClick={() => start('sample')}>
            {words.sample(format.number(SAMPLE_SIZE))}
          </Button>
        )}
        {finished ? (
          <Button size="l" tone="primary" onClick={() => commands.go('review')}>
            {words.doneAct}
          </Button>
        ) : (
          <Button size="l" tone="primary" busy={starting === 'all'} disabled={blocked} onClick={() => start('all')}>
            {existing !== null ? words.resume : known === null ? words.plain : words.all(format.number(passages))}
          </Button>
        )}
      </div>
    </div>
  )
}
