import type { StoredModel } from '#core/models/model'
import type { EngineState } from '#messages/run-worker'
import { Button, Chip, Icon, LiveText, Progress } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { FailedEngine } from './failed-engine'
import { MESSAGES } from './messages'
import { rate } from './rate'
import { titleOf } from './use-models'

type In<S extends EngineState['state']> = Extract<EngineState, { readonly state: S }>

/** What is loaded, what is being loaded, or why it was not (rule MODELS5). */
export function EngineCard({ models }: { readonly models: readonly StoredModel[] }) {
  const words = useMessages(MESSAGES).engine
  const engine = useSession(session => session.engine)
  if (engine.state === 'none') {
    return (
      <p className="engine-none" role="status">
        <Icon name="model" size={16} />
        {words.none}
      </p>
    )
  }
  const title = titleOf(engine.model, models)
  if (engine.state === 'loading') return <Loading title={title} engine={engine} />
  if (engine.state === 'ready') return <Ready title={title} engine={engine} />
  return <FailedEngine title={title} engine={engine} />
}

function Loading({ title, engine }: { readonly title: string; readonly engine: In<'loading'> }) {
  const words = useMessages(MESSAGES).engine
  const format = useFormat()
  const commands = useCommands()
  const { progress } = engine
  const share = progress === null || progress.total === null ? null : progress.done / Math.max(1, progress.total)
  const phase = words.phases[progress?.phase ?? 'starting']
  return (
    <section className="engine" aria-label={words.loading(title)}>
      <header className="engine__head">
        <h2>{words.loading(title)}</h2>
        <Button icon="stop" onClick={() => void commands.unloadModel().catch(commands.report)}>
          {words.cancel}
        </Button>
      </header>
      <Progress label={words.loading(title)} value={share} />
      <p className="engine__phase">
        {phase}
        {share !== null && ` · ${format.percent(Math.floor(share * 100) / 100)}`}
      </p>
      <LiveText text={phase} everyMs={2_000} />
    </section>
  )
}

function Ready({ title, engine }: { readonly title: string; readonly engine: In<'ready'> }) {
  const words = useMessages(MESSAGES).engine
  const format = useFormat()
  const commands = useCommands()
  const runs = useSession(({ run }) => run?.run.status === 'running' && run.run.request.model !== null)
  const { facts, speed } = engine
  const figures = [
    { name: words.figures.decode, value: rate(speed.decode, format), strong: true },
    { name: words.figures.prefill, value: rate(speed.prefill, format), strong: false },
    { name: words.figures.context, value: format.number(facts.contextTokens), strong: false },
  ]
  return (
    <section className="engine" aria-label={words.loaded}>
      <header className="engine__head">
        <h2>{title}</h2>
        <Chip tone="ok" icon="check">
          {words.loaded}
        </Chip>
        <span className="engine__device">{facts.device}</span>
      </header>
      <dl className="engine__figures">
        {figures.map(({ name, value, strong }) => (
          <div key={name} data-strong={strong}>
            <dd>{value}</dd>
            <dt>{name}</dt>
          </div>
        ))}
      </dl>
      <div className="models-acts">
        <Button tone="primary" icon="write" onClick={() => commands.go('write')}>
          {words.write}
        </Button>
        <Button icon="stop" onClick={() => void commands.unloadModel().catch(commands.report)}>
          {words.unload}
        </Button>
        {runs && <span className="models-note">{words.runWaits}</span>}
      </div>
    </section>
  )
}
