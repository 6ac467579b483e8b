import { useEffect, useState } from 'react'
import type { ChunkSettings } from '#core/documents/passage'
import type { Document } from '#core/documents/document'
import { problemOf } from '#core/problem'
import type { CutPreview as Preview } from '#messages/ingest-worker'
import { Button, Progress, Select, TextField } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { problemText } from '#features/problem-text'
import { CutPreview } from './cut-preview'
import { MESSAGES } from './messages'

const LOWEST = 20
const HIGHEST = 32_000
const PAUSE_MS = 250

/** Whole numbers within bounds; null for anything else. */
export function readSize(text: string): number | null {
  const value = Number(text)
  return text.trim() !== '' && Number.isInteger(value) && value >= LOWEST && value <= HIGHEST ? value : null
}

export interface CutEditorProps {
  readonly settings: ChunkSettings
  readonly documents: readonly Document[]
}

/** Sizes of passages, with the cut of the person's own text as it would be. */
export function CutEditor({ settings, documents }: CutEditorProps) {
  const words = useMessages(MESSAGES).cut
  const format = useFormat()
  const commands = useCommands()
  const locale = useSession(session => session.locale)
  const [target, setTarget] = useState(`${settings.target}`)
  const [maximum, setMaximum] = useState(`${settings.maximum}`)
  const [document, setDocument] = useState(documents[0]?.order ?? 0)
  const [preview, setPreview] = useState<Preview | string | null>(null)
  const [work, setWork] = useState<{ share: number | null; stop: () => void } | null>(null)

  const low = readSize(target)
  const high = readSize(maximum)
  const valid = low !== null && high !== null && low <= high
  const same = low === settings.target && high === settings.maximum
  const range = words.invalid(format.number(LOWEST), format.number(HIGHEST))

  useEffect(() => {
    if (low === null || high === null || low > high) return
    let current = true
    const timer = setTimeout(() => {
      commands.previewCut(document, { target: low, maximum: high }).then(
        found => {
          if (current) setPreview(found)
        },
        (thrown: unknown) => {
          if (current) setPreview(problemText(locale, problemOf(thrown)))
        },
      )
    }, PAUSE_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [commands, document, low, high, locale])

  const apply = (): void => {
    if (low === null || high === null) return
    const control = new AbortController()
    const stop = (): void => control.abort()
    setWork({ share: null, stop })
    commands
      .recut({ target: low, maximum: high }, control.signal, (done, total) =>
        setWork({ share: total === 0 ? null : done / total, stop }),
      )
      .catch(commands.report)
      .finally(() => setWork(null))
  }

  return (
    <div className="cut-editor">
      <div className="cut-editor__fields">
        <TextField
          label={words.target}
          type="number"
          inputMode="numeric"
          min={LOWEST}
          max={HIGHEST}
          step={50}
          value={target}
          onChange={setTarget}
          problem={low === null ? range : undefined}
        />
        <TextField
          label={words.maximum}
          type="number"
          inputMode="numeric"
          min={LOWEST}
          max={HIGHEST}
          step={50}
          value={maximum}
          onChange={setMaximum}
          problem={high === null ? range : low !== null && low > high ? words.order : undefined}
        />
        <Select
          label={words.document}
          value={`${document}`}
          onChange={value => setDocument(Number(value))}
          options={documents.map(one => ({
            value: `${one.order}`,
            label: one.row === null ? one.name : `${one.name} · ${format.number(one.row)}`,
          }))}
        />
      </div>
      <p className="cut-editor__note">{words.tokens}</p>
      {typeof preview === 'string' ? <p>{preview}</p> : preview !== null && <CutPreview preview={preview} />}
      {work === null ? (
        <div className="cut-editor__acts">
          <Button tone="primary" icon="scissors" disabled={!valid || same} onClick={apply}>
            {words.apply}
          </Button>
          <p className="cut-editor__note">{same ? words.same : words.keep}</p>
        </div>
      ) : (
        <div className="cut-editor__acts">
          <Progress label={words.cutting} value={work.share} />
          <Button onClick={work.stop}>{words.cancel}</Button>
        </div>
      )}
    </div>
  )
}
