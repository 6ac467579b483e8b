import { Button, LiveText, Progress } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { MESSAGES } from './messages'

/** What is being read, on every screen while it is. */
export function IngestLine() {
  const words = useMessages(MESSAGES).ingest
  const { cancelIngest } = useCommands()
  const format = useFormat()
  const ingest = useSession(session => session.ingest)
  if (ingest === null) return null
  const file = format.number(Math.min(ingest.file, ingest.files))
  const files = format.number(ingest.files)
  return (
    <section className="ingest-line" aria-label={words.label}>
      <div className="ingest-line__words">
        <strong>{words.place(file, files)}</strong>
        <span className="ingest-line__name">{ingest.name}</span>
        <span className="ingest-line__figures">
          {format.bytes(ingest.bytes)} / {format.bytes(ingest.totalBytes)}
          {' · '}
          {words.got(format.number(ingest.documents), format.number(ingest.passages))}
        </span>
      </div>
      <Button size="s" onClick={() => cancelIngest()}>
        {words.cancel}
      </Button>
      <Progress
        className="ingest-line__bar"
        label={words.label}
        value={ingest.totalBytes === 0 ? null : ingest.bytes / ingest.totalBytes}
      />
      <LiveText text={words.spoken(file, files)} />
    </section>
  )
}
