import { Button, Chip, Icon, LiveText, Progress } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { type Format, useFormat } from '#features/format'
import { useProblemSentences } from '#features/problem-text'
import { useCurrentRun } from '#features/use-current-run'
import type { Problem } from '#core/problem'
import type { RunProgress } from '#messages/run-worker'
import { MESSAGES } from './messages'
import type { Messages } from './messages.en'
import { ScreenLink } from './screen-link'

/** The run in one line, on every screen: place, speed, time left, pause. Nothing when none is at work or waits. */
export function RunLine() {
  const open = useSession(session => session.phase === 'open')
  return open ? <Current /> : null
}

function Current() {
  const progress = useCurrentRun()
  if (progress === null || (progress.run.status !== 'running' && progress.run.status !== 'paused')) return null
  return <Line progress={progress} />
}

function Line({ progress }: { readonly progress: RunProgress }) {
  const words = useMessages(MESSAGES).run
  const commands = useCommands()
  const format = useFormat()
  const writer = useSession(session => session.role === 'writer')
  const { run, msLeft } = progress
  const settled = run.done + run.failed
  const running = run.status === 'running'
  const place = words.place(format.number(settled), format.number(run.total))
  const speed = speedOf(progress, words, format)
  const act = running ? commands.pauseRun : commands.resumeRun
  return (
    <section className="run-line" aria-label={words.label}>
      <Progress className="run-line__bar" label={words.label} value={run.total === 0 ? null : settled / run.total} />
      <ScreenLink to="write" className="run-line__words">
        <span>{place}</span>
        {running ? (
          <>
            <span className="run-line__long"> · {speed}</span>
            {msLeft !== null && <span className="run-line__long"> · {words.left(format.duration(msLeft))}</span>}
          </>
        ) : (
          run.problem === null && <span className="run-line__long"> · {words.paused}</span>
        )}
      </ScreenLink>
      {!running && run.problem !== null && <Why problem={run.problem} label={words.stopped} />}
      {writer && (
        <Button
          size="s"
          aria-label={running ? words.pause : words.resume}
          onClick={() => {
            act(run.sequence).catch(commands.report)
          }}
        >
          <Icon name={running ? 'pause' : 'play'} size={14} />
          <span className="run-line__long">{running ? words.pause : words.resume}</span>
        </Button>
      )}
      <LiveText text={words.spoken(format.number(settled), format.number(run.total))} />
    </section>
  )
}

/** Rules go by passages; a model by pairs, and by tokens until there is one. */
function speedOf(progress: RunProgress, words: Messages['run'], format: Format): string {
  const { run, itemsPerSecond, pairsPerSecond, tokensPerSecond } = progress
  const two = (value: number): string => format.number(Number(value.toPrecision(2)))
  if (run.request.engine !== 'none') {
    if (pairsPerSecond !== null && pairsPerSecond > 0) return words.pairsPerMinute(two(pairsPerSecond * 60))
    return tokensPerSecond === null ? words.measuring : words.tokensPerSecond(two(tokensPerSecond))
  }
  if (itemsPerSecond === null) return words.measuring
  return itemsPerSecond >= 1
    ? words.perSecond(format.number(Math.round(itemsPerSecond)))
    : words.perMinute(two(itemsPerSecond * 60))
}

function Why({ problem, label }: { readonly problem: Problem; readonly label: string }) {
  const { happened, next } = useProblemSentences(problem)
  return (
    <span className="run-line__long" title={`${happened} ${next}`}>
      <Chip tone="warn" icon="warning">
        {label}
      </Chip>
    </span>
  )
}
