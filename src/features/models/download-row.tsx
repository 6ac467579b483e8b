import { catalogueModel } from '#core/models/catalogue'
import type { Problem } from '#core/problem'
import type { DownloadProgress } from '#messages/download-worker'
import { Button, LiveText, Notice, Progress } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { type Format, useFormat } from '#features/format'
import { problemDetail, useProblemSentences } from '#features/problem-text'
import type { DownloadState } from '#features/session'
import { MESSAGES } from './messages'
import type { Messages } from './messages.en'

interface DownloadRowProps {
  readonly id: string
  readonly state: DownloadState
}

export function DownloadRow({ id, state: { title, from, progress, problem } }: DownloadRowProps) {
  return (
    <li className="download">
      <h3>{title}</h3>
      {problem === null ? (
        <UnderWay id={id} title={title} progress={progress} />
      ) : (
        <Stopped id={id} from={from} progress={progress} problem={problem} />
      )}
    </li>
  )
}

/** Bytes, speed, time left and place, as far as they are known. */
function figuresOf(progress: DownloadProgress, words: Messages['downloads'], format: Format): string {
  const { bytes, totalBytes, bytesPerSecond, msLeft, file, files } = progress
  const parts = [
    totalBytes === null ? format.bytes(bytes) : words.of(format.bytes(bytes), format.bytes(totalBytes)),
    bytesPerSecond === null ? null : words.rate(format.bytes(bytesPerSecond)),
    msLeft === null ? null : words.left(format.duration(msLeft)),
    files < 2 ? null : words.files(format.number(file), format.number(files)),
  ]
  return parts.filter(part => part !== null).join(' · ')
}

interface UnderWayProps {
  readonly id: string
  readonly title: string
  readonly progress: DownloadProgress | null
}

function UnderWay({ id, title, progress }: UnderWayProps) {
  const words = useMessages(MESSAGES).downloads
  const format = useFormat()
  const commands = useCommands()
  const writes = useSession(session => session.role === 'writer')
  const total = progress?.totalBytes ?? null
  const share = progress === null || total === null ? null : progress.bytes / Math.max(1, total)
  const figures = progress === null ? words.starting : figuresOf(progress, words, format)
  return (
    <>
      <Progress label={title} value={share} />
      <p className="download__figures">{figures}</p>
      {progress?.startedAgain === true && <p className="models-note">{words.startedAgain}</p>}
      <div className="models-acts">
        <Button
          size="s"
          icon="stop"
          disabled={!writes}
          onClick={() => void commands.cancelDownload(id).catch(commands.report)}
        >
          {words.cancel}
        </Button>
      </div>
      {share !== null && (
        <LiveText text={words.spoken(title, format.percent(Math.floor(share * 10) / 10))} everyMs={10_000} />
      )}
    </>
  )
}

interface StoppedProps extends Pick<DownloadState, 'from' | 'progress'> {
  readonly id: string
  readonly problem: Problem
}

/** Stopped by the person, or by what went wrong; going on takes up where it was (rule MODELS8). */
function Stopped({ id, from, progress, problem }: StoppedProps) {
  const words = useMessages(MESSAGES).downloads
  const format = useFormat()
  const commands = useCommands()
  const writes = useSession(session => session.role === 'writer')
  const { happened, safe, next } = useProblemSentences(problem)
  const detail = problemDetail(problem)
  const cancelled = problem.kind === 'cancelled'
  const listed = catalogueModel(id)
  const goOn = (): void => {
    // The session says it when it fails again.
    if (listed !== undefined) void commands.downloadModel(listed).catch(() => undefined)
    else if (from !== null) void commands.addModelByUrl(from.url, from.library).catch(() => undefined)
  }
  const bytes = progress?.bytes ?? 0
  return (
    <Notice
      tone={cancelled ? 'plain' : 'warn'}
      title={cancelled ? (bytes === 0 ? words.stoppedEarly : words.stopped(format.bytes(bytes))) : happened}
      actions={
        <>
          {(listed !== undefined || from !== null) && (
            <Button size="s" tone="primary" disabled={!writes} onClick={goOn}>
              {cancelled ? words.goOn : words.again}
            </Button>
          )}
          <Button
            size="s"
            tone="danger"
            disabled={!writes}
            onClick={() => void commands.cancelDownload(id).catch(commands.report)}
          >
            {words.discard}
          </Button>
        </>
      }
    >
      {!cancelled && (
        <>
          {safe} {next}
          {detail !== null && <code className="models-code">{detail}</code>}
        </>
      )}
    </Notice>
  )
}
