import { useEffect, useState } from 'react'
import { problemOf } from '#core/problem'
import type { StoredModel } from '#core/models/model'
import type { Commands } from '#features/services'
import type { RunAsk, RunWorkerApi } from '#messages/run-worker'
import { Button } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { problemText } from '#features/problem-text'
import { EngineLoading } from './engine-loading'
import { EngineFailed } from './engine-failed'
import { MESSAGES } from './messages'
import { SAMPLE_SIZE } from './run-request'

type Preview = RunWorkerApi['previewRun']['result']

const PAUSE_MS = 250

/** Which passages the request covers; the old answer goes when the question changes. */
function useRunPreview(ask: RunAsk | null): Preview | string | null {
  const commands = useCommands()
  const locale = useSession(session => session.locale)
  const revisions = useSession(session => `${session.revisions.sources} ${session.revisions.runs}`)
  const asked = JSON.stringify([ask, revisions])
  const [held, setHeld] = useState<{ asked: string; answer: Preview | string } | null>(null)
  useEffect(() => {
    if (ask === null) return
    let current = true
    const timer = setTimeout(() => {
      commands.previewRun(ask).then(
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

/** A recipe is kept in the project under its version before the run that names it. */
async function begin(commands: Commands, { request, recipe }: RunAsk, sample: number | null): Promise<void> {
  const recipeVersion = recipe === null ? request.recipeVersion : await commands.saveRecipe(recipe, false)
  await commands.startRun({ ...request, recipeVersion, sample: sample ?? request.sample })
}

/** What the run would cost, where the speed of the model was measured on this device. */
function Estimate({ ask, preview }: { readonly ask: RunAsk; readonly preview: Preview }) {
  const words = useMessages(MESSAGES).start
  const format = useFormat()
  if (ask.request.engine === 'none' || preview.passages === 0) return null
  const { estimate } = preview
  if (estimate === null) return <p>{words.unmeasured}</p>
  const total = format.duration(estimate.msTotal)
  if (estimate.pairs <= 50) return <p>{words.estimate(total, format.number(estimate.pairs))}</p>
  return <p>{words.estimateFirst(total, format.number(estimate.pairs), format.duration(estimate.msFirstFifty))}</p>
}

/** How much it would be, and the two ways to start: a look at a few passages first, or all. */
export function StartBar({ ask, model }: { readonly ask: RunAsk | null; readonly model: StoredModel | null }) {
  const words = useMessages(MESSAGES).start
  const format = useFormat()
  const commands = useCommands()
  const active = useSession(session => session.run?.run.status === 'running')
  const engine = useSession(session => session.engine)
  const mine = engine.state !== 'none' && engine.model === model?.id
  const loaded = mine && engine.state === 'ready'
  const preview = useRunPreview(ask)
  const [starting, setStarting] = useState<'sample' | 'all' | null>(null)
  const known = typeof preview === 'object' ? preview : null
  const passages = known?.passages ?? 0
  const existing = known?.existing ?? null
  const finished = existing?.status === 'done'
  const blocked = ask === null || passages === 0 || active

  const start = (what: 'sample' | 'all'): void => {
    if (ask === null) return
    setStarting(what)
    begin(commands, ask, what === 'sample' ? SAMPLE_SIZE : null)
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
              ? ask === null
                ? '\u00a0'
                : words.counting
              : words.covers(format.number(passages), format.number(known.documents))}
        </p>
        {known !== null && ask !== null && !finished && <Estimate ask={ask} preview={known} />}
        <p>{active ? words.active : finished ? words.done : words.fair}</p>
        {model !== null && !active && !finished && !loaded && engine.state !== 'loading' && (
          <p>{words.loadsFirst(model.title)}</p>
        )}
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
      {model !== null && mine && engine.state === 'loading' && <EngineLoading title={model.title} engine={engine} />}
      {model !== null && mine && engine.state === 'failed' && (
        <EngineFailed title={model.title} problem={engine.problem} />
      )}
    </div>
  )
}
