import { useEffect, useRef, useState } from 'react'
import type { RunProgress } from '#messages/run-worker'
import { useMessages, useQuery, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { MESSAGES } from './messages'

const SNIPPET = 220

/** The passage that a model is at, and its answer as it grows. */
export function NowWriting({ progress }: { readonly progress: RunProgress }) {
  const words = useMessages(MESSAGES).run
  const stream = useSession(session => session.stream)
  const box = useRef<HTMLPreElement>(null)
  const place = stream === null ? '' : `${stream.document} ${stream.start} ${stream.end}`
  const passage = useQuery(`now ${place}`, async reader => {
    if (stream === null) return null
    const [document, text] = await Promise.all([
      reader.document(stream.document),
      reader.text(stream.document, stream.start, Math.min(stream.end, stream.start + SNIPPET)),
    ])
    return { name: document?.name ?? '', text, more: stream.end - stream.start > SNIPPET }
  }).value
  const written = stream?.text
  useEffect(() => {
    // The newest words stay in sight.
    box.current?.scrollTo({ top: box.current.scrollHeight })
  }, [written])
  if (stream === null || stream.run !== progress.run.sequence) return null
  return (
    <div className="writing">
      {passage !== undefined && passage !== null && (
        <p className="writing__passage">
          <span>{passage.name}</span>
          {passage.text.trim()}
          {passage.more && ' …'}
        </p>
      )}
      <pre className="writing__text" ref={box} tabIndex={0} aria-label={words.writing}>
        {stream.attempt > 1 && <em>{words.attempt(String(stream.attempt))} </em>}
        {stream.text === '' ? <Reading key={`${place} ${stream.attempt}`} /> : stream.text}
      </pre>
    </div>
  )
}

/** Seconds after which a reading is said to go on: most are done before. */
const SHOWN_AFTER = 3

/** That the model reads, and for how long: on a processor a passage with its prompt may take minutes. */
function Reading() {
  const words = useMessages(MESSAGES).run
  const format = useFormat()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const started = performance.now()
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - started) / 1000)), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <>
      {words.reading}
      {seconds >= SHOWN_AFTER && ` ${format.duration(seconds * 1000)}`}
    </>
  )
}
