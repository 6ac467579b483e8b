import { useEffect, useRef } from 'react'
import type { RunProgress } from '#messages/run-worker'
import { Button, Chip, Notice, Progress } from '#ui'
import type { Problem } from '#core/problem'
import { useCommands, useMessages, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { useProblemSentences } from '#features/problem-text'
import { useCurrentRun } from '#features/use-current-run'
import { MESSAGES } from './messages'
import { EngineLoading } from './engine-loading'
import { NowWriting } from './now-writing'
import { askedOf, STATUS_TONES } from './run-words'
import type { Names } from './use-names'

/** The run at work, or the one that waits to go on: counts, speed, time left, and what can be done with it. */
export function NowCard({ names }: { readonly names: Names }) {
  const progress = useCurrentRun()
  return progress === null ? null : <Card progress={progress} names={names} />
}

function Card({ progress, names }: { readonly progress: RunProgress; readonly names: Names }) {
  const words = useMessages(MESSAGES)
  const format = useFormat()
  const { run } = progress
  const engine = useSession(session => session.engine)
  const settled = run.done + run.failed
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    // It is started far below, where its recipe was chosen: what begins comes into sight.
    if (run.status === 'running') card.current?.scrollIntoView({ block: 'nearest' })
  }, [run.sequence, run.status])
  return (
    <section className="now" aria-label={words.run.now} ref={card}>
      <header className="now__head">
        <h2>{words.runs.name(format.number(run.sequence))}</h2>
        <Chip tone={STATUS_TONES[run.status]}>{words.runs.status[run.status]}</Chip>
        <p>{askedOf(run, words, format, names)}</p>
      </header>
      <Progress label={words.run.progress} value={run.total === 0 ? null : settled / run.total} />
      <Figures progress={progress} />
      {run.status === 'running' && run.request.engine !== 'none' && <NowWriting progress={progress} />}
      <Reasons progress={progress} />
      {run.status === 'paused' && run.problem !== null && <Why problem={run.problem} />}
      {run.status === 'paused' && engine.state === 'loading' && engine.model === run.request.model && (
        <EngineLoading title={names.model(engine.model)} engine={engine} />
      )}
      <Acts progress={progress} names={names} />
    </section>
  )
}

function Figures({ progress }: { readonly progress: RunProgress }) {
  const words = useMessages(MESSAGES).run
  const format = useFormat()
  const { run, itemsPerSecond, pairsPerSecond, tokensPerSecond, msLeft } = progress
  const byModel = run.request.engine !== 'none'
  const running = run.status === 'running'
  const rate = itemsPerSecond === null ? words.measuring : format.number(Number(itemsPerSecond.toPrecision(2)))
  return (
    <dl className="now__figures">
      <Figure wide value={words.of(format.number(run.done + run.failed), format.number(run.total))} name="" />
      <Figure value={format.number(run.pairs)} name={words.pairs} strong />
      <Figure value={format.number(run.empty)} name={words.empty} />
      {run.failed > 0 && <Figure value={format.number(run.failed)} name={words.failed} />}
      {running && !byModel && <Figure value={rate} name={words.rate} />}
      {running && byModel && pairsPerSecond !== null && (
        <Figure value={format.number(Number((pairsPerSecond * 60).toPrecision(2)))} name={words.pairsMinute} />
      )}
      {running && tokensPerSecond !== null && (
        <Figure value={format.number(Number(tokensPerSecond.toPrecision(2)))} name={words.tokens} />
      )}
      {running && msLeft !== null && <Figure value={format.duration(msLeft)} name={words.left} />}
      {!running && <Figure value={format.duration(run.activeMs)} name={words.spent} />}
    </dl>
  )
}

/** Why passages gave no pair, while the run goes: a wrong recipe or a weak model shows early. */
function Reasons({ progress }: { readonly progress: RunProgress }) {
  const words = useMessages(MESSAGES)
  const format = useFormat()
  const { reasons, run } = progress
  const most = Object.entries(reasons).sort((a, b) => b[1] - a[1])
  if (run.request.engine === 'none' || most.length === 0) return null
  const none = most.reduce((sum, [, count]) => sum + count, 0)
  return (
    <div className="now__reasons">
      <p>{words.run.noneOf(format.number(none), format.number(run.done + run.failed))}</p>
      <ul>
        {most.map(([reason, count]) => (
          <li key={reason}>
            <span>{format.number(count)}</span>
            {words.reasons[reason] ?? reason}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Figure(props: {
  readonly value: string
  readonly name: string
  readonly strong?: boolean
  readonly wide?: boolean
}) {
  return (
    <div data-strong={props.strong} data-wide={props.wide}>
      <dd>{props.value}</dd>
      <dt>{props.name}</dt>
    </div>
  )
}

function Why({ problem }: { readonly problem: Problem }) {
  const { happened, safe, next } = useProblemSentences(problem)
  const last = useProblemSentences(problem.kind === 'run-keeps-failing' ? problem.last : problem).happened
  return (
    <Notice tone="warn" title={happened}>
      {last !== happened && `${last} `}
      {safe} {next}
    </Notice>
  )
}

function Acts({ progress, names }: { readonly progress: RunProgress; readonly names: Names }) {
  const words = useMessages(MESSAGES).run
  const commands = useCommands()
  const writes = useSession(session => session.role === 'writer')
  const { run } = progress
  const { model } = run.request
  const here = useSession(({ engine }) => (engine.state === 'none' ? null : engine.model))
  const loading = useSession(({ engine }) => engine.state === 'loading')
  const open = run.status === 'running' || run.status === 'paused'
  const act = (work: (run: number) => Promise<void>) => (): void => {
    work(run.sequence).catch(commands.report)
  }
  return (
    <div className="now__acts">
      {writes && run.status === 'running' && (
        <Button icon="pause" onClick={act(commands.pauseRun)}>
          {words.pause}
        </Button>
      )}
      {writes && run.status === 'paused' && (
        <Button tone="primary" icon="play" busy={loading && here === model} onClick={act(commands.resumeRun)}>
          {words.resume}
        </Button>
      )}
      {writes && open && (
        <Button icon="stop" title={words.cancelHint} onClick={act(commands.cancelRun)}>
          {words.cancel}
        </Button>
      )}
      {run.pairs > 0 && (
        <Button tone={run.status === 'done' ? 'primary' : 'plain'} icon="review" onClick={() => commands.go('review')}>
          {words.review}
        </Button>
      )}
      {writes && open && (
        <span>
          {words.cancelHint}
          {run.status === 'paused' && model !== null && here !== model && ` ${words.loadsFirst(names.model(model))}`}
        </span>
      )}
    </div>
  )
}
